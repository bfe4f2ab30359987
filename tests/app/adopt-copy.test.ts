/** The lock's header comes from the newest daily copy that is whole and has one. */
import { expect, test } from 'vitest'
import { createAdoptCopy } from '../../lib/app/adopt-copy.ts'
import type { Snapshot } from '../../lib/app/data-ports.ts'
import type { LockHeader } from '../../lib/core/lock.ts'
import { fail, ok } from '../../lib/core/result.ts'

const header = (id: string) => ({ id }) as LockHeader

type Copy = {
  readonly state: Snapshot['state']
  readonly lock?: string
  readonly checked?: Snapshot['state']
}

const adoptOf = (copies: readonly Copy[], stands = false) => {
  const adopted: string[] = []
  const adopt = createAdoptCopy({
    snapshots: {
      list: async () =>
        ok(
          copies.map(({ state }, at) => ({
            name: String(at),
            at,
            day: '2026-11-22',
            bytes: 1,
            records: 1,
            state,
          })),
        ),
      check: async name => ok(copies[Number(name)]?.checked ?? 'whole'),
      content: async name => ok(new Blob([name])),
    },
    readCopy: async content => {
      const lock = copies[Number(await content.text())]?.lock
      return lock === undefined ? {} : { lock: header(lock) }
    },
    lock: {
      adopt: async ({ id }) => {
        adopted.push(id)
        return ok(!stands)
      },
    },
  })
  return { adopt, adopted }
}

test('the newest whole one that has it gives it', async () => {
  const { adopt, adopted } = adoptOf([
    { state: 'missing', lock: 'gone' },
    { state: 'whole', checked: 'damaged', lock: 'damaged' },
    { state: 'whole' },
    { state: 'whole', lock: 'first' },
    { state: 'whole', lock: 'older' },
  ])
  expect([await adopt(), adopted]).toEqual([true, ['first']])
})

test('without one, and where another lock stands, nothing is brought back', async () => {
  expect(await adoptOf([{ state: 'whole' }]).adopt()).toBe(false)
  expect(await adoptOf([{ state: 'whole', lock: 'other' }], true).adopt()).toBe(false)
  const unlisted = createAdoptCopy({
    snapshots: {
      list: async () => fail({ kind: 'full' }),
      check: async () => ok('whole'),
      content: async () => ok(null),
    },
    readCopy: async () => null,
    lock: { adopt: async () => ok(true) },
  })
  expect(await unlisted()).toBe(false)
})
