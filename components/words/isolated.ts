/** Keeps words of a person's own from turning around what stands beside them in a line. */
import { direction } from '../../lib/platform/i18n.ts'

/** Hebrew, Arabic and their neighbours. */
const rightToLeft = /[\u0590-\u08ff\ufb1d-\ufefc]/
const leftToRight = /[^\P{L}\u0590-\u08ff\ufb1d-\ufefc]/u

/** Words with letters that run against the page are read their own way within it; others stay as they are, also when they are copied. */
export const isolated = (words: string): string =>
  (direction() === 'rtl' ? leftToRight : rightToLeft).test(words) ? `\u2068${words}\u2069` : words
