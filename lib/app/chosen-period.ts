/** The period that a page is about: one by its name, or from one day to another. */
import { batch, computed, type ReadonlySignal, signal } from '@preact/signals'
import { namedPeriod, type Period, type PeriodName } from '../core/period.ts'
import type { Day } from '../core/time.ts'

export type ChosenPeriod = {
  /** The name of the period, or `own`. */
  readonly name: ReadonlySignal<PeriodName | 'own'>
  readonly period: ReadonlySignal<Period>
  choose(name: PeriodName): void
  /** Takes an own period; false where the last day lies before the first, and then nothing changes. */
  show(period: Period): boolean
  /** How far the history reaches; null where there is none, and then everything is today. */
  setWhole(whole: Period | null): void
}

export const createChosenPeriod = (first: PeriodName, today: Day): ChosenPeriod => {
  const name = signal<PeriodName | 'own'>(first)
  const own = signal<Period | null>(null)
  const whole = signal<Period | null>(null)
  return {
    name,
    period: computed(() => {
      if (name.value === 'own' && own.value) return own.value
      const all = whole.value ?? { from: today, to: today }
      return namedPeriod(name.value === 'own' ? first : name.value, today, all)
    }),
    choose: next => {
      name.value = next
    },
    show: next => {
      if (next.from > next.to) return false
      batch(() => {
        own.value = next
        name.value = 'own'
      })
      return true
    },
    setWhole: next => {
      whole.value = next
    },
  }
}
