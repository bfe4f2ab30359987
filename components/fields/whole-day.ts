/** Tells a day that is typed in full from one that is being typed. */
import type { Day } from '../../lib/core/time.ts'

/** A year that is being typed is a small number first. */
const first: Day = '1900-01-01'

/** False where nothing is typed, too, and where the year has more than four digits. `day` is what a field for one gives. */
export const isWholeDay = (day: Day): boolean => day.length === first.length && day >= first
