/** The composition root of felt over time, which is loaded when it is unfolded. */
import { copyPicture } from '../platform/clipboard.ts'
import { saveFile } from '../platform/files.ts'
import { firstWeekday } from '../platform/formats.ts'
import { createFeltOverTime, type FeltOverTime, type ShownMarkers } from './felt-over-time.ts'
import type { PageParts } from './page-parts.ts'
import type { ShownDays } from './shown-days.ts'

export const composeFeltOverTime = (
  parts: Pick<PageParts, 'clock' | 'copyText'>,
  days: ShownDays,
  markers?: ShownMarkers,
): FeltOverTime =>
  createFeltOverTime({
    clock: parts.clock,
    copyText: parts.copyText,
    days,
    ...(markers ? { markers } : {}),
    weekStart: firstWeekday,
    copyPicture,
    saveFile,
  })
