/** What stands in the line over time beside the line itself: answers that stand alone, and what the person marked. */
import type UPlot from 'uplot'
import type { FeltBucket } from '../../../lib/core/felt-over-time.ts'
import type { Marker } from '../../../lib/core/records.ts'
import { formatNumber } from '../../../lib/platform/i18n.ts'
import type { ChartLook } from './chart-look.ts'
import { dateNumber } from './over-texts.ts'

/** An answer with a gap on both sides: no line leads to it. */
export const standsAlone = (buckets: readonly FeltBucket[], at: number): boolean =>
  (buckets[at]?.answers ?? 0) > 0 && !buckets[at - 1]?.answers && !buckets[at + 1]?.answers

/** What a mark is drawn with; `unit` is how many pixels of the canvas one CSS pixel is. */
type Pen = { readonly chart: UPlot; readonly look: ChartLook; readonly unit: number }

/** The spread of answers that stand alone, where no band can be drawn. */
export const drawAlone = (buckets: readonly FeltBucket[], { chart, look, unit }: Pen): void => {
  const { ctx } = chart
  ctx.save()
  ctx.fillStyle = look.band
  ctx.strokeStyle = look.edge
  ctx.lineWidth = unit
  for (const [at, { at: x, lower, upper }] of buckets.entries()) {
    if (lower === null || upper === null || lower === upper || !standsAlone(buckets, at)) continue
    const left = chart.valToPos(x, 'x', true) - 4 * unit
    const top = chart.valToPos(upper, 'y', true)
    const rest = [8 * unit, chart.valToPos(lower, 'y', true) - top] as const
    ctx.fillRect(left, top, ...rest)
    ctx.strokeRect(left, top, ...rest)
  }
  ctx.restore()
}

/** A thin dashed line for each marker, with its number in the list on top. */
export const drawMarkers = (markers: readonly Marker[], { chart, look, unit }: Pen): void => {
  const { ctx, bbox } = chart
  ctx.save()
  ctx.strokeStyle = look.marker
  ctx.fillStyle = look.text
  ctx.lineWidth = unit
  ctx.font = `${look.fontSize * unit}px ${look.fontFamily}`
  ctx.textAlign = 'center'
  ctx.textBaseline = 'bottom'
  ctx.setLineDash([4 * unit, 4 * unit])
  for (const [at, { day }] of markers.entries()) {
    const x = chart.valToPos(dateNumber(day), 'x', true)
    ctx.beginPath()
    ctx.moveTo(x, bbox.top)
    ctx.lineTo(x, bbox.top + bbox.height)
    ctx.stroke()
    ctx.fillText(formatNumber(at + 1), x, bbox.top - 2 * unit)
  }
  ctx.restore()
}
