/** The composition root of what plans lead to on Today. */
import { formatMinutes } from '../platform/formats.ts'
import { createOwnPauses } from './own-pauses.ts'
import type { PageParts } from './page-parts.ts'
import { createPlanner } from './planner.ts'

export const composePlanner = (parts: PageParts) =>
  createPlanner({
    ...parts,
    pauses: createOwnPauses(parts),
    hourLabel: hour => formatMinutes(hour * 60),
  })
