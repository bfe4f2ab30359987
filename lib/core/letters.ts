/** Which keys are single letters and signs: with speech input, or a hand that shakes, they come without being meant. */
import { digitKey, type Key } from './keys.ts'

/** One letter or sign, with the marks that belong to it, which stands for no digit. Space presses what has the focus. */
export const isLetterOrSign = (key: Key): boolean => /^\S\p{M}*$/u.test(key.key) && digitKey(key) === null
