/** Small values in the browser, settings, the log, chance, and word of changes. */
import fc from 'fast-check'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { fakeBrowser } from 'wxt/testing/fake-browser'
import type { Topic } from '../../lib/app/ports.ts'
import { defaultSettings } from '../../lib/core/settings.ts'
import { createChanges } from '../../lib/platform/changes.ts'
import { localValues, sessionValues } from '../../lib/platform/local.ts'
import { createLog, readLog } from '../../lib/platform/log.ts'
import { systemChance } from '../../lib/platform/random.ts'
import { createSlot } from '../../lib/platform/slots.ts'
import { readSurroundings } from '../../lib/platform/surroundings.ts'
import { memoryLocks } from '../../lib/store/locks.ts'
import { createSettingsStore, readSettingsChanged, settingsChangedKey } from '../../lib/store/settings.ts'
import { type BrowserFakes, completeFakeBrowser, fixedClock } from '../support/fakes.ts'

let fakes: BrowserFakes
beforeEach(() => {
  fakes = completeFakeBrowser()
})

test('a slot gives back what was kept, null where nothing is, and lets go', async () => {
  const slot = createSlot(localValues, 'draft', stored => (typeof stored === 'number' ? stored : null))
  expect(await slot.read()).toBeNull()
  await slot.write(5)
  expect(await slot.read()).toBe(5)
  await fakeBrowser.storage.local.set({ draft: 'five' })
  expect(await slot.read()).toBeNull()
  await slot.write(null)
  expect(await fakeBrowser.storage.local.get(null)).toEqual({})
})

test('a session slot does not write to the disk', async () => {
  await createSlot(sessionValues, 'day', String).write('2027-05-04')
  expect(await fakeBrowser.storage.local.get(null)).toEqual({})
})

describe('the settings store', () => {
  const clock = fixedClock('2027-05-04T12:00[UTC]')

  test('reads valid settings whatever is stored', async () => {
    const store = createSettingsStore(localValues, memoryLocks(), clock)
    for (const settings of [undefined, null, 7, 'off', [], { nudges: [] }]) {
      await fakeBrowser.storage.local.set({ settings })
      expect(await store.read()).toEqual(defaultSettings)
    }
  })

  test('knows when they were last made other than they were', async () => {
    const changedAt = async () => readSettingsChanged(await localValues.get([settingsChangedKey]))
    const store = createSettingsStore(localValues, memoryLocks(), clock)
    await store.change(current => ({ ...current }))
    expect(await changedAt()).toBe(null)
    await store.change(current => ({ ...current, spellcheck: true }))
    expect(await changedAt()).toBe(clock.now().epochMilliseconds)
    for (const damaged of ['soon', null, 1.5, {}]) {
      await localValues.set({ [settingsChangedKey]: damaged })
      expect(await changedAt()).toBe(null)
    }
  })

  test('loses none of many changes at once', async () => {
    const store = createSettingsStore(localValues, memoryLocks(), clock)
    const add = () =>
      store.change(current => ({ ...current, nudges: { ...current.nudges, gap: current.nudges.gap + 1 } }))
    await Promise.all(Array.from({ length: 20 }, add))
    expect((await store.read()).nudges.gap).toBe(defaultSettings.nudges.gap + 20)
  })
})

describe('the log', () => {
  const clock = fixedClock('2027-05-04T12:00[UTC]')

  test('keeps names and places, never messages', async () => {
    const log = createLog(localValues, memoryLocks(), clock)
    log.note('nudge show', new TypeError('felt so numb today'))
    await vi.waitFor(async () => {
      const { log: stored } = await fakeBrowser.storage.local.get('log')
      expect(stored).toEqual([{ at: clock.now().epochMilliseconds, where: 'nudge show', name: 'TypeError' }])
    })
  })

  test('keeps the latest fifty', async () => {
    const log = createLog(localValues, memoryLocks(), clock)
    for (let entry = 0; entry < 60; entry += 1) log.note(`place ${entry}`, 'no error at all')
    await vi.waitFor(async () => {
      const stored = readLog((await fakeBrowser.storage.local.get('log'))['log'])
      expect(stored.at(-1)?.where).toBe('place 59')
      expect(stored).toHaveLength(50)
    })
  })

  test('reads entries of any stored value', () => {
    fc.assert(
      fc.property(fc.anything(), stored => {
        for (const entry of readLog(stored)) expect(Object.keys(entry)).toEqual(['at', 'where', 'name'])
      }),
    )
  })
})

describe('chance', () => {
  test('ids are UUIDs of version 7 that sort by their time', () => {
    const at = 1_795_341_689_508
    const ids = [at, at + 1, at + 1_000].map(systemChance.id)
    for (const id of ids)
      expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
    expect([...ids].sort()).toEqual(ids)
    expect(Number.parseInt(ids[0]?.replace('-', '').slice(0, 12) ?? '', 16)).toBe(at)
    expect(systemChance.id(at)).not.toBe(systemChance.id(at))
  })

  test('numbers lie in [0, 1) and differ', () => {
    const numbers = Array.from({ length: 1_000 }, systemChance.next)
    expect(numbers.every(number => number >= 0 && number < 1)).toBe(true)
    expect(new Set(numbers).size).toBe(1_000)
  })
})

describe('changes', () => {
  test('reach other contexts and this one, once each, until nobody listens', async () => {
    const [here, there] = [createChanges(), createChanges()]
    const heard: string[] = []
    here.listen(topic => heard.push(`here ${topic}`))
    const stop = there.listen((topic: Topic) => heard.push(`there ${topic}`))
    here.announce('records')
    await vi.waitFor(() => expect([...heard].sort()).toEqual(['here records', 'there records']))
    stop()
    there.announce('nudge')
    await vi.waitFor(() => expect(heard).toContain('here nudge'))
    expect(heard).not.toContain('there nudge')
  })

  test('are not taken from a message of another shape', async () => {
    const heard: Topic[] = []
    const changes = createChanges()
    changes.listen(topic => heard.push(topic))
    const channel = new BroadcastChannel('thaw-changes')
    channel.postMessage({ topic: 'records' })
    channel.postMessage('settings')
    await vi.waitFor(() => expect(heard).toEqual(['settings']))
    channel.close()
  })
})

test('the surroundings are calm where the browser does not say', async () => {
  fakes.idle.state = 'locked'
  expect(await readSurroundings()).toMatchObject({ presence: 'locked', fullScreen: false })
  Object.assign(fakeBrowser.idle, { queryState: () => Promise.reject(new Error('no idle')) })
  expect((await readSurroundings()).presence).toBe('active')
})
