/** The line about a backup on Today: there when one is worth it, gone when it was put away, saved, or switched off. */
import { expect, test } from 'vitest'
import { createBackupLine } from '../../lib/app/backup-line.ts'
import { backupKey, backupPutAwayKey, readBackupMark } from '../../lib/core/backup-due.ts'
import { createSlot } from '../../lib/platform/slots.ts'
import { memoryLocks } from '../../lib/store/locks.ts'
import { createSettingsStore } from '../../lib/store/settings.ts'
import { memoryKeyValue, testClock } from '../contract/fakes.ts'

const day = 86_400_000

const lineWorld = (records: number) => {
  const clock = testClock()
  const values = memoryKeyValue()
  const state: { records: number | null; refuses: boolean } = { records, refuses: false }
  const mark = createSlot(values, backupKey, readBackupMark)
  const settings = createSettingsStore(values, memoryLocks(), clock)
  const model = createBackupLine({
    mark,
    putAway: createSlot(values, backupPutAwayKey, stored => (typeof stored === 'number' ? stored : null)),
    settings,
    records: async () => {
      if (state.refuses) throw new Error('refused')
      return state.records
    },
    clock,
  })
  const saved = () =>
    mark.write({ at: clock.now().epochMilliseconds, day: '2026-11-22', records: state.records ?? 0 })
  return { clock, state, settings, values, model, saved }
}

test('nothing is said of a short history, and one line of a longer one', async () => {
  const { model, state } = lineWorld(49)
  await model.load()
  expect(model.line.value).toBeNull()
  state.records = 50
  await model.load()
  expect(model.line.value).toEqual({ last: null, since: 50 })
})

test('once it is put away it stays away for thirty days', async () => {
  const { model, clock } = lineWorld(80)
  await model.load()
  await model.putAway()
  expect(model.line.value).toBeNull()
  clock.forward(30 * day - 1)
  await model.load()
  expect(model.line.value).toBeNull()
  clock.forward(1)
  await model.load()
  expect(model.line.value).toMatchObject({ since: 80 })
})

test('a saved backup keeps it away until it is old and much has come since', async () => {
  const { model, clock, state, saved } = lineWorld(80)
  await saved()
  state.records = 200
  await model.load()
  expect(model.line.value).toBeNull()
  clock.forward(30 * day)
  await model.load()
  expect(model.line.value).toMatchObject({ last: { records: 80 }, since: 120 })
  state.records = 109
  await model.load()
  expect(model.line.value).toBeNull()
})

test('what was deleted while the backup was young hides nothing that comes afterwards', async () => {
  const { model, clock, state, saved, settings } = lineWorld(3_080)
  await saved()
  state.records = 80
  // Nothing is to be said, and it is seen all the same.
  await settings.change(current => ({ ...current, backupReminder: false }))
  await model.load()
  await settings.change(current => ({ ...current, backupReminder: true }))
  clock.forward(30 * day)
  state.records = null
  await model.load()
  expect(model.line.value).toBeNull()
  state.records = 480
  await model.load()
  expect(model.line.value).toMatchObject({ since: 400 })
})

test('it is not there for anyone who switched it off, nor where nothing can be read', async () => {
  const { model, settings, state, values } = lineWorld(80)
  await settings.change(current => ({ ...current, backupReminder: false }))
  await model.load()
  expect(model.line.value).toBeNull()
  await settings.change(current => ({ ...current, backupReminder: true }))
  state.refuses = true
  await model.load()
  expect(model.line.value).toBeNull()
  state.refuses = false
  await model.load()
  values.refuse(new Error('full'))
  await model.putAway()
  expect(model.line.value).toBeNull()
})
