/** Highs and lows: their form, all that were written, and how many reached the person on which days. */
import { computed, type ReadonlySignal, signal } from '@preact/signals'
import { type HighLow, highLow, middleFelt, type ReachOverTime, reachOverTime } from '../core/highs-lows.ts'
import type { Id } from '../core/records.ts'
import { type Day, isDay } from '../core/time.ts'
import type { Changes, Records } from './ports.ts'
import type { ReflectPage } from './reflect-page.ts'
import { formActions, type ReflectionForm } from './reflection-form.ts'
import { createReread } from './reread.ts'

export type HighsLows = {
  readonly form: ReflectionForm
  /** Newest first; null until they are read. */
  readonly entries: ReadonlySignal<readonly HighLow[] | null>
  /** null until what was felt on those days is read, and where nothing was answered. */
  readonly reach: ReadonlySignal<ReachOverTime | null>
  /** Reads what was felt on those days. */
  load(): Promise<void>
  begin(): Promise<void>
  edit(id: Id): Promise<void>
  remove(id: Id): Promise<void>
}

type Needs = {
  readonly reflect: ReflectPage
  readonly form: ReflectionForm
  readonly records: Pick<Records, 'days'>
  readonly changes: Pick<Changes, 'listen'>
}

/** So many days are read at once. */
const daysAtOnce = 366

export const createHighsLows = ({ reflect, form, records, changes }: Needs): HighsLows => {
  const felt = signal<ReadonlyMap<Day, number> | null>(null)
  const entries = computed(() => reflect.all.value?.map(highLow).filter(entry => entry !== null) ?? null)

  const load = createReread(async () => {
    const days = [...new Set(entries.value?.map(({ day }) => day))].filter(isDay)
    const last = days.reduce((one, other) => (one > other ? one : other), '')
    const middles = new Map<Day, number>()
    let from = days.reduce((one, other) => (one < other ? one : other), last)
    while (from !== '' && from <= last) {
      const to = Temporal.PlainDate.from(from).add({ days: daysAtOnce })
      const rows = await records.days(from, to.toString())
      // Without the days the rest still stands there.
      if (!rows.ok) break
      for (const row of rows.value) {
        const middle = middleFelt(row)
        if (middle !== null) middles.set(row.day, middle)
      }
      from = to.add({ days: 1 }).toString()
    }
    felt.value = middles
  })

  changes.listen(topic => {
    if (topic === 'records' && felt.value !== null) void load()
  })

  return {
    form,
    entries,
    reach: computed(() => {
      if (entries.value === null || felt.value === null) return null
      const reach = reachOverTime(entries.value, felt.value)
      return reach.all.high.of + reach.all.low.of > 0 ? reach : null
    }),
    load,
    begin: () => form.begin('high-low'),
    ...formActions(reflect, form),
  }
}
