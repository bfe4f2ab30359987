import { openDB } from 'idb'
import { describe, expect, test } from 'vitest'
import { openDatabase } from '../../lib/store/db.ts'
import { upgrades } from '../../lib/store/upgrades.ts'
import { valueIn } from '../contract/assert.ts'
import { memoryKeyValue } from '../contract/fakes.ts'
import { noon } from '../contract/samples.ts'
import v1 from '../fixtures/v1/history.json' with { type: 'json' }
import { newWorld, state } from './world.ts'

/** What a version left behind: its database, its keys outside, and what a person saw. Frozen on the day of its release. */
const versions = [v1]

type Schema = {
  readonly [store: string]: {
    readonly keyPath: string
    readonly indexes: { readonly [name: string]: string | string[] }
  }
}

/** Makes the database as that version made it, without today's code. */
const make = async (name: string, { version, schema, database }: typeof v1) => {
  const raw = await openDB(name, version, {
    upgrade: made => {
      for (const [store, { keyPath, indexes }] of Object.entries(schema as Schema)) {
        const created = made.createObjectStore(store, { keyPath })
        for (const [index, path] of Object.entries(indexes)) created.createIndex(index, path)
      }
    },
  })
  for (const [store, rows] of Object.entries(database)) for (const row of rows) await raw.put(store, row)
  raw.close()
}

const keysOf = ({ keys }: typeof v1) =>
  memoryKeyValue(Object.entries(keys).map(([key, value]) => [key, JSON.stringify(value)] as const))

describe.for(versions)('what version $version left', left => {
  test('is read by today’s Thaw as it was seen then', async () => {
    const world = newWorld(keysOf(left))
    await make(world.name, left)
    world.clock.set(noon + 10_001)
    expect(await state(world.open())).toEqual(left.shown)
    expect(await world.open().recoveries.unread()).toBeNull()
    expect(valueIn(await world.open().checkCounts())).toBe(true)
  })

  test('is what the first steps still make today', async () => {
    const world = newWorld()
    const steps = upgrades.slice(0, left.version)
    const made = await openDatabase({ name: world.name, steps, lost: () => {} })
    made.close()
    const raw = await openDB(world.name)
    const transaction = raw.transaction([...raw.objectStoreNames])
    const schema = [...raw.objectStoreNames].map(name => {
      const store = transaction.objectStore(name)
      const indexes = [...store.indexNames].map(index => [index, store.index(index).keyPath])
      return [name, { keyPath: store.keyPath, indexes: Object.fromEntries(indexes) }]
    })
    raw.close()
    expect(Object.fromEntries(schema)).toEqual(left.schema)
  })

  test('is restored from its journal alone', async () => {
    const world = newWorld(keysOf(left))
    expect(await state(world.open())).toEqual(left.shown)
    const shown = Object.values(left.shown.records).reduce((sum, records) => sum + records.length, 0)
    const news = await world.open().recoveries.unread()
    expect([news?.restored, news?.missing]).toEqual([shown, 0])
  })

  test('is restored from its database alone', async () => {
    const world = newWorld()
    await make(world.name, left)
    expect(await state(world.open())).toEqual(left.shown)
    // Its settings lay beside the journal, and are gone with it.
    expect(await world.open().recoveries.unread()).toMatchObject({ restored: 0, missing: 0, settings: true })
    await world.wipe()
    expect(await state(world.open())).toEqual(left.shown)
  })
})
