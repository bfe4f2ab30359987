/** Tells a day that is typed in full from one that is being typed. */
import type { Day } from '../../lib/core/time.ts'

/** A year that is being typed is a small number first. */
const firstYear = 1900

/** False where nothing is typed, too. */
export const isWholeDay = (day: Day): boolean => Number(day.slice(0, 4)) >= firstYear
