/** A year of somebody who uses everything: check-ins with tags, markers, highs and lows, and pauses with quiet ones among them. */
import type { Facts, HighLowFact } from '../../lib/core/insight/facts.ts'
import type { Seeded } from '../../lib/core/seeded.ts'
import { firstDay, type Kind, lifeOf, type Planted } from './people.ts'
import { type Practice, sessionsOf, shuffled } from './sessions.ts'

export const fivePractices: readonly Practice[] = (['out', 'breath', 'body', 'do', 'people'] as const).map(
  kind => ({ pauseId: `one-of-${kind}`, kind, effect: 0 }),
)

/** Some tags come by the check-in, some by the day, some in weeks. */
const tags = Array.from({ length: 12 }, (_, index) => ({
  id: `tag-${index}`,
  lasts: index % 3,
  share: 0.05 + 0.03 * index,
}))

/** Which tags a check-in has; nothing of it depends on felt. */
const taggedBy = (chance: Seeded): NonNullable<Planted['tagsOf']> => {
  const since = new Map<string, { at: number; on: boolean }>()
  return ({ day, hour }) =>
    tags.flatMap(({ id, lasts, share }) => {
      const at = lasts === 0 ? day * 24 + hour : lasts === 1 ? day : Math.floor(day / 7)
      const known = since.get(id)
      const now = known?.at === at ? known : { at, on: chance.happens(share) }
      since.set(id, now)
      return now.on ? [id] : []
    })
}

/** Nothing in it does anything, unless `practices` do. Each of them comes once in so many days. */
export const yearOf = (
  kind: Kind,
  chance: Seeded,
  practices: readonly Practice[] = fivePractices,
  everyDays = 7,
): Facts => {
  const { checkIns } = lifeOf(kind, chance, { tagsOf: taggedBy(chance) })
  const each = Math.floor(kind.days / everyDays)
  const reach = () => (chance.happens(0.1) ? null : chance.whole(0, 3))
  const highLows = Array.from({ length: Math.floor(kind.days / 3) }, (_, index): HighLowFact => {
    const day = firstDay + 3 * index
    return { at: day * 86_400_000, day, high: reach(), low: reach() }
  })
  return {
    checkIns,
    sessions: sessionsOf(shuffled(practices, each, each, chance), kind, chance),
    markers: [60, 150, 240].map(after => ({ id: `marker-${after}`, day: firstDay + after })),
    highLows,
    aim: 'felt',
    compares: true,
    hemisphere: 'north',
    today: firstDay + kind.days - 1,
  }
}

/** What was known at the end of `day`. */
export const until = (facts: Facts, day: number): Facts => {
  const before = <Fact extends { readonly day: number }>(all: readonly Fact[]): readonly Fact[] => {
    const end = all.findIndex(fact => fact.day > day)
    return end === -1 ? all : all.slice(0, end)
  }
  return {
    ...facts,
    checkIns: before(facts.checkIns),
    sessions: before(facts.sessions),
    markers: before(facts.markers),
    highLows: before(facts.highLows),
    today: day,
  }
}
