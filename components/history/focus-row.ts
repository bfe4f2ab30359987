/** Brings the focus to a row of the list, or to what is asked for, as soon as it stands there. */

let stopWaiting = () => {}

/** The first button of what can be done about it; the text of a row may hold buttons of its own. */
const buttonIn = (root: HTMLElement, id: string): HTMLElement | null => {
  const row = [...root.querySelectorAll<HTMLElement>('[data-row]')].find(one => one.dataset['row'] === id)
  return row?.querySelector<HTMLElement>('[data-buttons] button') ?? row?.querySelector('button') ?? null
}

/** Tries until it succeeds, or the person does something else. */
const whenThere = (root: HTMLElement, attempt: () => boolean): void => {
  stopWaiting()
  if (attempt()) return
  const observer = new MutationObserver(() => {
    if (attempt()) stopWaiting()
  })
  const elsewhere = new AbortController()
  stopWaiting = () => {
    observer.disconnect()
    elsewhere.abort()
  }
  for (const deed of ['keydown', 'pointerdown'])
    document.addEventListener(deed, () => stopWaiting(), { capture: true, signal: elsewhere.signal })
  observer.observe(root, { childList: true, subtree: true })
}

/** Where the row is not there, the focus waits at the heading: it may never come, as where something else is sought. */
export const focusRow = (root: HTMLElement | null, id: string): void => {
  if (root === null) return
  whenThere(root, () => {
    const button = buttonIn(root, id)
    button?.focus()
    if (button === null && document.activeElement === document.body)
      root.querySelector('h1')?.focus({ preventScroll: true })
    return button !== null
  })
}

/** Brings what is asked for into sight, with the focus on it; what was found stands below. */
export const showAsked = (): void =>
  whenThere(document.body, () => {
    const asked = document.querySelector<HTMLElement>('[data-asked]')
    asked?.focus({ preventScroll: true })
    asked?.closest('search')?.scrollIntoView({ block: 'start' })
    return asked !== null
  })
