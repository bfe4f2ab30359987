/** The composition root of the pictures in History, each loaded when it is wanted: the year of days, and felt over time. */
import { painted } from '../platform/painted.ts'
import type { composeHeatMap } from './compose-heat-map.ts'
import type { FeltOverTime } from './felt-over-time.ts'
import type { History } from './history.ts'
import { once } from './once.ts'
import type { PageParts } from './page-parts.ts'
import type { ShownDays } from './shown-days.ts'

/** How long the year of days waits to be drawn with what lies on its days, in milliseconds. */
const patience = 100

type Shown = Pick<History, 'markers'> & { readonly days: ShownDays }

/** What is in one file with the composition of the year of days, such as what draws it. */
type MapFile = { readonly composeHeatMap: typeof composeHeatMap }

/**
 * `ready` ends once it is known which days are shown, so that no others are drawn before; `bringMap` brings the file of the
 * year of days.
 */
export const composePictures = <File extends MapFile>(
  parts: PageParts,
  shown: Shown,
  ready: Promise<unknown>,
  bringMap: () => Promise<File>,
) => ({
  loadHeatMap: once(async () => {
    // What stands above it comes into sight first.
    await painted()
    const file = await bringMap()
    const model = file.composeHeatMap(parts, shown.days)
    // A year that is read at once is drawn once, and not without its days first.
    const read = ready.finally(model.load)
    await Promise.race([read, new Promise<void>(resolve => parts.later(patience, resolve))])
    return { ...file, model }
  }),
  loadFelt: once(async (): Promise<FeltOverTime> => {
    const { composeFeltOverTime } = await import('./compose-felt-over-time.ts')
    return composeFeltOverTime(parts, shown)
  }),
})
