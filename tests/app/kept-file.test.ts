/** A backup kept current in a folder: written once a day and where something changed, never over what is not its own, and said when it cannot be. */
import { setImmediate } from 'node:timers/promises'
import { expect, test } from 'vitest'
import type { OwnFolder } from '../../lib/app/data-ports.ts'
import { createKeepFile, readKeptMark } from '../../lib/app/kept-file.ts'
import { createKeptFilePart } from '../../lib/app/kept-file-part.ts'
import { backupKey, readBackupMark } from '../../lib/core/backup-due.ts'
import { createSlot } from '../../lib/platform/slots.ts'
import { readBackup } from '../../lib/store/backup/read.ts'
import { writeBackup } from '../../lib/store/backup/write.ts'
import { memoryLocks } from '../../lib/store/locks.ts'
import { memoryLog } from '../support/fakes.ts'
import { pageWorld } from '../support/page-world.ts'

/** A folder in memory, of which the browser may want to ask again, and the disk may refuse. */
const memoryFolder = () => {
  const files = new Map<string, string>()
  const state = {
    picked: null as string | null,
    next: 'Documents' as string | null,
    forgetful: false,
    allowed: true,
    grants: true,
  }
  const disk: { refuses: Error | null; busy: Promise<void> } = { refuses: null, busy: Promise.resolve() }
  const folder: OwnFolder = {
    state: async () => (state.picked === null ? null : { name: state.picked, allowed: state.allowed }),
    pick: async () => {
      const { next } = state
      if (next === null) return null
      return async () => {
        if (state.forgetful) throw new DOMException('not kept', 'QuotaExceededError')
        state.picked = next
      }
    },
    allow: async () => {
      state.allowed = state.grants
      return state.grants
    },
    forget: async () => {
      state.picked = null
    },
    has: async name => (files.get(name) ?? '') !== '',
    write: async (name, fill) => {
      let content = ''
      if (!files.has(name)) files.set(name, '')
      await fill(async part => {
        await disk.busy
        if (disk.refuses) throw disk.refuses
        content += part
      })
      files.set(name, content)
    },
  }
  return { folder, files, state, disk }
}

const keptWorld = () => {
  const world = pageWorld()
  const { clock, whole, settings, values } = world
  const own = memoryFolder()
  const log = memoryLog()
  const changes = { stamp: 'a 1' }
  const lock = { on: false }
  const mark = createSlot(values, 'kept-file', readKeptMark)
  const locks = memoryLocks()
  const keep = createKeepFile({
    folder: own.folder,
    mark,
    backup: createSlot(values, backupKey, readBackupMark),
    whole,
    writeBackup: async (put, work) => {
      const exportedAt = clock.now().epochMilliseconds
      return writeBackup({ history: whole, settings: await settings.read(), exportedAt }, put, work)
    },
    hasLock: async () => lock.on,
    stamp: async () => changes.stamp,
    locks,
    clock,
    log,
  })
  let saved = 0
  const model = createKeptFilePart({
    folder: own.folder,
    mark,
    keep,
    locks,
    log,
    onSaved: () => {
      saved += 1
    },
  })
  const checkIns = async (count: number) => {
    for (let number = 0; number < count; number += 1) {
      await world.checkIn('2026-11-22T11:00[Europe/Berlin]')
      changes.stamp += '+'
    }
  }
  const held = (file: string) => {
    const result = readBackup(own.files.get(file) ?? '', clock.now().epochMilliseconds + 400 * 86_400_000)
    return result.ok ? result.value.rows.length : result.problem
  }
  return { ...world, ...own, keep, model, log, changes, lock, checkIns, held, saved: () => saved }
}

const names = (files: ReadonlyMap<string, string>) => [...files.keys()]

test('nothing is written where no folder was picked', async () => {
  const { keep, model, files } = keptWorld()
  expect(await keep('due')).toBe('none')
  await model.load()
  expect(model.state.value).toEqual({ kind: 'none' })
  expect(names(files)).toEqual([])
})

test('a picked folder gets its file at once, and it counts as the last backup', async () => {
  const { model, files, checkIns, held, values, saved } = keptWorld()
  await checkIns(3)
  await model.choose()
  expect(names(files)).toEqual(['thaw-backup.json'])
  expect(held('thaw-backup.json')).toBe(3)
  expect([model.state.value, model.told.value, model.busy.value, saved()]).toEqual([
    {
      kind: 'kept',
      folder: 'Documents',
      written: { file: 'thaw-backup.json', day: '2026-11-22' },
      trouble: null,
    },
    true,
    false,
    1,
  ])
  expect(JSON.parse(values.kept.get(backupKey) ?? '')).toMatchObject({ records: 3, day: '2026-11-22' })
})

test('it is written once a day, where something changed, and when it is no longer there', async () => {
  const { model, keep, clock, checkIns, held, files } = keptWorld()
  await checkIns(3)
  await model.choose()
  await checkIns(1)
  expect([await keep('due'), held('thaw-backup.json')]).toEqual(['fresh', 3])
  clock.set('2026-11-23T12:00[Europe/Berlin]')
  expect([await keep('due'), held('thaw-backup.json')]).toEqual(['written', 4])
  clock.set('2026-11-24T12:00[Europe/Berlin]')
  expect(await keep('due')).toBe('fresh')
  files.clear()
  expect([await keep('due'), held('thaw-backup.json')]).toEqual(['written', 4])
})

test('what lies in the folder already is left alone', async () => {
  const { model, files, held, checkIns } = keptWorld()
  await checkIns(1)
  files.set('thaw-backup.json', 'of another browser').set('thaw-backup-2.json', 'of a third')
  await model.choose()
  expect(names(files)).toEqual(['thaw-backup.json', 'thaw-backup-2.json', 'thaw-backup-3.json'])
  expect([files.get('thaw-backup.json'), held('thaw-backup-3.json')]).toEqual(['of another browser', 1])
})

test('a history that lost most of itself goes on beside the file that holds it', async () => {
  const { model, keep, clock, checkIns, held, records, files, changes } = keptWorld()
  await checkIns(10)
  await model.choose()
  const all = await records.all('checkIns')
  for (const { id } of all.ok ? all.value.slice(0, 6) : []) await records.remove('checkIns', id, 0)
  changes.stamp = 'b 1'
  clock.set('2026-11-23T12:00[Europe/Berlin]')
  expect(await keep('due')).toBe('written')
  expect(names(files)).toEqual(['thaw-backup.json', 'thaw-backup-2026-11-23.json'])
  expect(held('thaw-backup.json')).toBe(10)
  clock.set('2026-11-24T12:00[Europe/Berlin]')
  await checkIns(1)
  await keep('due')
  expect(names(files)).toHaveLength(2)
})

test('where the browser wants to be asked again nothing is written until it was', async () => {
  const { model, keep, clock, state, checkIns, held } = keptWorld()
  await checkIns(1)
  await model.choose()
  await checkIns(1)
  state.allowed = false
  clock.set('2026-11-23T12:00[Europe/Berlin]')
  expect([await keep('due'), held('thaw-backup.json')]).toEqual(['asks', 1])
  await model.load()
  expect(model.state.value).toMatchObject({ trouble: 'asks', written: { day: '2026-11-22' } })
  state.grants = false
  await model.goOn()
  expect([model.state.value, held('thaw-backup.json')]).toMatchObject([{ trouble: 'asks' }, 1])
  state.grants = true
  await model.goOn()
  expect([model.state.value, held('thaw-backup.json')]).toMatchObject([{ trouble: null }, 2])
})

test('a disk or a history that refuses leaves the file as it was, and it is said', async () => {
  const { model, disk, store, checkIns, held, log } = keptWorld()
  await checkIns(1)
  await model.choose()
  await checkIns(1)
  disk.refuses = new DOMException('', 'QuotaExceededError')
  await model.goOn()
  expect(model.state.value).toMatchObject({ trouble: 'failed', written: { day: '2026-11-22' } })
  expect([model.told.value, held('thaw-backup.json')]).toEqual([false, 1])
  disk.refuses = null
  store.problem = { kind: 'failed', name: 'UnknownError' }
  await model.goOn()
  expect(model.state.value).toMatchObject({ trouble: 'failed' })
  store.problem = null
  await model.goOn()
  expect([model.state.value, held('thaw-backup.json')]).toMatchObject([{ trouble: null }, 2])
  expect(log.noted).toHaveLength(2)
})

test('a first attempt that fails is said for as long as it lasts, and made up for by itself', async () => {
  const { model, keep, disk, checkIns, held, files, values } = keptWorld()
  await checkIns(1)
  disk.refuses = new DOMException('', 'QuotaExceededError')
  await model.choose()
  const failed = { kind: 'kept', folder: 'Documents', written: null, trouble: 'failed' }
  expect(model.state.value).toEqual(failed)
  await model.load()
  expect(model.state.value).toEqual(failed)
  // The care for the file begins where this is.
  expect(values.kept.has('kept-file')).toBe(true)
  disk.refuses = null
  expect(await keep('due')).toBe('written')
  await model.load()
  expect(model.state.value).toMatchObject({ written: { day: '2026-11-22' }, trouble: null })
  expect([names(files), held('thaw-backup.json')]).toEqual([['thaw-backup.json'], 1])
})

test('where a lock came on meanwhile the first file is written once it is gone', async () => {
  const { model, keep, lock, checkIns, files, values } = keptWorld()
  await checkIns(1)
  lock.on = true
  await model.choose()
  expect([names(files), values.kept.has('kept-file'), model.told.value]).toEqual([[], true, false])
  lock.on = false
  expect([await keep('due'), names(files)]).toEqual(['written', ['thaw-backup.json']])
})

test('what is written for the first time is not said to have failed while it is', async () => {
  const { model, checkIns } = keptWorld()
  await checkIns(1)
  const chosen = model.choose()
  await model.load()
  expect([model.busy.value, model.state.value]).toEqual([true, null])
  await chosen
  expect(model.state.value).toMatchObject({ written: { day: '2026-11-22' }, trouble: null })
})

test('a picker that was closed changes nothing; a folder that is let go of keeps its file', async () => {
  const { model, state, files, checkIns, keep } = keptWorld()
  await checkIns(1)
  state.next = null
  await model.choose()
  expect([model.state.value, names(files)]).toEqual([{ kind: 'none' }, []])
  state.next = 'Documents'
  await model.choose()
  await model.stop()
  expect([model.state.value, names(files)]).toEqual([{ kind: 'none' }, ['thaw-backup.json']])
  expect(await keep('due')).toBe('none')
})

test('a folder that is picked while the file of the one before is written gets a file of its own', async () => {
  const { model, keep, disk, checkIns, held, files, state } = keptWorld()
  await checkIns(1)
  await model.choose()
  await checkIns(1)
  const written = Promise.withResolvers<void>()
  disk.busy = written.promise
  const elsewhere = keep('now')
  await setImmediate()
  state.next = 'Elsewhere'
  const chosen = model.choose()
  await setImmediate()
  // What is being written goes where it was begun.
  expect(state.picked).toBe('Documents')
  written.resolve()
  expect(await elsewhere).toBe('written')
  await checkIns(1)
  await chosen
  expect([names(files), held('thaw-backup.json')]).toEqual([['thaw-backup.json', 'thaw-backup-2.json'], 2])
  expect(model.state.value).toMatchObject({ folder: 'Elsewhere', written: { file: 'thaw-backup-2.json' } })
})

test('where a folder that was picked cannot be kept, the one before goes on with its file', async () => {
  const { model, keep, checkIns, files, held, log, state } = keptWorld()
  await checkIns(1)
  await model.choose()
  state.next = 'Elsewhere'
  state.forgetful = true
  await model.choose()
  expect(model.state.value).toMatchObject({ folder: 'Documents', written: { file: 'thaw-backup.json' } })
  expect(log.names).toEqual(['QuotaExceededError'])
  await checkIns(1)
  expect(await keep('now')).toBe('written')
  expect([names(files), held('thaw-backup.json')]).toEqual([['thaw-backup.json'], 2])
})

test('a folder that is let go of while its file is written stays let go of', async () => {
  const { model, keep, disk, checkIns, values } = keptWorld()
  await checkIns(1)
  await model.choose()
  const written = Promise.withResolvers<void>()
  disk.busy = written.promise
  const elsewhere = keep('now')
  await setImmediate()
  const stopped = model.stop()
  await setImmediate()
  written.resolve()
  await Promise.all([elsewhere, stopped])
  expect([values.kept.has('kept-file'), model.state.value]).toEqual([false, { kind: 'none' }])
})
