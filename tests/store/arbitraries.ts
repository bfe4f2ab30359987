/** Any history that Thaw could hold, for properties. */
import * as fc from 'fast-check'
import type { Row } from '../../lib/core/merge.ts'
import type { CheckIn, RecordTypes, Session, StoreName } from '../../lib/core/records.ts'
import { storeNames } from '../../lib/core/records.ts'
import { momentOf, zonedAt } from '../../lib/core/time.ts'
import { testId } from '../contract/fakes.ts'
import { noon } from '../contract/samples.ts'

const maybe = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: null })
/** Any text that is well-formed, control characters and emoji included. */
const text = fc.string({ unit: 'binary', maxLength: 20 })
/** Few, so that records meet; among them names that are dangerous as keys. */
const contentId = fc.constantFrom('heavy', 'numb', '__proto__', 'constructor', 'own-1')
/** Few ids, so that copies of one record meet. */
const recordId = fc.integer({ min: 1, max: 6 }).map(number => testId(noon, number))
/** Around two midnights and a change of month, in two zones. */
const moment = fc
  .record({
    at: fc.integer({ min: 0, max: 60 }).map(hours => noon + hours * 7 * 3_600_000),
    zone: fc.constantFrom('Europe/Berlin', 'Pacific/Kiritimati'),
  })
  .map(({ at, zone }) => momentOf(zonedAt(at, zone)))
const instant = fc.integer({ min: noon, max: noon + 1_000 })

const kept = {
  id: recordId,
  updatedAt: fc.integer({ min: 0, max: 3 }).map(step => noon + step * 20 * 24 * 3_600_000),
  origin: fc.constantFrom('own' as const, 'import:daylio' as const),
}

const felt = maybe(fc.constantFrom(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10))
const step = maybe(fc.constantFrom(-4, -2, 0, 2, 4))
const ownName = { label: maybe(text), group: maybe(contentId), hidden: fc.boolean() }

const joined = <One, Other>(one: fc.Arbitrary<One>, other: fc.Arbitrary<Other>): fc.Arbitrary<One & Other> =>
  fc.tuple(one, other).map(([first, second]) => ({ ...first, ...second }))

const plain: { [Store in StoreName]: fc.Arbitrary<RecordTypes[Store]> } = {
  checkIns: joined(
    moment,
    fc.record(
      {
        ...kept,
        felt,
        far: maybe(fc.constantFrom(0, 1, 2, 3)),
        pleasant: step,
        energy: step,
        cantTell: fc.subarray(['felt', 'far', 'pleasant', 'energy']),
        meaning: maybe(fc.constantFrom('shelter', 'in-the-way', 'neither')),
        words: fc.array(fc.record({ id: contentId, guess: fc.boolean() }), { maxLength: 3 }),
        tags: fc.array(contentId, { maxLength: 3 }),
        note: text,
        source: fc.constantFrom('popup', 'nudge', 'page', 'import:daylio'),
        precision: fc.constantFrom('minute', 'day'),
        nudgeId: maybe(recordId),
        raw: fc.jsonValue({ maxDepth: 3 }),
      },
      {
        requiredKeys: [
          'id',
          'updatedAt',
          'origin',
          'felt',
          'far',
          'pleasant',
          'energy',
          'cantTell',
          'meaning',
          'words',
          'tags',
          'note',
          'source',
          'precision',
          'nudgeId',
        ],
      },
    ),
  ) as fc.Arbitrary<CheckIn>,
  sessions: joined(
    joined(moment, fc.record({ comparable: fc.constant(true) }, { requiredKeys: [] })),
    fc.record({
      ...kept,
      pauseId: contentId,
      checkInId: maybe(recordId),
      before: felt,
      after: felt,
      ease: maybe(fc.constantFrom('eased', 'same', 'worse')),
      completed: fc.boolean(),
      seconds: fc.nat({ max: 900 }),
      probability: maybe(fc.double({ min: 0, max: 1, noNaN: true })),
      reason: maybe(text),
    }),
  ) as fc.Arbitrary<Session>,
  reflections: joined(
    moment,
    fc.record({
      ...kept,
      type: fc.constantFrom('thought' as const, 'line' as const, 'plan' as const),
      fields: fc.record({ text, kept: fc.boolean(), steps: fc.array(text, { maxLength: 2 }) }),
    }),
  ),
  markers: fc.record({ ...kept, day: fc.constantFrom('2026-11-22', '2026-12-24'), type: text, text }),
  nudges: fc.record({
    ...kept,
    plannedAt: instant,
    shownAt: maybe(instant),
    openedAt: maybe(instant),
    answeredAt: maybe(instant),
    outcome: maybe(fc.constantFrom('answered', 'snoozed', 'not-now', 'expired', 'held-back', 'dropped')),
    heldBackBy: maybe(fc.constantFrom('idle', 'locked', 'full-screen', 'sound')),
    reason: maybe(fc.constantFrom('moment', 'today')),
  }),
  words: fc.record({ ...kept, ...ownName }),
  tags: fc.record({ ...kept, ...ownName }),
  pauses: fc.record(
    {
      ...kept,
      label: maybe(text),
      text: maybe(text),
      // None of its own, or those of one that is deleted and still named: none left.
      steps: fc.array(fc.record({ text, seconds: maybe(fc.integer({ min: 1, max: 90 })) }), { maxLength: 2 }),
      favourite: fc.boolean(),
      hidden: fc.boolean(),
    },
    { requiredKeys: ['id', 'updatedAt', 'origin', 'label', 'text', 'favourite', 'hidden'] },
  ),
}

/** JSON has no minus zero, so no copy has one. */
const asJson = <Value>(value: Value): Value => JSON.parse(JSON.stringify(value))

/** A record that is shown. */
export const record = <Store extends StoreName>(store: Store): fc.Arbitrary<RecordTypes[Store]> =>
  (plain[store] as fc.Arbitrary<RecordTypes[Store]>).map(asJson)

/** A record that is shown, hidden, or a tombstone. */
export const row = <Store extends StoreName>(store: Store): fc.Arbitrary<Row<Store>> =>
  fc
    .tuple(record(store), fc.constantFrom('shown', 'shown', 'hidden', 'gone'))
    .map(([one, state]): Row<Store> => {
      if (state === 'hidden') return { ...one, undoUntil: one.updatedAt + 10_000 }
      const { id, updatedAt, origin } = one
      return state === 'gone' ? { id, updatedAt, origin, deletedAt: updatedAt } : one
    })

/** A row of any store. */
export const storedRow = fc
  .constantFrom(...storeNames)
  .chain(store => row(store).map(one => ({ store, row: one as Row })))
