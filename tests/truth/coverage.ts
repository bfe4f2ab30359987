/** Whether intervals hold the truth as often as they say: of a tag, an hour, a weekday, a marker and a pause. */
import type { CheckInFact } from '../../lib/core/insight/facts.ts'
import type { Finding } from '../../lib/core/insight/finding.ts'
import { hourFinding } from '../../lib/core/insight/hour.ts'
import { markersFinding } from '../../lib/core/insight/markers.ts'
import { pausesFinding } from '../../lib/core/insight/pauses.ts'
import { tagFinding } from '../../lib/core/insight/tag.ts'
import { weekdayFinding } from '../../lib/core/insight/weekday.ts'
import { type Seeded, seeded } from '../../lib/core/seeded.ts'
import { firstDay, type Kind, kinds, lifeOf, type Planted, plantedIn, usualKind } from './people.ts'
import { type Question, shareRow } from './question.ts'
import { sessionsOf, shuffled } from './sessions.ts'

type Planting = {
  readonly what: string
  readonly planted: (chance: Seeded) => Planted
  readonly find: (checkIns: readonly CheckInFact[]) => Finding
  readonly id: string
  readonly where: (checkIn: CheckInFact) => boolean
}

/** Tags come in spells: a day like the one before is likelier to have it. */
const inSpells = (chance: Seeded, share: number) => {
  let [day, on] = [0, false]
  return (today: number): boolean => {
    if (today !== day) {
      day = today
      on = chance.happens(on ? 0.5 : share)
    }
    return on && chance.happens(0.7)
  }
}

const marked = firstDay + 200

const plantings: readonly Planting[] = [
  {
    what: 'tag',
    planted: chance => {
      const has = inSpells(chance, 0.12)
      return {
        tagsOf: ({ day }) => (has(day) ? ['work'] : []),
        effect: (_, tags) => (tags.length > 0 ? -0.8 : 0),
      }
    },
    find: tagFinding,
    id: 'work',
    where: ({ tags }) => tags.length > 0,
  },
  {
    what: 'hour',
    planted: () => ({ effect: ({ hour }) => (hour >= 20 ? 0.7 : 0) }),
    find: hourFinding,
    id: '20',
    where: ({ hour }) => (hour ?? 0) >= 20,
  },
  {
    what: 'weekday',
    planted: () => ({ effect: ({ weekday }) => (weekday === 1 ? -0.7 : 0) }),
    find: weekdayFinding,
    id: '1',
    where: ({ day }) => (day - firstDay) % 7 === 0,
  },
  {
    what: 'marker',
    planted: () => ({ effect: ({ day }) => (day >= marked ? 1 : 0) }),
    find: checkIns => markersFinding(checkIns, [{ id: 'm', day: marked }]),
    id: 'm',
    where: ({ day }) => day >= marked,
  },
]

const holds = (finding: Finding, id: string, truth: number): boolean | null => {
  const interval = finding.groups.find(group => group.id === id)?.difference?.interval
  return interval ? interval.from <= truth && truth <= interval.to : null
}

const pauseHolds = (kind: Kind, each: number, chance: Seeded): boolean | null => {
  // The truth of a scale with ends, by many sessions of the same kind that do nothing but differ in the effect.
  const practice = { pauseId: 'window', kind: 'out', effect: 0.8 } as const
  const sessions = sessionsOf(shuffled([practice], each, each, chance), kind, chance)
  return holds(pausesFinding(sessions, { aim: 'felt', compares: true }, []), 'kind-out', truthOfPause(kind))
}

const truths = new Map<Kind, number>()

/** The difference that an effect of 0.8 makes on the scale, by a long run of either arm. */
const truthOfPause = (kind: Kind): number => {
  const known = truths.get(kind)
  if (known !== undefined) return known
  const long = { ...kind, missing: false }
  const mean = (effect: number) => {
    const practices = Array.from(
      { length: 200_000 },
      () => ({ pauseId: 'window', kind: 'out', effect }) as const,
    )
    const all = sessionsOf(practices, long, seeded(99))
    return all.reduce((sum, { after }) => sum + (after ?? 0), 0) / all.length
  }
  const truth = mean(0.8) - mean(0)
  truths.set(kind, truth)
  return truth
}

const rowOf = (what: string, holding: readonly (boolean | null)[]) => {
  const known = holding.filter(value => value !== null)
  return shareRow(what, known.filter(Boolean).length, known.length, 93, 97)
}

export const coverage: Question = {
  name: 'coverage',
  asks: 'interval coverage of a pause’s effect, of tag, hour, weekday and marker differences: 93–97 %',
  *ask(people, seed) {
    for (const { what, planted, find, id, where } of plantings)
      for (const [name, kind] of kinds) {
        // On a scale with ends an effect is not the same for everybody: the truth is its mean over all of them.
        const lives = Array.from({ length: people(what === 'marker' ? 300 : 2_000) }, (_, index) => {
          const chance = seeded(seed * 1_000_003 + index)
          const life = lifeOf(kind, chance, planted(chance))
          return { found: find(life.checkIns), truth: plantedIn(life, where) }
        })
        const truth = lives.reduce((sum, life) => sum + life.truth, 0) / lives.length
        const holding = lives.map(({ found }) => holds(found, id, truth))
        yield rowOf(`${what}, ${name}: interval holds the truth`, holding)
      }
    for (const [name, kind] of kinds.slice(0, 4))
      for (const each of [8, 40]) {
        const holding = Array.from({ length: people(2_000) }, (_, index) =>
          pauseHolds(kind, each, seeded(seed * 1_000_003 + index)),
        )
        yield rowOf(`pause with ${each} uses an arm, ${name}: interval holds the truth`, holding)
      }
    const young = { ...usualKind, days: 60 }
    const holding = Array.from({ length: people(1_000) }, (_, index) => {
      const chance = seeded(seed * 1_000_003 + index)
      const [planting] = plantings
      if (!planting) return null
      const life = lifeOf(young, chance, planting.planted(chance))
      return holds(planting.find(life.checkIns), planting.id, plantedIn(life, planting.where))
    })
    yield rowOf('tag, after 60 days: interval holds the truth', holding)
  },
}
