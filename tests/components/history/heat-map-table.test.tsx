/** When the year of days has a table behind it. */
import { signal } from '@preact/signals'
import { beforeEach, expect, test } from 'vitest'
import { HeatMap } from '../../../components/history/heat-map/HeatMap.tsx'
import type { HeatMap as Model } from '../../../lib/app/heat-map.ts'
import { emptyDay } from '../../../lib/core/days.ts'
import { yearMap } from '../../../lib/core/heat-map.ts'
import type { DayRow, Marker } from '../../../lib/core/records.ts'
import { drawnOf } from '../../support/drawn.ts'
import { speak } from '../../support/speak.ts'

beforeEach(() => speak())

const nothing = async () => {}

const hasTable = (rows: readonly DayRow[], markers: readonly Marker[]): boolean => {
  const year = { year: 2026, scale: 'felt', firstWeekday: 1, today: '2026-11-22' } as const
  const model: Model = {
    map: signal(yearMap(rows, year)),
    complete: signal(true),
    empty: signal(false),
    years: signal([2026]),
    beyond: signal(0),
    scale: signal('felt'),
    problem: signal(null),
    load: nothing,
    go: nothing,
    earlier: nothing,
    later: nothing,
    choose: nothing,
    tryAgain: nothing,
  }
  return drawnOf(<HeatMap model={model} markers={markers} found={false} onDay={() => {}} />).some(
    ({ data }) => data === 'Show as a table',
  )
}

const marker = (day: string): Marker => ({
  id: 'm',
  updatedAt: 0,
  origin: 'own',
  day,
  type: 'own',
  text: 'A house',
})

test('where a check-in or a marker is of that year', () => {
  expect(hasTable([{ ...emptyDay('2026-05-03'), checkIns: 1 }], [])).toBe(true)
  expect(hasTable([], [marker('2026-05-03')])).toBe(true)
  expect(hasTable([], [marker('2025-05-03')])).toBe(false)
  expect(hasTable([], [])).toBe(false)
})
