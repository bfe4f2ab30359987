/** The composition root of the year of days in History. */
import { readMapScale } from '../core/heat-map.ts'
import { firstWeekday } from '../platform/first-weekday.ts'
import { createSlot } from '../platform/slots.ts'
import { createHeatMap, type HeatMap } from './heat-map.ts'
import type { PageParts } from './page-parts.ts'
import type { ShownDays } from './shown-days.ts'

export const composeHeatMap = (parts: PageParts, shown: ShownDays): HeatMap =>
  createHeatMap({
    clock: parts.clock,
    later: parts.later,
    shown,
    scale: createSlot(parts.session, 'map-scale', readMapScale),
    firstWeekday: firstWeekday(),
    pause: () => new Promise(resolve => parts.later(0, resolve)),
  })
