/** Pauses and what they did: each kind, then each pause, described, and compared with quiet pauses where there are such. */

import { isFar } from '../check-in.ts'
import { type DaySum, meanInterval } from '../mean-interval.ts'
import { ancova, type Effect, type Observation } from '../stats/ancova.ts'
import type { Facts, SessionFact } from './facts.ts'
import { againstOf, estimateOf, type Finding, type FoundGroup, shareOf, shortOf } from './finding.ts'
import { byPauses } from './looks.ts'
import { poweredFor } from './powered.ts'

/** A weight is at most so many times the mean one of its arm: one rare draw says little by itself. */
const heaviest = 4

/** From so many compared sessions on, a slow drift of the level is allowed for as well; among fewer it costs more than it mends. */
const enoughForTrend = 100

/** How far a session moved what the person wants moved; null where that was not answered. */
type Outcome = (session: SessionFact) => number | null

const eased = { eased: 1, same: 0, worse: -1 } as const

const outcomes: { readonly felt: Outcome; readonly lighter: Outcome } = {
  felt: ({ before, after }) => (before === null || after === null ? null : after - before),
  lighter: ({ ease }) => (ease === null ? null : eased[ease]),
}

/** Ends of the scale of an outcome, and the difference on it that is worth telling. */
const scales = { felt: [-10, 10, 1], lighter: [-1, 1, 0.5] } as const

const sdOf = (values: readonly number[]): number => {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0)
  return values.length > 1 ? Math.sqrt(squares / (values.length - 1)) : 0
}

/**
 * The SD of what sessions do that is to be expected before much is known. Of felt it follows from how far apart they begin: a person
 * near the end of the scale moves little. Found with people made by code (`npm run truth -- more`), the usual ones and those at the floor.
 */
const expectedSpread: { readonly [Scale in keyof typeof scales]: (before: readonly number[]) => number } = {
  felt: before => Math.min(1.6, 0.65 + 0.66 * sdOf(before)),
  lighter: () => 0.6,
}

/** What is expected counts as so many sessions. */
const expectedCounts = 100

/** The error as far ahead as it can be known: few sessions say little of how much sessions differ. */
const foreseen = ({ plain, variance, freedom }: Effect, expected: number): number | null => {
  if (plain === 0 || variance === 0) return null
  const drawn = (freedom * variance + expectedCounts * expected ** 2) / (freedom + expectedCounts)
  return plain * Math.sqrt(drawn / variance)
}

/** Of the error rate of a question, the share for "does more than a quiet pause"; the rest is for "does less". */
export const forMore = 0.75

const powered = {
  kinds: poweredFor('pauses', byPauses, forMore),
  pauses: poweredFor('single-pauses', byPauses, forMore),
}

/** p where the two directions have different shares: that of the one seen, over its share (Bonferroni's inequality over the two). */
const leaning = ({ value, p }: Effect): number => Math.min(1, p / 2 / (value > 0 ? forMore : 1 - forMore))

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

/** Whether a quiet pause could have been drawn; how far away it was may have been set right since the draw. */
const couldBeQuiet = ({ compared, far }: SessionFact): boolean => compared && !isFar(far)

/** Whether a session may be compared, with what it did. */
const isCompared = (session: SessionFact, outcome: Outcome): boolean =>
  couldBeQuiet(session) && session.before !== null && outcome(session) !== null

/** One over the probability with which it was drawn. */
const weightOf = ({ probability }: SessionFact): number =>
  probability === null || probability <= 0 ? 1 : 1 / probability

/** Sessions that may be compared, with the arm they stand in; the quiet ones are arm 0. */
const observed = (
  sessions: readonly SessionFact[],
  outcome: Outcome,
  armOf: (session: SessionFact) => number,
): readonly Observation[] => {
  const compared = sessions.filter(session => isCompared(session, outcome))
  const trend = compared.length >= enoughForTrend
  const first = compared[0]?.day ?? 0
  const sums: { weight: number; n: number }[] = []
  const rows = compared.map((session): Observation => {
    const arm = session.quiet ? 0 : armOf(session)
    const weight = weightOf(session)
    const sum = sums[arm] ?? { weight: 0, n: 0 }
    sums[arm] = sum
    sum.weight += weight
    sum.n += 1
    const before = session.before ?? 0
    const covariates = trend ? [before, (session.day - first) / 100] : [before]
    return { arm, y: outcome(session) ?? 0, covariates, weight }
  })
  const heaviestOf = sums.map(({ weight, n }) => (heaviest * weight) / n)
  return rows.map(row => {
    const most = heaviestOf[row.arm] ?? row.weight
    return row.weight > most ? { ...row, weight: most } : row
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
const effectsOf = (
  bunches: readonly Bunch[],
  sessions: readonly SessionFact[],
  outcome: Outcome,
  by: (session: SessionFact) => string,
) => {
  const arms = new Map(bunches.map(({ id }, index) => [id, index + 1]))
  return ancova(
    observed(sessions, outcome, session => arms.get(by(session)) ?? 0),
    bunches.length + 1,
  )
}

/** How many of some sessions are numbers, could not be told, were not answered, and are compared with nothing. */
type Counts = Required<Pick<FoundGroup, 'n' | 'cantTell' | 'missing' | 'apart'>>

/** Where nothing is compared: whether it was marked. */
const marked = (sessions: readonly SessionFact[]): Counts => {
  const n = sessions.filter(({ ease }) => ease !== null).length
  return { n, cantTell: 0, missing: sessions.length - n, apart: 0 }
}

/** Where quiet pauses are compared: only sessions that chance decided between, which nobody began because they needed them more. */
const comparable = (sessions: readonly SessionFact[], outcome: Outcome): Counts => {
  const some = sessions.filter(couldBeQuiet)
  const n = some.filter(one => isCompared(one, outcome)).length
  const cantTell = some.filter(one => one.cantTell && !isCompared(one, outcome)).length
  return { n, cantTell, missing: some.length - n - cantTell, apart: sessions.length - some.length }
}

const describes = (id: string, { sessions }: Pick<Bunch, 'sessions'>): FoundGroup => ({
  ...{ id, ...marked(sessions), level: null, against: null, difference: null, test: null, short: 'nothing' },
  marks: marksOf(sessions),
})

const byKind = ({ kind }: SessionFact): string => kind
const byPause = ({ pauseId }: SessionFact): string => pauseId
const kindOf = ({ sessions }: Bunch) => sessions[0]?.kind ?? 'own'

/** Each kind, each pause, and what was marked after all quiet ones. */
const described = (kinds: readonly Bunch[], pauses: readonly Bunch[], quiet: readonly SessionFact[]) => [
  ...kinds.map(kind => describes(`kind-${kind.id}`, kind)),
  ...pauses.map(pause => describes(pause.id, pause)),
  ...(quiet.length > 0 ? [describes('quiet', { sessions: quiet })] : []),
]

/**
 * Each kind, each pause and the quiet ones, the others compared with those. `claimed` says which questions may be claimed now. Kinds come before single pauses: a pause has a question
 * of its own once its kind may be claimed, and where a kind is one pause, the kind speaks for it. Level and counts are those of what is
 * compared: sessions at which no quiet pause could have come (far away, after "worse", after a hard word, picked by hand) begin elsewhere.
 */
const compared = (
  kinds: readonly Bunch[],
  pauses: readonly Bunch[],
  sessions: readonly SessionFact[],
  scale: keyof typeof scales,
  claimed: readonly string[],
): readonly FoundGroup[] => {
  const outcome = outcomes[scale]
  const [low, high, worth] = scales[scale]
  const comparedOf = (some: readonly SessionFact[]) => some.filter(one => isCompared(one, outcome))
  const quiet = sessions.filter(session => session.quiet)
  const comparedQuiet = comparedOf(quiet)
  const rest = levelOf(comparedQuiet, outcome, low, high)
  const expected = expectedSpread[scale](comparedOf(sessions).flatMap(({ before }) => before ?? []))
  const waitFor = (effect: Effect | null, needed: number) => {
    const rarer = effect ? Math.min(effect.n, effect.compared) : 0
    const of = effect && effect.compared < effect.n ? 'quiet-pauses' : 'such-pauses'
    return shortOf(rarer, effect && foreseen(effect, expected), { of, powered: needed, size: worth })
  }
  /** `key` names the question that it may become a claim on; null asks none. */
  const groupOf = (
    bunch: Bunch,
    id: string,
    effect: Effect | null,
    key: string | null,
    needed: number,
  ): FoundGroup => {
    const some = comparedOf(bunch.sessions)
    if (some.length === 0) return { ...describes(id, bunch), ...comparable(bunch.sessions, outcome) }
    const level = levelOf(some, outcome, low, high)
    return {
      ...{ id, ...comparable(bunch.sessions, outcome), level, marks: marksOf(bunch.sessions) },
      against: againstOf(level, effect, rest, comparedQuiet.length),
      difference: effect && estimateOf(effect),
      test:
        effect === null || key === null
          ? null
          : { key, p: leaning(effect), n: Math.min(effect.n, effect.compared), plan: byPauses },
      short: waitFor(effect, needed),
    }
  }
  const kindEffects = effectsOf(kinds, sessions, outcome, byKind)
  const pauseEffects = effectsOf(pauses, sessions, outcome, byPause)
  const isAlone = (bunch: Bunch) => pauses.filter(other => kindOf(other) === kindOf(bunch)).length === 1
  const kindKey = (kind: string) => `pauses:${scale}:kind-${kind}`
  const pauseKey = (bunch: Bunch) =>
    !isAlone(bunch) && claimed.includes(kindKey(kindOf(bunch))) ? `single-pauses:${scale}:${bunch.id}` : null
  return [
    ...kinds.map((kind, place) =>
      groupOf(kind, `kind-${kind.id}`, kindEffects[place] ?? null, kindKey(kind.id), powered.kinds),
    ),
    ...pauses.map((pause, place) =>
      groupOf(pause, pause.id, pauseEffects[place] ?? null, pauseKey(pause), powered.pauses),
    ),
    { ...describes('quiet', { sessions: quiet }), ...comparable(quiet, outcome), level: rest },
  ]
}

/**
 * What was marked after pauses; beside quiet pauses, where the person wants that and there are such, what they did. Each session counts by
 * one over the probability with which it was drawn, because the choice leaned on what was learnt.
 */
export const pausesFinding = (
  sessions: readonly SessionFact[],
  { aim, compares }: Pick<Facts, 'aim' | 'compares'>,
  claimed: readonly string[],
): Finding => {
  const scale = aim === 'lighter' ? 'lighter' : 'felt'
  const quiet = sessions.filter(session => session.quiet)
  const others = sessions.filter(session => !session.quiet)
  const kinds = bunchesOf(others, byKind)
  const pauses = bunchesOf(others, byPause)
  const learns = compares && aim !== 'rest' && quiet.some(couldBeQuiet)
  const counts = learns ? comparable(sessions, outcomes[scale]) : marked(sessions)
  const { n, cantTell, missing } = counts
  return {
    subject: 'pauses',
    ...counts,
    missingShare: shareOf(missing, n + cantTell + missing),
    worth: scales[scale][2],
    groups: learns ? compared(kinds, pauses, sessions, scale, claimed) : described(kinds, pauses, quiet),
  }
}
