/** Reads one row of the journal, whatever is stored there, into a row that cannot be wrong. */
import * as v from 'valibot'
import type { Row } from '../core/merge.ts'
import {
  dropReasons,
  type Origin,
  type OwnPauseStep,
  type RecordTypes,
  reflectionTypes,
  type StoreName,
  type Tombstone,
} from '../core/records.ts'

const text = v.pipe(
  v.string(),
  v.transform(value => value.toWellFormed()),
)
const id = v.pipe(text, v.minLength(1))
// The range of times that ECMAScript knows: https://tc39.es/ecma262/#sec-time-values-and-time-range
const instant = v.pipe(v.number(), v.integer(), v.minValue(-8.64e15), v.maxValue(8.64e15))
const day = v.pipe(v.string(), v.regex(/^[+-]?\d{4,6}-\d\d-\d\d$/))

/** What may be missing or wrong becomes what was never answered; the rest of the row is worth keeping. */
const orNull = <Value>(schema: v.GenericSchema<unknown, Value>) => v.fallback(v.nullable(schema), null)
const oneOf = <const Value extends string | number>(...values: readonly Value[]) =>
  orNull(v.picklist(values) as v.GenericSchema<unknown, Value>)
const flag = v.fallback(v.boolean(), false)
const listOf = <Value>(schema: v.GenericSchema<unknown, Value>) =>
  v.fallback(
    v.pipe(
      v.array(v.unknown()),
      v.transform(items => items.filter((item): item is Value => v.is(schema, item))),
    ),
    [],
  )

const imported = v.custom<`import:${string}`>(
  value => typeof value === 'string' && value.startsWith('import:'),
)
const origin = v.fallback(v.union([v.literal('own'), imported]), 'own')
const kept = {
  id,
  updatedAt: instant,
  origin,
  undoUntil: v.exactOptional(instant),
  /** See core/sealed. */
  sealed: v.exactOptional(v.string()),
}
const moment = { at: instant, zone: id, day }
const felt = oneOf(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10)
const step = oneOf(-4, -2, 0, 2, 4)
const ownName = { label: orNull(text), group: orNull(id), hidden: flag }

const records: { [Store in StoreName]: v.GenericSchema<unknown, RecordTypes[Store]> } = {
  checkIns: v.object({
    ...kept,
    ...moment,
    felt,
    far: oneOf(0, 1, 2, 3),
    pleasant: step,
    energy: step,
    cantTell: listOf(v.picklist(['felt', 'far', 'pleasant', 'energy'])),
    meaning: oneOf('shelter', 'in-the-way', 'neither'),
    words: v.fallback(
      v.pipe(
        v.array(v.unknown()),
        v.transform(items =>
          items.flatMap(item => {
            const word = v.safeParse(v.object({ id, guess: flag }), item)
            return word.success ? [word.output] : []
          }),
        ),
      ),
      [],
    ),
    tags: listOf(id),
    note: v.fallback(text, ''),
    source: v.fallback(v.union([v.picklist(['popup', 'nudge', 'page']), imported]), 'page'),
    precision: v.fallback(v.picklist(['minute', 'day']), 'minute'),
    nudgeId: orNull(id),
    raw: v.exactOptional(v.unknown()),
  }),
  sessions: v.object({
    ...kept,
    ...moment,
    pauseId: id,
    checkInId: orNull(id),
    before: felt,
    after: felt,
    ease: oneOf('eased', 'same', 'worse'),
    completed: flag,
    seconds: v.fallback(v.pipe(v.number(), v.finite(), v.minValue(0)), 0),
    probability: orNull(v.pipe(v.number(), v.minValue(0), v.maxValue(1))),
    reason: orNull(text),
    comparable: v.exactOptional(v.literal(true)),
  }),
  reflections: v.object({
    ...kept,
    ...moment,
    type: v.picklist(reflectionTypes),
    fields: v.record(v.string(), v.unknown()),
  }),
  markers: v.object({ ...kept, day, type: text, text }),
  nudges: v.object({
    ...kept,
    plannedAt: instant,
    shownAt: orNull(instant),
    openedAt: orNull(instant),
    answeredAt: orNull(instant),
    outcome: oneOf('answered', 'snoozed', 'not-now', 'expired', 'held-back', 'dropped'),
    heldBackBy: oneOf('idle', 'locked', 'full-screen', 'sound'),
    reason: oneOf('moment', 'today', ...dropReasons),
  }),
  words: v.object({ ...kept, ...ownName }),
  tags: v.object({ ...kept, ...ownName }),
  pauses: v.object({
    ...kept,
    label: orNull(text),
    text: orNull(text),
    steps: v.exactOptional(
      listOf(
        v.object({ text, seconds: v.nullable(v.pipe(v.number(), v.integer(), v.minValue(1))) }),
      ) as v.GenericSchema<unknown, readonly OwnPauseStep[]>,
    ),
    favourite: flag,
    hidden: flag,
  }),
}

const tombstone: v.GenericSchema<unknown, Tombstone> = v.object({
  id,
  updatedAt: instant,
  origin: origin as v.GenericSchema<unknown, Origin>,
  deletedAt: instant,
})

const schemaOf = (store: StoreName, value: unknown): v.GenericSchema<unknown, Row> =>
  typeof value === 'object' && value !== null && 'deletedAt' in value ? tombstone : records[store]

/** The row, without fields that Thaw does not know; null where it is none. */
export const validRow = <Store extends StoreName>(store: Store, value: unknown): Row<Store> | null => {
  const read = v.safeParse(schemaOf(store, value), value)
  return read.success ? (read.output as Row<Store>) : null
}

/** The field that makes `validRow` give null; null where the value is no object at all, or is a row. */
export const wrongField = (store: StoreName, value: unknown): string | null => {
  const read = v.safeParse(schemaOf(store, value), value)
  const key = read.issues?.[0].path?.[0]?.key
  return key === undefined ? null : String(key)
}
