/** The quiet lines on Today: one at a time, and none is spent where it is not seen. */
import { signal } from '@preact/signals'
import { expect, test } from 'vitest'
import { createQuietLine } from '../../lib/app/quiet-line.ts'

/** Lines that say what is set for them once they are read. */
const world = () => {
  const has = { help: false, lookBack: false, first: false, backup: false }
  const read: string[] = []
  const line = <Said>(name: keyof typeof has, silent: Said, said: Said) => {
    const says = signal(silent)
    const load = async () => {
      read.push(name)
      says.value = has[name] ? said : silent
    }
    return { says, load }
  }
  const help = line('help', null, { kind: 'who-i-am' } as const)
  const lookBack = line('lookBack', false, true)
  const first = line('first', null, 'pin' as const)
  const backup = line('backup', null, { last: null, since: 64 })
  const quiet = createQuietLine({
    help: { reason: help.says, load: help.load },
    lookBack: { shown: lookBack.says, load: lookBack.load },
    first: { thing: first.says, load: first.load },
    backup: { line: backup.says, load: backup.load },
  })
  return { has, read, quiet, help, lookBack, first }
}

test('stand there one at a time, and those behind are not read', async () => {
  const { has, read, quiet } = world()
  Object.assign(has, { help: true, lookBack: true, first: true, backup: true })
  expect(quiet.shown.value).toBeNull()
  await quiet.load()
  expect([quiet.shown.value, read]).toEqual(['help', ['help']])
  has.help = false
  await quiet.load()
  expect(quiet.shown.value).toBe('look-back')
  has.lookBack = false
  await quiet.load()
  expect(quiet.shown.value).toBe('first')
  has.first = false
  await quiet.load()
  expect(quiet.shown.value).toBe('backup')
  has.backup = false
  await quiet.load()
  expect(quiet.shown.value).toBeNull()
})

test('one that is put away makes room for none before the next visit', async () => {
  const { has, quiet, lookBack } = world()
  Object.assign(has, { lookBack: true, backup: true })
  await quiet.load()
  lookBack.says.value = false
  expect(quiet.shown.value).toBeNull()
  has.lookBack = false
  await quiet.load()
  expect(quiet.shown.value).toBe('backup')
})

test('one that speaks later than it did stands before what is said already', async () => {
  const { has, quiet } = world()
  has.backup = true
  await quiet.load()
  has.first = true
  await quiet.load()
  expect(quiet.shown.value).toBe('first')
})

test('are two where the history is made up', async () => {
  const { has, help, lookBack } = world()
  const quiet = createQuietLine({
    help: { reason: help.says, load: help.load },
    lookBack: { shown: lookBack.says, load: lookBack.load },
    first: null,
    backup: null,
  })
  await quiet.load()
  expect(quiet.shown.value).toBeNull()
  has.lookBack = true
  await quiet.load()
  expect(quiet.shown.value).toBe('look-back')
})
