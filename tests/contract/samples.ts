/** Records as callers decide them, for tests to vary. */
import type { Meeting } from '../../lib/app/data-ports.ts'
import type { CheckIn, Fields } from '../../lib/core/records.ts'
import type { Instant } from '../../lib/core/time.ts'
import { momentOf, zonedAt } from '../../lib/core/time.ts'

/** 2026-11-22, noon in Berlin. */
export const noon: Instant = Temporal.ZonedDateTime.from('2026-11-22T12:00[Europe/Berlin]').epochMilliseconds

export const checkInFields = (at: Instant, more: Partial<Fields<'checkIns'>> = {}): Fields<'checkIns'> => ({
  ...momentOf(zonedAt(at, 'Europe/Berlin')),
  felt: null,
  far: null,
  pleasant: null,
  energy: null,
  cantTell: [],
  meaning: null,
  words: [],
  tags: [],
  note: '',
  source: 'popup',
  precision: 'minute',
  nudgeId: null,
  ...more,
})

export const sessionFields = (at: Instant, more: Partial<Fields<'sessions'>> = {}): Fields<'sessions'> => ({
  ...momentOf(zonedAt(at, 'Europe/Berlin')),
  pauseId: 'look-up',
  checkInId: null,
  before: null,
  after: null,
  ease: null,
  completed: true,
  seconds: 60,
  probability: null,
  reason: null,
  ...more,
})

export const nudgeFields = (plannedAt: Instant, more: Partial<Fields<'nudges'>> = {}): Fields<'nudges'> => ({
  plannedAt,
  shownAt: null,
  openedAt: null,
  answeredAt: null,
  outcome: null,
  heldBackBy: null,
  reason: null,
  ...more,
})

/** Changes these fields of a check-in that is there. */
export const edited =
  (more: Partial<Fields<'checkIns'>>) =>
  (current: CheckIn | null): Fields<'checkIns'> | null =>
    current && { ...current, ...more }

/** What meeting rows comes to, where nothing is said none. */
export const meetingOf = (some: Partial<Meeting>): Meeting => ({
  added: 0,
  changed: 0,
  returned: 0,
  same: 0,
  later: 0,
  deleted: 0,
  ...some,
})
