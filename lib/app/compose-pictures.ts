/** The composition root of the pictures in History: the year of days, and felt over time once it is unfolded. */
import { composeHeatMap } from './compose-heat-map.ts'
import type { FeltOverTime } from './felt-over-time.ts'
import type { History } from './history.ts'
import type { PageParts } from './page-parts.ts'
import type { ShownDays } from './shown-days.ts'

type Shown = Pick<History, 'markers'> & { readonly days: ShownDays }

export const composePictures = (parts: PageParts, shown: Shown) => {
  const composeFelt = async () => {
    const { composeFeltOverTime } = await import('./compose-felt-over-time.ts')
    return composeFeltOverTime(parts, shown)
  }
  let felt: Promise<FeltOverTime> | null = null
  return {
    heatMap: composeHeatMap(parts, shown.days),
    /** Loads its code, once; what failed is tried again. */
    loadFelt: (): Promise<FeltOverTime> => {
      felt ??= composeFelt().catch(error => {
        felt = null
        throw error
      })
      return felt
    },
  }
}
