/** How many of the nudges that the settings ask for the hours leave room for, with the gap between them. */
import { drawTimes, numbersFrom } from './draw.ts'
import { type Span, spansOn } from './hours.ts'
import { assertNever } from './result.ts'
import type { NudgeSettings } from './settings.ts'
import { minute } from './time.ts'

/** A week in which no clock changes, from Monday on. */
const monday = Temporal.PlainDate.from('2024-01-01')
const zone = 'UTC'

/** Any will do: where the gap leaves little room, chance may still find a place for one nudge more on some days. */
const seed = 1

/** Null where none of the day lies in the hours, nor in those of the evening before. */
const fixedOn = (
  times: readonly number[],
  day: Temporal.PlainDate,
  settings: NudgeSettings,
): number | null => {
  const midnight = day.toZonedDateTime(zone).epochMilliseconds
  const spans = [day.subtract({ days: 1 }), day]
    .flatMap(each => spansOn(settings.hours, each, zone))
    .filter(span => span.to > midnight)
  if (spans.length === 0) return null
  let last = -Infinity
  let kept = 0
  for (const time of [...new Set(times)].sort((one, other) => one - other)) {
    const at = midnight + time * minute
    if (at - last < settings.gap * minute) continue
    if (!spans.some(span => span.from <= at && at < span.to)) continue
    last = at
    kept += 1
  }
  return kept
}

const randomOn = (spans: readonly Span[], wanted: number, gap: number): number =>
  drawTimes(spans, wanted, gap * minute, null, numbersFrom(seed)).length

/**
 * How many nudges come on each weekday, Monday first: no more than the cap allows, and never closer than the gap. Null on a day
 * without hours, and in a mode that plans no times. What the evening before takes from a morning is not counted.
 */
export const fittingByDay = (settings: NudgeSettings): readonly (number | null)[] => {
  const { mode, hours, cap, gap } = settings
  /** Days with the same hours are counted once: where little fits, a thousand draws are tried for each number. */
  const known = new Map<string, number>()
  return Array.from({ length: 7 }, (_, place) => {
    const day = monday.add({ days: place })
    switch (mode.kind) {
      case 'off':
      case 'every':
        return null
      case 'fixed': {
        const kept = fixedOn(mode.times, day, settings)
        return kept === null ? null : Math.min(cap, kept)
      }
      case 'random': {
        const spans = spansOn(hours, day, zone)
        const [first] = spans
        if (first === undefined) return null
        const alike = JSON.stringify(spans.map(({ from, to }) => [from - first.from, to - first.from]))
        const count = known.get(alike) ?? randomOn(spans, Math.min(mode.perDay, cap), gap)
        known.set(alike, count)
        return count
      }
      default:
        return assertNever(mode)
    }
  })
}

/** How many nudges fit on the tightest day that has hours; null where no times are planned. */
export const fitting = (settings: NudgeSettings): number | null => {
  const days = fittingByDay(settings).filter(count => count !== null)
  return days.length === 0 ? null : Math.min(...days)
}
