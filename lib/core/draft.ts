/** The open check-in between two popups: where it stands and what was typed but not yet kept. */

import { goesOn, noteAtMost } from './check-in.ts'
import { joinedNote } from './joined-note.ts'
import { isLoose, type Loose } from './loose.ts'
import { type Offer, offerReasons } from './offer.ts'
import { type Patch, readPatch } from './patch.ts'
import type { Run, RunEnd } from './pause.ts'
import type { Id } from './records.ts'
import { readTempo } from './tempo.ts'
import type { Instant } from './time.ts'
import { isUnsaved, type KeptWriting, readWriting, type Writing } from './writing.ts'

/** The screens of the check-in. */
export const places = [
  'felt',
  /** The end of a check-in whose first question stands alone; more can be asked for. */
  'kept',
  'far',
  'words',
  /** The way to a word from the body. */
  'body',
  'offer',
  'pauses',
  'pause',
  'after',
  /** "I'm stuck", and what its four doors open. */
  'stuck',
  'alone',
  'blocked',
  'doubt',
  'too-much',
] as const

export type Place = (typeof places)[number]

/** What was said on the way from the body, by the ids of places, signals and strengths. */
export type BodySaid = {
  readonly place: Id | null
  readonly signal: Id | null
  readonly strength: Id | null
}

export type Draft = {
  readonly touchedAt: Instant
  /** Null until the first answer. */
  readonly checkInId: Id | null
  /** The id that its record will have, so that every popup and window that is open means the same one. */
  readonly newId: Id | null
  /** Answers that were given and are not yet known to be in the record. */
  readonly unkept: Patch | null
  /** What earlier check-ins left unkept; it stays here until their records have it. */
  readonly earlier: readonly LeftBehind[]
  readonly place: Place
  readonly offer: Offer | null
  readonly passedOver: readonly string[]
  readonly run: Run | null
  readonly sessionId: Id | null
  /** What is being written in the pause. */
  readonly writing: Writing | null
  /** A pause that was asked for elsewhere; it starts where the check-in opens next. */
  readonly toStart: Id | null
  /** The note as it was typed; null once it is in the record. */
  readonly note: string | null
  /** The note of the record from which that was typed. */
  readonly noteBase: string
  /** When the two quiet minutes under the note began; null where none were asked for. */
  readonly quietSince: Instant | null
  readonly find: string
  readonly openGroup: Id | null
  readonly body: BodySaid
  /** Whether the folded part under the offer stands open. */
  readonly more: boolean
  readonly scroll: number
}

/** Answers on their way to a record, and the note of it from which theirs was typed. */
export type LeftAnswers = { readonly checkInId: Id; readonly patch: Patch; readonly noteBase: string }

/** What was written in a pause, on its way to its reflection. */
type LeftWriting = { readonly writing: KeptWriting }

export type LeftBehind = LeftAnswers | LeftWriting

/** What is under way on these screens goes on where the record of its check-in is deleted. */
const goOnAlone: readonly Place[] = ['pause', 'after', 'stuck', 'alone', 'blocked', 'doubt', 'too-much']

/** Whether what the draft stands for ends with its record. */
export const endsWithRecord = ({ place }: Pick<Draft, 'place'>): boolean => !goOnAlone.includes(place)

export const newDraft = (now: Instant, newId: Id | null): Draft => ({
  touchedAt: now,
  checkInId: null,
  newId,
  unkept: null,
  earlier: [],
  place: 'felt',
  offer: null,
  passedOver: [],
  run: null,
  sessionId: null,
  writing: null,
  toStart: null,
  note: null,
  noteBase: '',
  quietSince: null,
  find: '',
  openGroup: null,
  body: { place: null, signal: null, strength: null },
  more: false,
  scroll: 0,
})

const fits = (value: unknown, like: unknown): boolean =>
  typeof like === 'number' ? Number.isFinite(value) : typeof value === typeof like

/** The values of `stored` that are of the kind they have in `like`, and in place of the others those of `like`. */
const sameKinds = <Like extends object>(like: Like, stored: Loose): Like =>
  Object.fromEntries(
    Object.entries(like).map(([name, value]) => [name, fits(stored[name], value) ? stored[name] : value]),
  ) as Like

const text = (value: unknown): string | null => (typeof value === 'string' ? value : null)
const number = (value: unknown): number | null => (Number.isFinite(value) ? (value as number) : null)

const noRun = { pauseId: '', startedAt: 0, step: 0, stepStartedAt: 0, heldFor: 0, spent: 0, other: false }

const ends: readonly RunEnd[] = ['finished', 'stopped', 'worse']

const readRun = (stored: unknown): Run | null => {
  if (!isLoose(stored)) return null
  const run = sameKinds(noRun, stored)
  if (run.pauseId === '') return null
  return {
    ...run,
    heldSince: number(stored['heldSince']),
    seenAt: number(stored['seenAt']) ?? run.stepStartedAt,
    leftAt: number(stored['leftAt']),
    end: ends.find(end => end === stored['end']) ?? null,
    tempo: readTempo(stored['tempo']),
  }
}

const isShort = (value: unknown): value is string | number =>
  typeof value === 'string' || Number.isFinite(value)

/** An offer without a reason that is known is none: another is made. */
const readOffer = (stored: unknown): Offer | null => {
  if (!isLoose(stored)) return null
  const { pauseId, probability } = sameKinds({ pauseId: '', probability: 1 }, stored)
  const reason = offerReasons.find(known => known === stored['reason'])
  const { values } = stored
  if (pauseId === '' || !reason) return null
  return {
    pauseId,
    reason,
    values: Array.isArray(values) ? values.filter(isShort) : [],
    probability,
    ...(stored['comparable'] === true && { comparable: true }),
  }
}

const readBody = (stored: unknown): BodySaid => {
  const said = isLoose(stored) ? stored : {}
  return { place: text(said['place']), signal: text(said['signal']), strength: text(said['strength']) }
}

const readLeftBehind = (stored: unknown): readonly LeftBehind[] => {
  if (!isLoose(stored)) return []
  const writing = readWriting(stored['writing'])
  if (isUnsaved(writing)) return [{ writing }]
  const checkInId = text(stored['checkInId'])
  const patch = readPatch(stored['patch'])
  return checkInId === null || patch === null
    ? []
    : [{ checkInId, patch, noteBase: text(stored['noteBase']) ?? '' }]
}

export const noteIsTooLong = (note: string): boolean => note.length > noteAtMost

const withoutNote = ({ note: _, ...answers }: Patch): Patch => answers

/** The draft where its record has the note `theirs`: what was typed stands beside what was written there since. */
export const rejoined = (draft: Draft, theirs: string): Draft => {
  const { unkept, note, noteBase } = draft
  if (note !== null && (theirs === noteBase || theirs === unkept?.note)) return { ...draft, noteBase: theirs }
  return {
    ...draft,
    note: note === null ? null : joinedNote(noteBase, note, theirs),
    noteBase: theirs,
    // What was under way has arrived, or is part of what is typed.
    unkept: unkept && withoutNote(unkept),
  }
}

/** Everything that a draft which no longer goes on still holds for its records and for earlier ones. */
export const leftBehind = (draft: Draft): readonly LeftBehind[] => {
  const { checkInId, unkept, note, noteBase, earlier, writing } = draft
  const answers = { ...withoutNote(unkept ?? {}), ...(note !== null && { note }) }
  const isAnswered = checkInId !== null && (unkept !== null || note !== null)
  return [
    ...earlier,
    ...(isAnswered ? [{ checkInId, patch: answers, noteBase }] : []),
    ...(isUnsaved(writing) ? [{ writing }] : []),
  ]
}

/**
 * Whether a draft goes on at `now`, or its record stands as it is. A note that is too long cannot be kept, so its check-in goes
 * on until the person has made it shorter.
 */
export const draftGoesOn = ({ touchedAt, note }: Draft, now: Instant): boolean =>
  goesOn(touchedAt, now) || (note !== null && noteIsTooLong(note))

/** The draft in whatever is stored; null where there is none that could go on. */
export const readDraft = (stored: unknown): Draft | null => {
  if (!isLoose(stored)) return null
  const touchedAt = number(stored['touchedAt'])
  const place = places.find(name => name === stored['place'])
  if (touchedAt === null || !place) return null
  const { find, more, scroll } = sameKinds(newDraft(touchedAt, null), stored)
  const run = readRun(stored['run'])
  const { earlier, passedOver } = stored
  return {
    touchedAt,
    checkInId: text(stored['checkInId']),
    newId: text(stored['newId']),
    unkept: readPatch(stored['unkept']),
    earlier: Array.isArray(earlier) ? earlier.flatMap(readLeftBehind) : [],
    place: place === 'pause' && !run ? 'offer' : place,
    offer: readOffer(stored['offer']),
    passedOver: Array.isArray(passedOver) ? passedOver.filter(id => typeof id === 'string') : [],
    run,
    sessionId: text(stored['sessionId']),
    writing: readWriting(stored['writing']),
    toStart: text(stored['toStart']),
    note: text(stored['note']),
    noteBase: text(stored['noteBase']) ?? '',
    quietSince: number(stored['quietSince']),
    find,
    openGroup: text(stored['openGroup']),
    body: readBody(stored['body']),
    more,
    scroll,
  }
}
