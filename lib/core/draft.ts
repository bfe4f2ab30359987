/** The open check-in between two popups: where it stands and what was typed but not yet kept. */
import type { Run } from './pause.ts'
import type { Offer, OfferReason } from './recommend.ts'
import type { Id } from './records.ts'
import type { Instant } from './time.ts'

/** A screen of the check-in. */
export type Place = 'felt' | 'far' | 'words' | 'offer' | 'pauses' | 'pause' | 'after'

export const places = [
  'felt',
  'far',
  'words',
  'offer',
  'pauses',
  'pause',
  'after',
] as const satisfies readonly Place[]

export type Draft = {
  readonly touchedAt: Instant
  /** Null until the first answer. */
  readonly checkInId: Id | null
  readonly place: Place
  readonly offer: Offer | null
  readonly passedOver: readonly string[]
  readonly run: Run | null
  readonly sessionId: Id | null
  /** The note as it was typed; null once it is in the record. */
  readonly note: string | null
  readonly find: string
  readonly openGroup: Id | null
  /** Whether the folded part under the offer stands open. */
  readonly more: boolean
  readonly scroll: number
}

export const newDraft = (now: Instant): Draft => ({
  touchedAt: now,
  checkInId: null,
  place: 'felt',
  offer: null,
  passedOver: [],
  run: null,
  sessionId: null,
  note: null,
  find: '',
  openGroup: null,
  more: false,
  scroll: 0,
})

type Loose = { readonly [name: string]: unknown }

const isLoose = (value: unknown): value is Loose => typeof value === 'object' && value !== null
const text = (value: unknown): string | null => (typeof value === 'string' ? value : null)
const number = (value: unknown): number | null =>
  typeof value === 'number' && Number.isFinite(value) ? value : null

const readRun = (stored: unknown): Run | null => {
  if (!isLoose(stored)) return null
  const pauseId = text(stored['pauseId'])
  const startedAt = number(stored['startedAt'])
  const step = number(stored['step'])
  const stepStartedAt = number(stored['stepStartedAt'])
  if (pauseId === null || startedAt === null || step === null || stepStartedAt === null) return null
  return {
    pauseId,
    startedAt,
    step: Math.max(0, Math.floor(step)),
    stepStartedAt,
    heldFor: number(stored['heldFor']) ?? 0,
    heldSince: number(stored['heldSince']),
    spent: number(stored['spent']) ?? 0,
  }
}

const reasons: readonly OfferReason[] = ['reason_far', 'reason_outward', 'reason_new']

const readOffer = (stored: unknown): Offer | null => {
  if (!isLoose(stored)) return null
  const pauseId = text(stored['pauseId'])
  if (pauseId === null) return null
  return {
    pauseId,
    reason: reasons.find(reason => reason === stored['reason']) ?? null,
    probability: Math.min(1, Math.max(0, number(stored['probability']) ?? 1)),
  }
}

/** The draft in whatever is stored; null where there is none that could go on. */
export const readDraft = (stored: unknown): Draft | null => {
  if (!isLoose(stored)) return null
  const touchedAt = number(stored['touchedAt'])
  const place = places.find(name => name === stored['place'])
  if (touchedAt === null || !place) return null
  const run = readRun(stored['run'])
  const passedOver = stored['passedOver']
  return {
    touchedAt,
    checkInId: text(stored['checkInId']),
    place: place === 'pause' && !run ? 'offer' : place,
    offer: readOffer(stored['offer']),
    passedOver: Array.isArray(passedOver) ? passedOver.filter(id => typeof id === 'string') : [],
    run,
    sessionId: text(stored['sessionId']),
    note: text(stored['note']),
    find: text(stored['find']) ?? '',
    openGroup: text(stored['openGroup']),
    more: stored['more'] === true,
    scroll: number(stored['scroll']) ?? 0,
  }
}
