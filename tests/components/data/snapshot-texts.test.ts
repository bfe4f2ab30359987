/** What is said of bringing a copy back: nothing that is not so where something of it cannot be read. */
import { beforeEach, expect, test } from 'vitest'
import { planTexts, stateText } from '../../../components/data/snapshot-texts.ts'
import { speak } from '../../support/speak.ts'

beforeEach(() => speak())

const found = {
  kind: 'found',
  snapshot: { name: 'a', at: 0, day: '2026-11-22', bytes: 9, records: 3, state: 'whole' },
  plan: { returned: 0, changed: 0, same: 2, stays: 0 },
  unreadable: [],
} as const

test('a copy of which everything is here says so, and one with lines that cannot be read does not', () => {
  expect(planTexts(found)).toEqual(['Everything in this copy is here as it was.'])
  const unreadable = [{ line: 5, reason: 'too-long' }] as const
  expect(planTexts({ ...found, unreadable })).toEqual(['2 records are the same.'])
})

test('a copy that cannot be brought back says why', () => {
  const { snapshot } = found
  const said = (['whole', 'missing', 'damaged', 'too-big'] as const).map(state =>
    stateText({ ...snapshot, state }),
  )
  expect(said).toEqual([
    null,
    'This copy is gone from the disk.',
    'This copy was changed on the disk. It cannot be used.',
    'This file is larger than 200 MB, which is more than Thaw reads.',
  ])
})
