/** Pauses and what they did: each kind, then each pause, described, and compared with quiet pauses where there are such. */

import { type DaySum, meanInterval } from '../mean-interval.ts'
import { ancova, type Effect, type Observation } from '../stats/ancova.ts'
import type { Aim, SessionFact } from './facts.ts'
import { estimateOf, type Finding, type FoundGroup, type Short, shareOf, shortOf } from './finding.ts'
import { byUse } from './looks.ts'

/** A weight is at most so many times the mean one of its arm: one rare draw says little by itself. */
const heaviest = 4

/** From so many compared sessions on, a slow drift of the level is allowed for as well. */
const enoughForTrend = 40

/** How far a session moved what the person wants moved; null where that was not answered. */
type Outcome = (session: SessionFact) => number | null

const eased = { eased: 1, same: 0, worse: -1 } as const

const outcomes: { readonly felt: Outcome; readonly lighter: Outcome } = {
  felt: ({ before, after }) => (before === null || after === null ? null : after - before),
  lighter: ({ ease }) => (ease === null ? null : eased[ease]),
}

/** Ends of the scale of an outcome, and the difference on it that is worth telling. */
const scales = { felt: [-10, 10, 1], lighter: [-1, 1, 0.5] } as const

const levelOf = (sessions: readonly SessionFact[], outcome: Outcome, low: number, high: number) => {
  const days = new Map<number, DaySum>()
  for (const session of sessions) {
    const value = outcome(session)
    if (value === null) continue
    const { sum, answers } = days.get(session.day) ?? { sum: 0, answers: 0 }
    days.set(session.day, { sum: sum + value, answers: answers + 1 })
  }
  const found = meanInterval([...days.values()], low, high)
  return found && { value: found.mean, interval: found.interval }
}

/** Sessions that may be compared, with the arm they stand in; the quiet ones are arm 0. */
const observed = (
  sessions: readonly SessionFact[],
  outcome: Outcome,
  armOf: (session: SessionFact) => number,
): readonly Observation[] => {
  const rows = sessions.flatMap(session => {
    const { before, probability, compared, quiet } = session
    const [y, arm] = [outcome(session), quiet ? 0 : armOf(session)]
    if (!compared || y === null || before === null || arm < 0) return []
    return [
      {
        arm,
        y,
        before,
        day: session.day,
        weight: probability === null || probability <= 0 ? 1 : 1 / probability,
      },
    ]
  })
  const sums = new Map<number, { weight: number; n: number }>()
  for (const { arm, weight } of rows) {
    const known = sums.get(arm) ?? { weight: 0, n: 0 }
    sums.set(arm, { weight: known.weight + weight, n: known.n + 1 })
  }
  const trend = rows.length >= enoughForTrend
  return rows.map(({ arm, y, before, day, weight }) => {
    const sum = sums.get(arm) ?? { weight: 1, n: 1 }
    const fair = Math.min(heaviest, (weight * sum.n) / sum.weight)
    return {
      arm,
      y,
      covariates: trend ? [before, (day - (rows[0]?.day ?? 0)) / 100] : [before],
      weight: fair,
    }
  })
}

const marksOf = (sessions: readonly SessionFact[]) => {
  const marks = { eased: 0, same: 0, worse: 0 }
  for (const { ease } of sessions) if (ease !== null) marks[ease] += 1
  return marks
}

type Bunch = { readonly id: string; readonly sessions: readonly SessionFact[] }

const bunchesOf = (
  sessions: readonly SessionFact[],
  by: (session: SessionFact) => string,
): readonly Bunch[] =>
  [...Map.groupBy(sessions, by)]
    .map(([id, some]) => ({ id, sessions: some }))
    .sort((one, other) => other.sessions.length - one.sessions.length || (one.id < other.id ? -1 : 1))

/** Effects of bunches against the quiet pauses, in their order. */
const effectsOf = (bunches: readonly Bunch[], quiet: readonly SessionFact[], outcome: Outcome) => {
  const arms = new Map(
    bunches.flatMap(({ sessions }, index) => sessions.map(one => [one, index + 1] as const)),
  )
  const all = [...quiet, ...bunches.flatMap(({ sessions }) => sessions)].sort(
    (one, other) => one.at - other.at,
  )
  return ancova(
    observed(all, outcome, session => arms.get(session) ?? -1),
    bunches.length + 1,
  )
}

/**
 * Kinds come before single pauses: a pause has a question of its own once its kind may be claimed, and where a kind is one pause, the kind
 * speaks for it. `claimed` says which questions may be claimed now. The choice leaned on what was learnt, so each session counts by one over the
 * probability with which it was drawn; sessions at which no quiet pause could have come (far away, after "worse", after a hard word)
 * are counted and not compared.
 */
export const pausesFinding = (
  sessions: readonly SessionFact[],
  aim: Aim,
  claimed: readonly string[],
): Finding => {
  const scale = aim === 'lighter' ? 'lighter' : 'felt'
  const outcome = outcomes[scale]
  const [low, high, worth] = scales[scale]
  const quiet = sessions.filter(session => session.quiet)
  const others = sessions.filter(session => !session.quiet)
  const kinds = bunchesOf(others, ({ kind }) => kind)
  const pauses = bunchesOf(others, ({ pauseId }) => pauseId)
  const learns = aim !== 'rest' && quiet.some(({ compared }) => compared)
  const rest = levelOf(quiet, outcome, low, high)
  const answeredOf = (some: readonly SessionFact[]) => some.filter(one => outcome(one) !== null).length
  const groupOf = (bunch: Bunch, id: string, effect: Effect | null, asks: boolean): FoundGroup => {
    const n = answeredOf(bunch.sessions)
    const rarer = effect ? Math.min(effect.n, effect.compared) : 0
    const seldom = effect && effect.compared < effect.n ? 'quiet-pauses' : 'pauses'
    const short: Short = learns ? shortOf(rarer, effect?.plain || null, seldom, worth) : 'nothing'
    return {
      id,
      n,
      cantTell: 0,
      missing: bunch.sessions.length - n,
      level: levelOf(bunch.sessions, outcome, low, high),
      against: learns && rest ? { ...rest, n: answeredOf(quiet) } : null,
      difference: learns && effect ? estimateOf(effect) : null,
      test:
        learns && effect && asks
          ? { key: `pauses:${scale}:${id}`, p: effect.p, n: rarer, plan: byUse }
          : null,
      short,
      marks: marksOf(bunch.sessions),
    }
  }
  const kindEffects = learns ? effectsOf(kinds, quiet, outcome) : []
  const pauseEffects = learns ? effectsOf(pauses, quiet, outcome) : []
  const kindOf = (bunch: Bunch) => bunch.sessions[0]?.kind ?? 'own'
  const isAlone = (bunch: Bunch) => pauses.filter(other => kindOf(other) === kindOf(bunch)).length === 1
  const mayAsk = (bunch: Bunch) =>
    !isAlone(bunch) && claimed.includes(`pauses:${scale}:kind-${kindOf(bunch)}`)
  const n = answeredOf(sessions)
  return {
    subject: 'pauses',
    n,
    cantTell: 0,
    missing: sessions.length - n,
    missingShare: shareOf(sessions.length - n, sessions.length),
    groups: [
      ...kinds.map((kind, index) => groupOf(kind, `kind-${kind.id}`, kindEffects[index] ?? null, true)),
      ...pauses.map((pause, index) => groupOf(pause, pause.id, pauseEffects[index] ?? null, mayAsk(pause))),
      ...(quiet.length > 0
        ? [
            {
              ...groupOf({ id: 'quiet', sessions: quiet }, 'quiet', null, false),
              against: null,
              short: 'nothing' as const,
            },
          ]
        : []),
    ],
  }
}
