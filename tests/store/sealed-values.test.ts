/** What is kept outside the database is written once more where a lock is put on or taken off, and nothing of it goes back in time. */
import { expect, test } from 'vitest'
import type { KeyValue } from '../../lib/app/ports.ts'
import { rewriteValues, sealedValues } from '../../lib/store/lock/sealed-values.ts'
import { createSealer } from '../../lib/store/lock/sealer.ts'
import { memoryKeyValue } from '../contract/fakes.ts'
import { anyLock } from '../support/lock-world.ts'

const isSecret = (key: string) => key === 'draft' || key === 'past'
const keys = ['draft', 'past', 'marker']

const newValues = async () => {
  const { header, dataKey } = await anyLock()
  const sealer = await createSealer(dataKey, header)
  const values = memoryKeyValue()
  return { values, gate: async () => sealer, opening: async () => ({ ...sealer, opensOnly: true as const }) }
}

test('what is typed while it is sealed stays, sealed or not by whoever wrote it', async () => {
  const { values, gate } = await newValues()
  await values.set({ draft: 'old', past: 'kept', other: 'open' })
  const typed = ['newer', 'newest']
  /** Another page writes as soon as this one has read. */
  const busy: KeyValue = {
    ...values,
    get: async asked => {
      const found = await values.get(asked)
      const next = asked.includes('draft') ? typed.shift() : undefined
      if (next !== undefined) await values.set({ draft: next })
      return found
    },
  }
  await rewriteValues(busy, keys, isSecret, gate)
  expect(await sealedValues(values, isSecret, gate).get(['draft', 'past', 'other'])).toEqual({
    draft: 'newest',
    past: 'kept',
    other: 'open',
  })
  expect(Object.keys((await values.get(['draft', 'past'])) as object)).toEqual(['draft', 'past'])
  expect(JSON.stringify([...values.kept])).not.toMatch(/newest|kept/)
})

test('so it does while it is opened, and what nothing opens stays as it is', async () => {
  const { values, gate, opening } = await newValues()
  const damaged = { sealed: '1.AAAA' }
  await sealedValues(values, isSecret, gate).set({ draft: 'old' })
  await values.set({ past: damaged })
  await rewriteValues(values, keys, isSecret, opening)
  expect(await values.get(keys)).toEqual({ draft: 'old', past: damaged })
})
