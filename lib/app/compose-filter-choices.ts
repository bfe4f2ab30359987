/** The composition root of what History can be filtered by. */
import { createFilterChoices } from './filter-choices.ts'
import type { PageParts } from './page-parts.ts'
import type { ShownDays } from './shown-days.ts'

export const composeFilterChoices = ({ records, clock }: PageParts, allDays: ShownDays) =>
  createFilterChoices({ records, clock, allDays })
