/** The composition root of the sums of what History shows. */
import { createDaySums } from './day-sums.ts'
import type { Search } from './search.ts'

export const composeSums = ({ shownDays, active }: Search) => createDaySums(shownDays, active)
