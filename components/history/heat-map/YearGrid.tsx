/** The twelve months of the map: one tab stop, arrows from day to day, and the sentence of the day that is looked at. */
import { type ReadonlySignal, useSignal } from '@preact/signals'
import { useLayoutEffect, useMemo, useRef } from 'preact/hooks'
import type { MapDay, YearMap } from '../../../lib/core/heat-map.ts'
import type { Day } from '../../../lib/core/time.ts'
import { direction } from '../../../lib/platform/i18n.ts'
import { daySentence } from './day-sentence.ts'
import { type DayMarkers, HeatMonth, isReachable } from './HeatMonth.tsx'
import { walk } from './walk.ts'
import styles from './YearGrid.module.css'

type Props = {
  readonly map: YearMap
  readonly complete: boolean
  readonly markers: DayMarkers
  /** Only what was found is shown. */
  readonly found: boolean
  readonly label: string
  /** Stands where the sentence of a day will stand. */
  readonly hint: string
  readonly onDay: (day: Day) => void
}

type LineProps = Pick<Props, 'map' | 'markers' | 'found' | 'hint'> & {
  readonly looked: ReadonlySignal<Day | null>
  readonly days: ReadonlyMap<Day, MapDay>
}

/** Draws itself anew when another day is looked at, and leaves the months alone. */
const DayLine = ({ map, markers, found, hint, looked, days }: LineProps) => {
  const day = days.get(looked.value ?? '')
  return (
    <p class={styles['line']}>
      {day ? daySentence(map.scale, day, markers.get(day.day) ?? [], found) : hint}
    </p>
  )
}

const dayOf = (target: EventTarget | null): Day | null =>
  (target instanceof Element && target.closest<HTMLElement>('[data-day]')?.dataset['day']) || null

export const YearGrid = ({ map, complete, markers, found, label, hint, onDay }: Props) => {
  const grid = useRef<HTMLDivElement>(null)
  const stop = useRef<Day | null>(null)
  const focused = useRef(false)
  const looked = useSignal<Day | null>(null)

  const days = useMemo(() => {
    const all = map.months.flatMap(({ weeks }) => weeks.flat()).filter(day => day !== null)
    return new Map(all.filter(day => isReachable(day, markers)).map(day => [day.day, day]))
  }, [map, markers])

  const place = (day: Day | null) => grid.current?.querySelector<HTMLElement>(`[data-day="${day}"]`) ?? null

  /** Past the drawing of the months: one day more or less in the row of tab stops is no reason to draw a year. */
  const stopAt = (day: Day | null) => {
    for (const old of grid.current?.querySelectorAll<HTMLElement>('[tabindex="0"]') ?? []) old.tabIndex = -1
    const next = place(day)
    if (next) next.tabIndex = 0
    stop.current = day
  }

  useLayoutEffect(() => {
    const today = [...days.values()].find(day => day.when === 'today')
    stopAt(days.has(stop.current ?? '') ? stop.current : (today?.day ?? days.keys().next().value ?? null))
    // The day that had the focus may be none of those that can have it any more.
    if (focused.current && document.activeElement === document.body) place(stop.current)?.focus()
  }, [days, complete])

  const months = useMemo(
    () =>
      map.months.map(month => (
        <HeatMonth
          key={month.month}
          month={month}
          scale={map.scale}
          markers={markers}
          found={found}
          complete={complete}
        />
      )),
    [map, markers, found, complete],
  )

  const onKeyDown = (event: KeyboardEvent) => {
    const from = dayOf(event.target)
    if (from === null || event.altKey || event.metaKey || event.shiftKey) return
    const ground = { map, days: [...days.keys()], mirrored: direction() === 'rtl' }
    const to = walk(ground, from, { key: event.key, ctrl: event.ctrlKey })
    if (to === null) return
    event.preventDefault()
    place(to)?.focus()
  }

  return (
    <div class={styles['year']}>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset groups fields of a form. */}
      <div
        ref={grid}
        role="group"
        aria-label={label}
        class={styles['months']}
        onKeyDown={onKeyDown}
        onClick={({ target }) => {
          const day = dayOf(target)
          if (day !== null) onDay(day)
        }}
        onFocusIn={({ target }) => {
          const day = dayOf(target)
          focused.current = true
          looked.value = day
          stopAt(day)
        }}
        onFocusOut={event => {
          focused.current = event.relatedTarget === null && !document.hasFocus()
          looked.value = null
        }}
        onPointerOver={({ target }) => {
          looked.value = dayOf(target) ?? looked.value
        }}
        onPointerLeave={() => {
          looked.value = dayOf(document.activeElement)
        }}
      >
        {months}
      </div>
      <DayLine map={map} markers={markers} found={found} hint={hint} looked={looked} days={days} />
    </div>
  )
}
