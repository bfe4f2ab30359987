/** Draws buckets as a line with its band on a canvas, with uPlot: gaps stay open, and the scale is always whole. */
import UPlot from 'uplot'
import type { FeltView } from '../../../lib/core/felt-over-time.ts'
import type { Marker } from '../../../lib/core/records.ts'
import { formatNumber } from '../../../lib/platform/i18n.ts'
import type { ChartLook } from './chart-look.ts'
import { dateTicks } from './date-ticks.ts'
import { drawAlone, drawMarkers, standsAlone } from './draw-marks.ts'
import { dateNumber } from './over-texts.ts'

export type Drawn = {
  readonly view: FeltView
  readonly markers: readonly Marker[]
  readonly look: ChartLook
  /** In CSS pixels. */
  readonly width: number
  readonly height: number
  /** How much larger than CSS pixels all of it is drawn. */
  readonly scale: number
  /** Once, after the first drawing. */
  readonly onDrawn?: () => void
  /** Where the pointer is, in days since 1970-01-01; null where it left. */
  readonly onPoint?: (at: number | null) => void
  /** The pointer was dragged from the one place to the other. */
  readonly onDrag?: (from: number, to: number) => void
}

/** With so few places each is a point of its own. */
const fewPoints = 60

/** Dates stand apart by about as much as the longest of them is wide. */
const dateWidth = 5.5

const axesOf = ({ look, scale }: Drawn): UPlot.Axis[] => {
  // uPlot reads whole pixels alone.
  const size = Math.round(look.fontSize * scale)
  const shared = {
    stroke: look.text,
    font: `${size}px ${look.fontFamily}`,
    grid: { stroke: look.grid, width: scale },
    ticks: { stroke: look.grid, width: scale, size: 4 * scale },
    gap: 4 * scale,
  }
  const labels = new Map<number, string>()
  return [
    {
      ...shared,
      lineGap: 1.3,
      size: size * 2.6 + 8 * scale,
      splits: (chart, _, from, to) => {
        const most = Math.max(2, Math.floor(chart.bbox.width / devicePixelRatio / (size * dateWidth)))
        const ticks = dateTicks(from, to, most)
        for (const { at, label } of ticks) labels.set(at, label)
        return ticks.map(({ at }) => at)
      },
      values: (_, splits) => splits.map(at => labels.get(at) ?? ''),
    },
    {
      ...shared,
      side: look.direction === 'rtl' ? 1 : 3,
      size: size * 1.6 + 8 * scale,
      splits: () => [0, 2, 4, 6, 8, 10],
      values: (_, splits) => splits.map(formatNumber),
    },
  ]
}

const seriesOf = ({ view: { buckets }, look, scale }: Drawn): UPlot.Series[] => {
  const answered = buckets.flatMap(({ answers }, at) => (answers > 0 ? [at] : []))
  const points = answered.length <= fewPoints ? answered : answered.filter(at => standsAlone(buckets, at))
  const edge = { stroke: look.edge, width: scale, points: { show: false } }
  return [
    {},
    edge,
    edge,
    {
      stroke: look.line,
      width: 2.5 * scale,
      points: { show: true, filter: () => points, size: 6 * scale, fill: look.line, width: 0 },
    },
  ]
}

const optionsOf = (drawn: Drawn): UPlot.Options => {
  const { view, look, scale, onPoint, onDrag } = drawn
  /** Canvas pixels in one CSS pixel of the page. */
  const unit = scale * devicePixelRatio
  const room = (drawn.markers.length > 0 ? look.fontSize * 1.4 : 8) * scale
  return {
    width: drawn.width * scale,
    height: drawn.height * scale,
    padding: [room, 12 * scale, 0, 12 * scale],
    legend: { show: false },
    cursor: {
      show: onPoint !== undefined,
      y: false,
      points: { show: false },
      drag: { x: true, y: false, setScale: false },
      // Twice a click is no word for anything here.
      bind: { dblclick: () => null },
    },
    scales: {
      x: {
        time: false,
        dir: look.direction === 'rtl' ? -1 : 1,
        range: [dateNumber(view.from) - 0.5, dateNumber(view.to) + 0.5],
      },
      // A little more than the scale, so that 0 and 10 are whole points.
      y: { range: [-0.3, 10.3] },
    },
    axes: axesOf(drawn),
    series: seriesOf(drawn),
    bands: [{ series: [2, 1], fill: look.band }],
    hooks: {
      drawAxes: [chart => drawAlone(view.buckets, { chart, look, unit })],
      draw: [chart => drawMarkers(drawn.markers, { chart, look, unit })],
      ready: [() => drawn.onDrawn?.()],
      setCursor: [({ cursor: { left = -1 }, posToVal }) => onPoint?.(left < 0 ? null : posToVal(left, 'x'))],
      setSelect: [
        chart => {
          const { left, width } = chart.select
          if (width < 4) return
          onDrag?.(chart.posToVal(left, 'x'), chart.posToVal(left + width, 'x'))
        },
      ],
    },
  }
}

/** Draws into `host`, or on a canvas that stands in no page. */
export const drawChart = (drawn: Drawn, host: HTMLElement | null): UPlot => {
  const { buckets } = drawn.view
  const data: UPlot.AlignedData = [
    buckets.map(({ at }) => at),
    buckets.map(({ lower }) => lower),
    buckets.map(({ upper }) => upper),
    buckets.map(({ middle }) => middle),
  ]
  return host ? new UPlot(optionsOf(drawn), data, host) : new UPlot(optionsOf(drawn), data)
}
