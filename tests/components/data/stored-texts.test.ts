/** What is said of records that the lock cannot open: how many they are, beside what is stored and under the check, and where it can be read. */
import { beforeEach, expect, test } from 'vitest'
import { checkTexts, storeFacts } from '../../../components/data/stored-texts.ts'
import { sessionLine } from '../../../components/history/entry-texts.ts'
import { markerText } from '../../../components/history/markers/marker-texts.ts'
import type { StoredFacts } from '../../../lib/app/stored.ts'
import { type RecordOf, type StoreName, storeNames } from '../../../lib/core/records.ts'
import { closed } from '../../../lib/core/sealed.ts'
import { noon, sessionFields } from '../../contract/samples.ts'
import { speak } from '../../support/speak.ts'

beforeEach(() => speak())

const none = { shown: 2, hidden: 0, deleted: 0 }
const facts = {
  counts: Object.fromEntries(storeNames.map(store => [store, none])),
  sizes: Object.fromEntries(storeNames.map(store => [store, 0])),
} as unknown as StoredFacts

const done = (unopened: number) =>
  ({
    kind: 'done',
    mended: false,
    found: { rows: 9, invalid: {}, days: 0, orphans: 0, uncopied: 0, unopened },
  }) as const

test('records that could not be opened are counted once the check knows of them', () => {
  expect(checkTexts(done(0))).toEqual(['All 9 records are in order.'])
  expect(storeFacts(facts, { kind: 'ready' })).toEqual(storeFacts(facts, done(0)))
  expect(checkTexts(done(3))).toEqual([expect.stringMatching(/^3 records could not be opened\..*backup\.$/u)])
  expect(storeFacts(facts, done(3)).at(-1)).toEqual({ name: 'Could not be opened', value: '3' })
})

test('a pause or a marker that could not be opened says so in the list, and not what stands in its place', () => {
  const shut = <Store extends StoreName>(store: Store, record: RecordOf<Store>) =>
    closed(store, record, '1.AAAA')
  const kept = { id: 'a', updatedAt: noon, origin: 'own' } as const
  const session = { ...sessionFields(noon), ...kept }
  expect(sessionLine(session, 'Look outside')).toContain('Look outside')
  expect(sessionLine(shut('sessions', session), 'sealed')).toBe(
    'A pause that could not be opened. It may stand in a backup.',
  )
  const marker = { ...kept, day: '2026-11-20', type: 'own', text: 'a new flat' } as const
  expect(markerText(marker)).toBe('a new flat')
  expect(markerText(shut('markers', marker))).toContain('could not be opened')
})
