/** What keys stand for, whatever script and layout the keyboard has. */
import { digitValue } from './digits.ts'

/** A key as the browser names it: what it writes, and where it lies. */
export type Key = { readonly key: string; readonly code: string; readonly shiftKey: boolean }

/** The digit that a key stands for by its value; on layouts that put digits on the second level, by its place. */
export const digitKey = ({ key, code, shiftKey }: Key): number | null => {
  const value = digitValue(key)
  if (value !== null) return value
  const place = /^Digit(\d)$/.exec(code)
  return place && !shiftKey ? Number(place[1]) : null
}

/** The Latin letter that a key stands for, as a capital; on layouts of other scripts, by its place. */
export const letterKey = ({ key, code }: Key): string | null => {
  if (/^[a-z]$/i.test(key)) return key.toUpperCase()
  const place = /^Key([A-Z])$/.exec(code)
  // A letter of another script, and no sign or dead key.
  return place?.[1] && /^\p{L}$/u.test(key) ? place[1] : null
}
