/** The composition root of the pictures in History, each loaded when it is wanted: the year of days, and felt over time. */
import type { FeltOverTime } from './felt-over-time.ts'
import type { HeatMap } from './heat-map.ts'
import type { History } from './history.ts'
import type { PageParts } from './page-parts.ts'
import type { ShownDays } from './shown-days.ts'

type Shown = Pick<History, 'markers'> & { readonly days: ShownDays }

/** What was made stays; what failed is tried again by whoever asks again. */
const once = <Value>(make: () => Promise<Value>): (() => Promise<Value>) => {
  let made: Promise<Value> | null = null
  return () => {
    made ??= make().catch(error => {
      made = null
      throw error
    })
    return made
  }
}

/** `ready` ends once it is known which days are shown, so that no others are drawn before. */
export const composePictures = (parts: PageParts, shown: Shown, ready: Promise<unknown>) => ({
  loadHeatMap: once(async (): Promise<HeatMap> => {
    const { composeHeatMap } = await import('./compose-heat-map.ts')
    const heatMap = composeHeatMap(parts, shown.days)
    void ready.finally(heatMap.load)
    return heatMap
  }),
  loadFelt: once(async (): Promise<FeltOverTime> => {
    const { composeFeltOverTime } = await import('./compose-felt-over-time.ts')
    return composeFeltOverTime(parts, shown)
  }),
})
