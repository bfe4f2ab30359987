/** Keeps the line drawn in its place: anew for what it shows and how it looks, as wide as there is room. */
import type { RefObject } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'
import type UPlot from 'uplot'
import type { FeltView } from '../../../lib/core/felt-over-time.ts'
import type { Marker } from '../../../lib/core/records.ts'
import type { ChartLook } from './chart-look.ts'
import { drawChart } from './draw-chart.ts'

type Shown = {
  readonly view: FeltView
  readonly markers: readonly Marker[]
  /** null before it was read from the page. */
  readonly look: ChartLook | null
  /** The pointer was dragged from the one day number to the other. */
  readonly onDrag: (from: number, to: number) => void
}

type Drawn = {
  readonly host: RefObject<HTMLDivElement | null>
  /** The bucket that one looks at, by its place; null while none is. */
  readonly at: number | null
  /** Looks at what stands at a day number, now or with what is shown next. */
  readonly lookAt: (place: number) => void
}

/** The mark from which the first line counts as drawn. */
const drawnMark = 'felt-drawn'

/** The bucket next to a day number. */
const nearest = ({ buckets }: FeltView, place: number): number => {
  let found = 0
  for (const [at, bucket] of buckets.entries()) {
    if (Math.abs(bucket.at - place) < Math.abs((buckets[found]?.at ?? 0) - place)) found = at
  }
  return found
}

/** Puts the thin line of the pointer to the bucket next to a day number. */
const point = (chart: UPlot, view: FeltView, place: number | null) => {
  const bucket = place === null ? undefined : view.buckets[nearest(view, place)]
  if (bucket) chart.setCursor({ left: chart.valToPos(bucket.at, 'x'), top: 0 })
}

export const useChart = ({ view, markers, look, onDrag }: Shown): Drawn => {
  const host = useRef<HTMLDivElement>(null)
  const chart = useRef<UPlot | null>(null)
  const [place, setPlace] = useState<number | null>(null)
  const latest = useRef({ place, onDrag })
  latest.current = { place, onDrag }

  useEffect(() => {
    const element = host.current
    if (element === null || look === null) return
    const size = () => ({ width: element.clientWidth, height: element.clientHeight })
    const drawn = drawChart(
      {
        view,
        markers,
        look,
        ...size(),
        scale: 1,
        onDrawn: () => {
          if (performance.getEntriesByName(drawnMark).length === 0) performance.mark(drawnMark)
          chart.current = drawn
          point(drawn, view, latest.current.place)
        },
        onPoint: setPlace,
        onDrag: (from, to) => latest.current.onDrag(from, to),
      },
      element,
    )
    const observer = new ResizeObserver(() => {
      if (element.clientWidth > 0) drawn.setSize(size())
    })
    observer.observe(element)
    return () => {
      observer.disconnect()
      chart.current = null
      drawn.destroy()
    }
  }, [view, markers, look])

  return {
    host,
    at: place === null ? null : nearest(view, place),
    lookAt: next => {
      setPlace(next)
      const { buckets } = view
      const isShown = next >= (buckets[0]?.at ?? next) && next <= (buckets.at(-1)?.at ?? next)
      if (chart.current && isShown) point(chart.current, view, next)
    },
  }
}
