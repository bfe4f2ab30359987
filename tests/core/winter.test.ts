/** Whether less came through in the latest two winters, of days that were lived in the north or in the south. */
import { describe, expect, test } from 'vitest'
import { emptyDay } from '../../lib/core/days.ts'
import { lastWintersLower, winterOf, wintersFrom } from '../../lib/core/insight/winter.ts'
import type { DayRow } from '../../lib/core/records.ts'

/** One answer on the first of each month. */
const days = (felt: (year: number, month: number) => number, from = 2020, to = 2026): readonly DayRow[] =>
  Array.from({ length: (to - from + 1) * 12 }, (_, at) => {
    const [year, month] = [from + Math.floor(at / 12), (at % 12) + 1]
    const row = emptyDay(`${year}-${String(month).padStart(2, '0')}-01`)
    const answered = { ...row.scales.felt, counts: { [felt(year, month)]: 1 } }
    return { ...row, checkIns: 1, scales: { ...row.scales, felt: answered } }
  })

/** Low in the winters that began in these years, north of the equator. */
const lowIn = (...winters: readonly number[]) =>
  days((year, month) => (winters.includes(winterOf({ year, month: month - 1 }, 'north') ?? 0) ? 2 : 6))

describe('the latest two winters', () => {
  test('are lower where both are, each beside the summers around it', () => {
    expect(lastWintersLower(lowIn(2024, 2025), 'north', '2026-04-02')).toBe(true)
    expect(lastWintersLower(lowIn(2025), 'north', '2026-04-02')).toBe(false)
    // A claim that five deep winters made says nothing of the two since.
    expect(lastWintersLower(lowIn(2019, 2020, 2021, 2022, 2023), 'north', '2026-04-02')).toBe(false)
  })

  test('are those that are over', () => {
    expect(lastWintersLower(lowIn(2023, 2024), 'north', '2026-02-20')).toBe(true)
    expect(lastWintersLower(lowIn(2023, 2024), 'north', '2026-03-01')).toBe(false)
  })

  test('of the south lie in the middle of the year', () => {
    const low = days((year, month) => ([2024, 2025].includes(year) && month >= 6 && month <= 8 ? 2 : 6))
    expect(lastWintersLower(low, 'south', '2026-04-02')).toBe(true)
    expect(lastWintersLower(low, 'north', '2026-04-02')).toBe(false)
    expect(lastWintersLower(low, 'south', '2026-08-20')).toBe(true)
    expect(lastWintersLower(low, 'south', '2026-09-01')).toBe(false)
  })

  test('of the south stand between the summer that began the year before and the one that began at their end', () => {
    const felt = (year: number, month: number) => {
      if (month >= 6 && month <= 8) return year === 2024 ? 4 : 2
      const summer = winterOf({ year, month: month - 1 }, 'north')
      return summer === 2023 ? 9 : 3
    }
    expect(lastWintersLower(days(felt), 'south', '2026-04-02')).toBe(true)
  })

  test('say nothing without answers, or without a summer beside them', () => {
    expect(lastWintersLower([], 'north', '2026-04-02')).toBe(false)
    const noSummers = lowIn(2024, 2025).filter(({ day }) => !/-0[678]-/.test(day))
    expect(lastWintersLower(noSummers, 'north', '2026-04-02')).toBe(false)
  })

  test('lie within the days that are read, whatever day it is', () => {
    for (const today of ['2026-01-01', '2026-02-28', '2026-03-01', '2026-12-31']) {
      const read = lowIn(2022, 2023, 2024, 2025).filter(({ day }) => day >= wintersFrom(today))
      expect(lastWintersLower(read, 'north', today)).toBe(true)
    }
  })
})
