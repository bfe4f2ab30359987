/** Saving a backup: what the file holds, what is told meanwhile and afterwards, and that stopping or failing saves nothing. */
import { expect, test, vi } from 'vitest'
import { createBackup } from '../../lib/app/backup.ts'
import { backupKey, readBackupMark } from '../../lib/core/backup-due.ts'
import { createSlot } from '../../lib/platform/slots.ts'
import { decrypted, encrypted } from '../../lib/store/backup/encrypted.ts'
import { readBackup } from '../../lib/store/backup/read.ts'
import { writeBackup } from '../../lib/store/backup/write.ts'
import { valueIn } from '../contract/assert.ts'
import { memoryLog } from '../support/fakes.ts'
import { pageWorld } from '../support/page-world.ts'

const quick = 4

const backupWorld = () => {
  const world = pageWorld()
  const { clock, whole, settings, changes, values } = world
  const log = memoryLog()
  const files: { name: string; content: Blob }[] = []
  const held = { now: 0, ever: 0 }
  const encryption: { refuses: Error | null } = { refuses: null }
  const model = createBackup({
    whole,
    writeBackup: async (put, work) => {
      const exportedAt = clock.now().epochMilliseconds
      return writeBackup({ history: whole, settings: await settings.read(), exportedAt }, put, work)
    },
    encrypt: async (content, passphrase, { signal, onProgress }) => {
      if (encryption.refuses) throw encryption.refuses
      const file = await encrypted(content, passphrase, onProgress, quick)
      return signal?.aborted ? null : file
    },
    takeOut: {
      saveFile: (name, content) => {
        files.push({ name, content })
        return 'done'
      },
    },
    mark: createSlot(values, backupKey, readBackupMark),
    settings,
    changes,
    clock,
    log,
    holdBusy: () => {
      held.now += 1
      held.ever += 1
      return () => {
        held.now -= 1
      }
    },
  })
  /** Every step that is shown, by its kind. */
  const kinds: string[] = []
  model.step.subscribe(({ kind }) => {
    if (kinds.at(-1) !== kind) kinds.push(kind)
  })
  const checkIns = async (count: number) => {
    for (let number = 0; number < count; number += 1) await world.checkIn('2026-11-22T11:00[Europe/Berlin]')
  }
  return { ...world, model, files, log, held, kinds, encryption, checkIns }
}

const read = (text: string) => {
  const result = readBackup(text, Temporal.Instant.from('2026-11-22T12:00Z').epochMilliseconds)
  if (!result.ok) throw new Error(result.problem)
  return result.value
}

test('a plain file holds everything, is called by its day alone, and is what the last backup is from then on', async () => {
  const { model, files, checkIns, session, held, kinds, values } = backupWorld()
  await checkIns(3)
  await session('2026-11-22T11:10[Europe/Berlin]')
  await model.load()
  expect(model.status.value).toEqual({ last: null, since: 4, due: false })
  await model.save(null)
  expect(kinds).toEqual(['ready', 'writing', 'done'])
  expect(files.map(({ name }) => name)).toEqual(['thaw-2026-11-22.json'])
  const content = files[0]?.content as Blob
  expect(model.step.value).toMatchObject({
    kind: 'done',
    name: 'thaw-2026-11-22.json',
    bytes: content.size,
    counts: { checkIns: 3, sessions: 1, nudges: 0 },
  })
  expect(read(await content.text()).rows).toHaveLength(4)
  expect(model.status.value).toMatchObject({ last: { day: '2026-11-22', records: 4 }, since: 0, due: false })
  expect([...values.kept.keys()]).toContain(backupKey)
  expect(held).toEqual({ now: 0, ever: 1 })
  await checkIns(2)
  await model.load()
  expect(model.status.value?.since).toBe(2)
})

test('what is deleted afterwards hides nothing that comes later, and what can come back is not deleted yet', async () => {
  const { model, checkIn, checkIns, changes, whole, records, clock } = backupWorld()
  await checkIns(9)
  const last = await checkIn('2026-11-21T11:00[Europe/Berlin]')
  await model.load()
  await model.save(null)
  valueIn(await records.remove('checkIns', last, clock.now().epochMilliseconds + 10_000))
  await model.load()
  valueIn(await records.undoRemove('checkIns', last))
  await model.load()
  expect(model.status.value).toMatchObject({ last: { records: 10 }, since: 0 })
  valueIn(await whole.removePeriod('2026-11-22', '2026-11-22'))
  changes.announce('records')
  await vi.waitFor(() => expect(model.status.value).toMatchObject({ last: { records: 1 }, since: 0 }))
  await checkIns(4)
  await model.load()
  expect(model.status.value?.since).toBe(4)
})

test('under a passphrase the same is saved, and another passphrase opens nothing', async () => {
  const { model, files, checkIns, kinds } = backupWorld()
  await checkIns(2)
  await model.save('slow thaw')
  expect(kinds).toEqual(['ready', 'writing', 'encrypting', 'done'])
  expect(files.map(({ name }) => name)).toEqual(['thaw-2026-11-22.json.age'])
  const content = files[0]?.content as Blob
  const opened = await decrypted(content, 'slow thaw')
  expect(opened.ok && read(await opened.value.text()).rows).toHaveLength(2)
  expect((await decrypted(content, 'other')).ok).toBe(false)
})

test('one that is stopped saves nothing and is no backup', async () => {
  const { model, files, checkIns, values, held } = backupWorld()
  await checkIns(2)
  for (const at of ['writing', 'encrypting']) {
    const off = model.step.subscribe(({ kind }) => {
      if (kind === at) model.stop()
    })
    const saving = model.save('slow thaw')
    await saving
    off()
    expect([at, model.step.value]).toEqual([at, { kind: 'stopped' }])
  }
  expect(files).toEqual([])
  expect(values.kept.has(backupKey)).toBe(false)
  expect(held.now).toBe(0)
})

test('it has stopped at once, however long its last read takes, and can be begun anew meanwhile', async () => {
  const { model, files, checkIns, whole, held, kinds, encryption } = backupWorld()
  await checkIns(2)
  const { promise: disk, resolve: answer } = Promise.withResolvers<void>()
  const read = whole.rows
  const rows = vi.spyOn(whole, 'rows').mockImplementationOnce(async (...asked) => {
    await disk
    return read(...asked)
  })
  const first = model.save(null)
  await vi.waitFor(() => expect(rows).toHaveBeenCalled())
  model.stop()
  expect(model.step.value).toEqual({ kind: 'stopped' })
  await model.save(null)
  expect(files).toHaveLength(1)
  answer()
  await first
  // The one that was stopped neither saves nor shows anything.
  expect(files).toHaveLength(1)
  expect(kinds).toEqual(['ready', 'writing', 'stopped', 'writing', 'done'])
  expect([held.now, held.ever]).toEqual([0, 2])
  encryption.refuses = new RangeError('no memory')
  const failing = model.save('slow thaw')
  model.stop()
  await failing
  expect(model.step.value).toEqual({ kind: 'stopped' })
})

test('one that fails says so, saves nothing, and can be tried again', async () => {
  const { model, files, checkIns, store, log, encryption } = backupWorld()
  await checkIns(1)
  const problem = { kind: 'failed', name: 'UnknownError' } as const
  store.problem = problem
  await model.save(null)
  expect(model.step.value).toEqual({ kind: 'failed', problem })
  store.problem = null
  encryption.refuses = new RangeError('no memory')
  await model.save('slow thaw')
  expect(model.step.value).toEqual({ kind: 'failed', problem: null })
  expect(log.noted).toHaveLength(2)
  expect(files).toEqual([])
  encryption.refuses = null
  await model.save('slow thaw')
  expect(model.step.value.kind).toBe('done')
})

test('a file that was saved is saved, though the browser does not keep word of it', async () => {
  const { model, files, checkIns, values } = backupWorld()
  await checkIns(1)
  values.refuse(new Error('full'))
  await model.save(null)
  expect(model.step.value.kind).toBe('done')
  expect(files).toHaveLength(1)
})

test('a word is said once there is enough to lose, and to nobody who switched it off', async () => {
  const { model, checkIns, settings, changes } = backupWorld()
  await checkIns(50)
  await model.load()
  expect([model.status.value?.due, model.reminds.value]).toEqual([true, true])
  await model.setReminds(false)
  expect([model.status.value?.due, model.reminds.value]).toEqual([false, false])
  expect((await settings.read()).backupReminder).toBe(false)
  expect(changes.announced).toEqual(['settings'])
  await model.setReminds(true)
  expect(model.status.value?.due).toBe(true)
  await model.save(null)
  expect(model.status.value?.due).toBe(false)
})

test('a choice about that word which cannot be kept is said, and stands as it was', async () => {
  const { model, values, changes } = backupWorld()
  await model.load()
  values.refuse(new Error('full'))
  await model.setReminds(false)
  expect([model.reminds.value, model.remindsFailed.value]).toEqual([true, true])
  expect(changes.announced).toEqual([])
  values.refuse(null)
  await model.setReminds(false)
  expect([model.reminds.value, model.remindsFailed.value]).toEqual([false, false])
})
