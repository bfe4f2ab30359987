/** Brings the focus to a row of the list, as soon as it stands there. */

let stopWaiting = () => {}

/** The first button of what can be done about it; the text of a row may hold buttons of its own. */
const buttonIn = (root: HTMLElement, id: string): HTMLElement | null => {
  const row = [...root.querySelectorAll<HTMLElement>('[data-row]')].find(one => one.dataset['row'] === id)
  return row?.querySelector<HTMLElement>('[data-buttons] button') ?? row?.querySelector('button') ?? null
}

/** Waits until the row is there, or the person does something else. */
export const focusRow = (root: HTMLElement | null, id: string): void => {
  stopWaiting()
  if (root === null) return
  const attempt = (): boolean => {
    const button = buttonIn(root, id)
    button?.focus()
    return button !== null
  }
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
