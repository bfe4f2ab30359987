/** What is stored: counted, measured, checked, and told in a report without anything of the person's. */
import { expect, test } from 'vitest'
import type { Integrity, Snapshot } from '../../lib/app/data-ports.ts'
import { createStored } from '../../lib/app/stored.ts'
import { ok } from '../../lib/core/result.ts'
import { valueIn } from '../contract/assert.ts'
import { edited } from '../contract/samples.ts'
import { pageWorld } from '../support/page-world.ts'

const snapshot: Snapshot = {
  name: 'thaw-2026-11-21T10-00-00.json',
  at: 1,
  day: '2026-11-21',
  bytes: 500,
  records: 3,
  state: 'whole',
}

const storedWorld = async () => {
  const world = pageWorld()
  const secret = await world.checkIn('2026-11-20T10:00[Europe/Berlin]', {
    felt: 2,
    note: 'a secret',
    tags: ['work'],
  })
  await world.checkIn('2026-11-20T11:00[Europe/Berlin]', { felt: 4 })
  const storage = {
    usage: 12_345 as number | null,
    localBytes: 678 as number | null,
    persisted: false as boolean | null,
    answer: true as boolean | null,
  }
  const copiedTexts: string[] = []
  const clipboard = { works: true }
  const found: { integrity: Integrity | null; afterwards: Integrity | null; putRight: number } = {
    integrity: null,
    afterwards: null,
    putRight: 0,
  }
  const model = createStored({
    whole: {
      counts: world.whole.counts,
      check: async work => (found.integrity ? ok(found.integrity) : world.whole.check(work)),
      putRight: async () => {
        found.putRight += 1
        found.integrity = found.afterwards ?? found.integrity
        return ok(undefined)
      },
    },
    rows: world.whole.rows,
    snapshots: { list: async () => ok([snapshot]) },
    storage: {
      usage: async () => storage.usage,
      localBytes: async () => storage.localBytes,
      isPersisted: async () => storage.persisted,
      persist: async () => {
        storage.persisted = storage.answer
        return storage.answer
      },
      version: '1.2.3',
    },
    databaseVersion: 1,
    settingsChanged: async () => 7,
    lastBackup: async () => world.clock.now().epochMilliseconds - 3 * 24 * 3_600_000,
    system: async () => ({ os: 'linux', family: 'firefox', name: 'Firefox' }),
    readLog: async () => [
      { at: world.clock.now().epochMilliseconds, where: 'snapshot', name: 'UnknownError' },
    ],
    copyText: async text => {
      copiedTexts.push(text)
      return clipboard.works
    },
    changes: world.changes,
    clock: world.clock,
    pause: async () => {},
  })
  return { ...world, secret, storage, copiedTexts, clipboard, found, model }
}

test('counts every store and says how much room it takes', async () => {
  const { model, records, secret, clock } = await storedWorld()
  valueIn(await records.remove('checkIns', secret, clock.now().epochMilliseconds + 10_000))
  await model.load()
  const facts = model.facts.value
  expect(facts?.counts.checkIns).toEqual({ shown: 1, hidden: 1, deleted: 0 })
  expect(facts?.counts.sessions).toEqual({ shown: 0, hidden: 0, deleted: 0 })
  expect(facts?.sizes.checkIns).toBeGreaterThan(400)
  expect(facts?.sizes.sessions).toBe(0)
  expect(facts).toMatchObject({
    usage: 12_345,
    localBytes: 678,
    persisted: false,
    lastSnapshot: snapshot,
    settingsChanged: 7,
    databaseVersion: 1,
    version: '1.2.3',
  })
})

test('letters that take more than a byte count with all of them', async () => {
  const { model, checkIn } = await storedWorld()
  await model.load()
  const before = model.facts.value?.sizes.checkIns ?? 0
  await checkIn('2026-11-20T12:00[Europe/Berlin]', { note: 'あ'.repeat(1_000) })
  await model.load()
  expect((model.facts.value?.sizes.checkIns ?? 0) - before).toBeGreaterThan(3_000)
})

test('counts again when something changed', async () => {
  const { model, checkIn, changes } = await storedWorld()
  await model.load()
  await checkIn('2026-11-20T12:00[Europe/Berlin]')
  changes.announce('records')
  await expect.poll(() => model.facts.value?.counts.checkIns.shown).toBe(3)
})

test('what the browser answers about keeping the storage is told', async () => {
  const { model, storage } = await storedWorld()
  await model.load()
  expect(model.asked.value).toBe(null)
  await model.persist()
  expect([model.asked.value, model.facts.value?.persisted]).toEqual(['yes', true])
  storage.answer = null
  await model.persist()
  expect([model.asked.value, model.facts.value?.persisted]).toEqual(['no', null])
})

test('a check tells what it found, and can be stopped', async () => {
  const { model, found } = await storedWorld()
  await model.startCheck()
  expect(model.check.value).toMatchObject({ kind: 'done', found: { rows: 2, days: 0, orphans: 0 } })
  const end = model.check.subscribe(({ kind }) => {
    if (kind === 'running') model.stopCheck()
  })
  await model.startCheck()
  end()
  expect(model.check.value).toEqual({ kind: 'stopped' })
  found.integrity = { rows: 9, invalid: { checkIns: 1 }, days: 2, orphans: 3, uncopied: 4, unopened: 5 }
  await model.startCheck()
  expect(model.check.value).toEqual({ kind: 'done', found: found.integrity, mended: false })
})

test('what a check finds in one copy alone is put right, and looked at again', async () => {
  const { model, found } = await storedWorld()
  await model.startCheck()
  expect(found.putRight).toBe(0)
  found.integrity = { rows: 9, invalid: {}, days: 2, orphans: 0, uncopied: 4, unopened: 0 }
  found.afterwards = { rows: 9, invalid: {}, days: 0, orphans: 0, uncopied: 0, unopened: 0 }
  await model.startCheck()
  expect(model.check.value).toEqual({ kind: 'done', found: found.afterwards, mended: true })
  expect(found.putRight).toBe(1)
})

test('a history that cannot be read is told', async () => {
  const { model, store } = await storedWorld()
  const problem = { kind: 'failed', name: 'UnknownError' } as const
  store.problem = problem
  await model.load()
  await model.startCheck()
  expect([model.problem.value, model.check.value]).toEqual([problem, { kind: 'failed', problem }])
  store.problem = null
  await model.load()
  expect([model.problem.value, model.facts.value?.counts.checkIns.shown]).toEqual([null, 2])
})

test('the report tells counts, sizes, versions and what went wrong, and nothing of the person', async () => {
  const { model, copiedTexts, found, records } = await storedWorld()
  const [first] = valueIn(await records.all('checkIns'))
  valueIn(await records.save('checkIns', first?.id ?? '', edited({ note: 'another secret' })))
  found.integrity = { rows: 9, invalid: { checkIns: 1 }, days: 2, orphans: 3, uncopied: 4, unopened: 5 }
  await model.load()
  await model.startCheck()
  await model.copyReport()
  expect(model.copied.value).toBe(true)
  expect(copiedTexts).toEqual([
    `Thaw 1.2.3, database 1
Browser: Firefox (firefox), linux
Database and files: 12345 bytes
storage.local: 678 bytes
Persistent: no
Last backup: 3 days ago
Daily copies: whole (500 bytes)
checkIns: 2 shown, 0 hidden, 0 deleted
sessions: 0 shown, 0 hidden, 0 deleted
reflections: 0 shown, 0 hidden, 0 deleted
markers: 0 shown, 0 hidden, 0 deleted
nudges: 0 shown, 0 hidden, 0 deleted
words: 0 shown, 0 hidden, 0 deleted
tags: 0 shown, 0 hidden, 0 deleted
pauses: 0 shown, 0 hidden, 0 deleted
Check: rows 9, invalid 1, days 2, orphans 3, uncopied 4, unopened 5
Log, 0 days ago: snapshot: UnknownError
`,
  ])
})

test('what is not known is said to be unknown, and a refused clipboard is told', async () => {
  const { model, storage, copiedTexts, clipboard } = await storedWorld()
  Object.assign(storage, { usage: null, localBytes: null, persisted: null })
  clipboard.works = false
  await model.load()
  await model.copyReport()
  expect(model.copied.value).toBe(false)
  expect(copiedTexts[0]).toContain(
    'Database and files: not known\nstorage.local: not known\nPersistent: not known',
  )
  expect(copiedTexts[0]).toContain('Check: not made')
})
