/** The rules of which pauses may be offered: what the answers and the past allow, and what the person and the hour leave. */
import { type Answers, feltAnswer, feltIsLow, isFar, outwardFirst } from './check-in.ts'
import type { Pause } from './pause.ts'
import type { PauseKind } from './pause-kinds.ts'
import type { ListedPause } from './pause-list.ts'
import type { Session } from './records.ts'
import type { PauseSettings } from './settings.ts'

/** How much of the past is known: all of it, the latest part of it, or nothing where it cannot be read. */
export type Past = 'whole' | 'latest' | 'unknown'

/** What safety depends on besides the answers. */
export type Known = {
  /** All pauses there are, hidden ones too. */
  readonly pauses: readonly Pick<Pause, 'id' | 'kind'>[]
  /** Newest first. */
  readonly sessions: readonly Pick<Session, 'pauseId' | 'ease'>[]
  readonly past: Past
  /** A hard word was picked. */
  readonly hardWord: boolean
}

/** Whether it is the first offer to these answers, or one was passed over. */
export type Turn = 'first' | 'another'

type Rules = Pick<Pause, 'id' | 'kind' | 'rules'>

/** What may come after pauses that look outward, once one of those was passed over. */
const afterOutward: readonly PauseKind[] = ['do', 'make', 'people']

/** After a hard word nothing but what looks outward is offered, nor where it is not known what was worse. */
const outwardAlone = ({ past, hardWord }: Known): boolean => hardWord || past === 'unknown'

/** What is offered first looks outward. */
export const looksOutward = (answers: Answers, known: Known): boolean =>
  outwardFirst(answers) || outwardAlone(known)

/** The latest mark of each, by whatever `nameOf` makes of a session; null counts nowhere. */
const latestMarks = <Name extends string>(
  sessions: Known['sessions'],
  nameOf: (pauseId: string) => Name | undefined,
): ReadonlyMap<Name, Session['ease']> => {
  const latest = new Map<Name, Session['ease']>()
  for (const { pauseId, ease } of sessions) {
    const name = nameOf(pauseId)
    if (name !== undefined && ease !== null && !latest.has(name)) latest.set(name, ease)
  }
  return latest
}

/** Kinds whose latest mark was "worse" are left out for now; looking outward always stays. */
const kindsLeftOut = ({ pauses, sessions }: Pick<Known, 'pauses' | 'sessions'>): ReadonlySet<PauseKind> => {
  const kinds = new Map(pauses.map(({ id, kind }) => [id, kind]))
  const latest = latestMarks(sessions, id => kinds.get(id))
  return new Set(
    [...latest].filter(([kind, ease]) => ease === 'worse' && kind !== 'out').map(([kind]) => kind),
  )
}

const pausesLeftOut = ({ sessions }: Pick<Known, 'sessions'>): ReadonlySet<string> => {
  const latest = latestMarks(sessions, id => id)
  return new Set([...latest].filter(([, ease]) => ease === 'worse').map(([id]) => id))
}

const tooLow = (answers: Answers, { hardWord }: Known): boolean =>
  hardWord || feltAnswer(answers) === null || feltIsLow(answers) || isFar(answers.far)

/**
 * Those of `pauses` that may be offered to these answers, in their order. Far away, after a hard word, or where far is not known
 * while little is felt, they look outward. A kind marked "worse" last is left out, and of those that look outward the very ones
 * that were marked so, while another of `pauses` looks outward.
 */
export const mayBeOffered = <Some extends Rules>(
  pauses: readonly Some[],
  answers: Answers,
  known: Known,
  turn: Turn,
): readonly Some[] => {
  const kinds = kindsLeftOut(known)
  const worse = pausesLeftOut(known)
  const low = tooLow(answers, known)
  const outward = looksOutward(answers, known)
  const kindsNow: readonly PauseKind[] =
    turn === 'another' && !outwardAlone(known) ? ['out', ...afterOutward] : ['out']

  const isSafe = ({ kind, rules }: Some): boolean => {
    if (kinds.has(kind) || (low && rules.includes('not-low'))) return false
    return !outward || (kindsNow.includes(kind) && !rules.includes('inward'))
  }
  const safe = pauses.filter(isSafe)
  const kept = safe.filter(({ id, kind }) => kind !== 'out' || !worse.has(id))
  return kept.some(({ kind }) => kind === 'out') ? kept : safe
}

/** At night nobody is to be met and nothing to be gone out for. */
const isNight = (hour: number): boolean => hour >= 22 || hour < 7

/** Whether a pause stands among those to be picked by hand in a check-in, at the hour of the person's day, 0 to 23. */
export const mayBePicked = (
  { rules }: Pick<Pause, 'rules'>,
  { far }: Pick<Answers, 'far'>,
  hour: number,
): boolean => {
  if (rules.includes('near') && (far ?? 0) >= 1) return false
  return !(isNight(hour) && rules.includes('picked') && rules.includes('by-day'))
}

/** Whether a pause is offered by itself, by what it is, what the person set, and the hour of their day, 0 to 23. */
export const isOpenTo = (
  { pause: { id, kind, rules }, hidden }: ListedPause,
  { offKinds, switchedOn }: Pick<PauseSettings, 'offKinds' | 'switchedOn'>,
  hour: number,
): boolean => {
  if (hidden || rules.includes('picked') || rules.includes('comparison')) return false
  if (rules.includes('switched-on') && !switchedOn.includes(id)) return false
  if (kind !== 'out' && offKinds.includes(kind)) return false
  return !isNight(hour) || (kind !== 'people' && !rules.includes('by-day'))
}
