/** The year of days in History: what draws it and what it is made of, in one file, so that it comes in one step. */
export { HeatMap } from '../../../components/history/heat-map/HeatMap.tsx'
export { composeHeatMap } from '../../../lib/app/compose-heat-map.ts'
