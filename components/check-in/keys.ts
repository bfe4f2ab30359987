/** Hands keys to the check-in, and keeps those that belong to the browser, to a text field or to an input method. */
import type { CheckInModel } from '../../lib/app/check-in.ts'

/** Letters belong to a text field, and in a list of choices they look one up. */
const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLTextAreaElement ||
  target instanceof HTMLSelectElement ||
  (target instanceof HTMLInputElement && target.type !== 'checkbox')

const isWithin = (target: EventTarget | null, selector: string): boolean =>
  target instanceof HTMLElement && target.closest(selector) !== null

/** Enter presses what has the focus, whatever it does elsewhere. */
const isPressed = (key: string, target: EventTarget | null): boolean =>
  key === 'Enter' && isWithin(target, 'button, a')

const focusScale = (document: Document) =>
  document.querySelector<HTMLElement>('main fieldset button[tabindex="0"]')?.focus()

/** What the check-in does at a key. */
type KeyActions = Pick<CheckInModel, 'open' | 'pressKey' | 'escape' | 'hide'>

/** Free in both browsers, writes nothing into a text field, and lies in no hand's way. */
const hideKey = 'F2'

/** Answers by key; returns the way to stop. */
export const listenForKeys = (document: Document, actions: KeyActions): (() => void) => {
  const press = (event: KeyboardEvent): boolean => {
    if (event.key === hideKey) {
      actions.hide()
      return true
    }
    if (event.key === 'Escape') {
      void actions.escape()
      return true
    }
    if (isTyping(event.target) || isPressed(event.key, event.target)) return false
    const walks = event.key.startsWith('Arrow') && actions.open.draft.value.place === 'felt'
    if (walks && !isWithin(event.target, 'fieldset')) {
      focusScale(document)
      return true
    }
    return actions.pressKey(event)
  }
  const listen = (event: KeyboardEvent) => {
    const others = event.ctrlKey || event.altKey || event.metaKey || event.isComposing || event.repeat
    if (!others && press(event)) event.preventDefault()
  }
  document.addEventListener('keydown', listen)
  return () => document.removeEventListener('keydown', listen)
}

/**
 * Begins anew where a window was left open for long: when it comes to the front again, and in any case before a press, which
 * then answers nothing, because the question it meant is gone. Returns the way to stop.
 */
export const listenForReturn = (page: Window, renew: () => boolean): (() => void) => {
  const come = () => void renew()
  const press = (event: Event) => {
    if (!renew()) return
    event.preventDefault()
    event.stopPropagation()
  }
  const presses = ['keydown', 'click'] as const
  page.addEventListener('focus', come)
  for (const kind of presses) page.addEventListener(kind, press, { capture: true })
  return () => {
    page.removeEventListener('focus', come)
    for (const kind of presses) page.removeEventListener(kind, press, { capture: true })
  }
}
