/** The composition root of felt over time, which is loaded when it is unfolded. */
import type { ReadonlySignal } from '@preact/signals'
import type { Marker } from '../core/records.ts'
import { copyPicture } from '../platform/clipboard.ts'
import { saveFile } from '../platform/files.ts'
import { firstWeekday } from '../platform/formats.ts'
import { createAllDays } from './all-days.ts'
import { createFeltOverTime, type FeltOverTime } from './felt-over-time.ts'
import type { PageParts } from './page-parts.ts'
import type { ShownDays } from './shown-days.ts'

type Shown = {
  readonly markers: ReadonlySignal<readonly Marker[]>
  /** All of the history where it is not given. */
  readonly days?: ShownDays
}

export const composeFeltOverTime = (parts: PageParts, { markers, days }: Shown): FeltOverTime =>
  createFeltOverTime({
    clock: parts.clock,
    copyText: parts.copyText,
    days: days ?? createAllDays(parts),
    markers,
    weekStart: firstWeekday,
    copyPicture,
    saveFile,
  })
