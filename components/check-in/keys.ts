/** What keys mean in the check-in, whatever script and layout the keyboard has. */
import type { CheckInModel } from '../../lib/app/check-in.ts'

/** The value of a decimal digit of any script, or null. */
const digitOf = (character: string): number | null => {
  if (!/^\p{Nd}$/u.test(character)) return null
  // Unicode keeps the ten digits of a script in a row, 0 first, and some scripts' rows stand next to each other.
  const code = character.codePointAt(0) ?? 0
  let first = code
  while (/^\p{Nd}$/u.test(String.fromCodePoint(first - 1))) first -= 1
  return (code - first) % 10
}

type Key = Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'altKey' | 'metaKey' | 'shiftKey'>

/** Keys with these held belong to the browser or the system. */
export const isCommand = (key: Key): boolean => key.ctrlKey || key.altKey || key.metaKey

/** The digit that a key stands for by its value; on layouts that put digits on the second level, by its place. */
export const digitKey = (key: Key): number | null => {
  const value = digitOf(key.key)
  if (value !== null) return value
  const place = /^Digit(\d)$/.exec(key.code)
  return place && !key.shiftKey ? Number(place[1]) : null
}

/** Whether what a person types goes into a text field. */
export const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLTextAreaElement || (target instanceof HTMLInputElement && target.type !== 'checkbox')

const isInScale = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.closest('fieldset') !== null

/** What the check-in does at a key. */
export type KeyActions = Pick<
  CheckInModel,
  'open' | 'pause' | 'pressDigit' | 'answerFelt' | 'cantTell' | 'pauseFirst' | 'notNow' | 'done'
>

/** Letters and named keys of the first question, in capitals. */
const feltKeys = (actions: KeyActions): { readonly [key: string]: () => void } => ({
  X: () => actions.answerFelt(10),
  END: () => actions.answerFelt(10),
  HOME: () => actions.answerFelt(0),
  T: actions.cantTell,
  P: actions.pauseFirst,
})

const focusScale = (document: Document) =>
  document.querySelector<HTMLElement>('main fieldset button[tabindex="0"]')?.focus()

/** Answers by key; returns the way to stop. Keys typed into a field stay there, but for Escape. */
export const listenForKeys = (document: Document, actions: KeyActions): (() => void) => {
  const press = (event: KeyboardEvent): boolean => {
    const place = actions.open.draft.value.place
    if (event.key === 'Escape') {
      if (place === 'pause') actions.pause.stop()
      else void (place === 'felt' ? actions.notNow() : actions.done())
      return true
    }
    if (isTyping(event.target)) return false
    const digit = digitKey(event)
    if (digit !== null) return actions.pressDigit(digit)
    if (place === 'felt' && event.key.startsWith('Arrow') && !isInScale(event.target)) {
      focusScale(document)
      return true
    }
    const action = place === 'felt' ? feltKeys(actions)[event.key.toUpperCase()] : undefined
    action?.()
    return action !== undefined
  }
  const listen = (event: KeyboardEvent) => {
    if (!isCommand(event) && !event.repeat && press(event)) event.preventDefault()
  }
  document.addEventListener('keydown', listen)
  return () => document.removeEventListener('keydown', listen)
}
