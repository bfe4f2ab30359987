/** What the lock keeps in the clear: whoever changes any of it without the keys is found out at the next unlocking, and nothing is lost by it. */
import { expect, test } from 'vitest'
import type { LockHeader } from '../../lib/core/lock.ts'
import { createKeyring } from '../../lib/store/lock/keyring.ts'
import { outsideRecords } from '../../lib/store/lock/outside-records.ts'
import { makePair } from '../../lib/store/lock/sealer.ts'
import { lockKey } from '../../lib/store/lock-key.ts'
import { memoryValues } from '../../lib/store/memory-values.ts'
import { sealedRecords } from '../../lib/store/sealed-records.ts'
import { problemIn, valueIn } from '../contract/assert.ts'
import { testChance, testId } from '../contract/fakes.ts'
import { checkInFields, noon } from '../contract/samples.ts'
import { memoryChanges } from '../support/fakes.ts'
import { anyLock, lockPage, passphrase, putLock } from '../support/lock-world.ts'
import { newWorld } from './world.ts'

const way = { kind: 'passphrase', text: passphrase } as const
const chance = testChance()

/** A lock that is closed, before one check-in that was written while it was. */
const lockedWorld = async () => {
  const world = newWorld()
  const history = world.open()
  const page = lockPage(history, { keyValue: world.keyValue, clock: world.clock, chance })
  await putLock(page, history)
  await page.lock.lock()
  const header = async () => {
    const keyring = createKeyring({
      local: world.keyValue,
      session: memoryValues(),
      changes: memoryChanges(),
    })
    return (await keyring.header()) as LockHeader
  }
  const answer = async (number: number) =>
    valueIn(
      await outsideRecords(history, (await header()).publicKey).save('checkIns', testId(noon, number), () =>
        checkInFields(noon, { note: `note ${number}` }),
      ),
    )
  await answer(1)
  const noteOf = async (number: number) =>
    valueIn(await sealedRecords(history, page.lock.gate).get('checkIns', testId(noon, number)))?.note
  /** In both copies, or in the one that is read first. */
  const tamper = async (changed: Partial<LockHeader>, both = true) => {
    const tampered = { ...(await header()), ...changed }
    if (both) valueIn(await history.changeLock(() => tampered))
    else await world.keyValue.set({ [lockKey]: tampered })
  }
  return { world, history, page, header, answer, noteOf, tamper }
}

const strange = async () => makePair(crypto.getRandomValues(new Uint8Array(32)))

test('where neither copy can be read, one from elsewhere takes their place and opens what was written', async () => {
  const { world, history, page, noteOf } = await lockedWorld()
  const { header } = await anyLock()
  const damaged = { ...header, ways: 'x' } as unknown as LockHeader
  valueIn(await history.changeLock(() => damaged))
  expect(problemIn(await page.lock.unlock(way))).toEqual({ kind: 'unreadable' })
  expect(valueIn(await page.lock.adopt(header))).toBe(true)
  valueIn(await page.lock.unlock(way))
  expect([(await page.lock.facts()).unfinished, await noteOf(1)]).toEqual(['on', 'note 1'])
  await world.wipe()
}, 30_000)

test('a public key, a state and minutes of somebody else are found, told until they are read, and set right', async () => {
  const { publicKey } = await strange()
  const { mac: _, ...bare } = (await anyLock()).header
  for (const changed of [
    { publicKey },
    { state: 'opening' },
    { minutes: null },
    { mac: btoa('none') },
    // Without a proof, what can be told by the keys themselves still is.
    { mac: undefined, publicKey },
    { mac: undefined, state: 'opening' },
  ] as readonly Partial<LockHeader>[]) {
    for (const both of [true, false]) {
      const { world, page, header, answer, noteOf, tamper } = await lockedWorld()
      await tamper(changed, both)
      await answer(2)
      expect((await page.lock.facts()).wasChanged).toBe(false)
      valueIn(await page.lock.unlock(way))
      valueIn(await page.lock.finish())
      expect(await page.lock.facts()).toMatchObject({ state: 'unlocked', unfinished: null, wasChanged: true })
      const { publicKey: key, state, minutes } = await header()
      expect({ key, state, minutes }).toEqual({ key: bare.publicKey, state: 'on', minutes: 15 })
      // What was written to another key cannot be read; it is still there, with its times and numbers.
      const isReadable = changed.publicKey === undefined
      expect([await noteOf(1), await noteOf(2)]).toEqual(['note 1', isReadable ? 'note 2' : ''])
      await page.lock.lock()
      await answer(3)
      valueIn(await page.lock.unlock(way))
      expect([await noteOf(3), (await page.lock.facts()).wasChanged]).toEqual(['note 3', true])
      valueIn(await page.lock.readChanged())
      valueIn(await page.lock.unlock(way))
      expect((await page.lock.facts()).wasChanged).toBe(false)
      await world.wipe()
    }
  }
}, 180_000)

test('one from before there was a proof gets it at the next unlocking, and nothing is said', async () => {
  const { world, page, header, tamper, noteOf } = await lockedWorld()
  await tamper({ mac: undefined } as never)
  valueIn(await page.lock.unlock(way))
  expect((await page.lock.facts()).wasChanged).toBe(false)
  expect((await header()).mac).toMatch(/^[A-Za-z0-9+/]{43}=$/u)
  expect(await noteOf(1)).toBe('note 1')
  await world.wipe()
}, 30_000)

test('whatever is done with the lock afterwards is proved too', async () => {
  const { world, page, noteOf } = await lockedWorld()
  const unlocked = async (text = passphrase) => {
    await page.lock.lock()
    valueIn(await page.lock.unlock({ kind: 'passphrase', text }))
    expect((await page.lock.facts()).wasChanged).toBe(false)
  }
  await unlocked()
  valueIn(await page.lock.setMinutes(60))
  await unlocked()
  valueIn(await page.lock.changePassphrase(way, 'a newer one'))
  await unlocked('a newer one')
  valueIn(await page.lock.renewCode({ kind: 'passphrase', text: 'a newer one' }))
  await unlocked('a newer one')
  expect([await noteOf(1), (await page.lock.facts()).minutes]).toEqual(['note 1', 60])
  await page.lock.lock()
  expect(problemIn(await page.lock.setMinutes(null))).toMatchObject({ kind: 'failed' })
  await world.wipe()
}, 60_000)

test('a private key that was damaged is taken from the other copy, and one that nowhere is whole makes room for a new one', async () => {
  const { privateKey } = await strange()
  const one = await lockedWorld()
  await one.tamper({ privateKey }, false)
  valueIn(await one.page.lock.unlock(way))
  expect([await one.noteOf(1), (await one.page.lock.facts()).wasChanged]).toEqual(['note 1', true])
  await one.world.wipe()

  const none = await lockedWorld()
  await none.tamper({ privateKey })
  valueIn(await none.page.lock.unlock(way))
  expect([await none.noteOf(1), (await none.page.lock.facts()).wasChanged]).toEqual(['', true])
  await none.page.lock.lock()
  await none.answer(2)
  valueIn(await none.page.lock.unlock(way))
  expect(await none.noteOf(2)).toBe('note 2')
  await none.world.wipe()
}, 60_000)

test('a full disk keeps nobody from unlocking', async () => {
  const { world, history, noteOf: _, tamper } = await lockedWorld()
  await tamper({ mac: undefined } as never)
  const full = { ...history, changeLock: async () => ({ ok: false, problem: { kind: 'full' } }) as const }
  const page = lockPage(full, { keyValue: world.keyValue, clock: world.clock, chance })
  valueIn(await page.lock.unlock(way))
  expect((await page.lock.facts()).state).toBe('unlocked')
  await world.wipe()
}, 30_000)
