/** Browsers that are killed while Thaw writes lose nothing that was acknowledged. `npm run chaos` does it as often as is wanted. */
import { expect, test } from 'vitest'
import { type ChaosStore, chaosStores, figuresLine, runCycles } from '../chaos/cycles.ts'
import { lawSeed } from '../support/law-runs.ts'

/** The store that loses most is killed most. */
const cycles: { readonly [Store in ChaosStore]: number } = { leveldb: 20, sqlite: 5, firefox: 5 }

test.each(chaosStores)('%s', { timeout: 600_000 }, async store => {
  const figures = await runCycles(store, cycles[store], lawSeed(`chaos on ${store}`))
  console.log(figuresLine(figures))
  expect(figures).toMatchObject({ lost: [], halfImports: [], days: 0, invalid: 0, uncopied: 0, missing: 0 })
  expect(figures.acknowledged).toBeGreaterThan(cycles[store])
})

test('leveldb, under a lock that is opened again after each death', { timeout: 600_000 }, async () => {
  const figures = await runCycles('leveldb', 4, lawSeed('chaos under a lock'), () => {}, true)
  console.log(figuresLine(figures))
  expect(figures).toMatchObject({
    ...{ lost: [], halfImports: [], days: 0, invalid: 0, uncopied: 0, missing: 0 },
    inClear: 0,
  })
  expect(figures.acknowledged).toBeGreaterThan(4)
})
