/** Where the list of the daily copies is lost, the copies themselves are not. */
import { beforeEach, expect, test } from 'vitest'
import { canaryKey } from '../../lib/store/canary.ts'
import { readRecovery, recoveryKey } from '../../lib/store/recoveries.ts'
import { snapshotsKey } from '../../lib/store/snapshot-list.ts'
import { valueIn } from '../contract/assert.ts'
import { anyLock } from '../support/lock-world.ts'
import { snapshotWorld } from '../support/snapshot-world.ts'

type World = ReturnType<typeof snapshotWorld>

let here: World
let names: readonly string[]
beforeEach(async () => {
  here = snapshotWorld()
  await here.checkIn('2026-11-09T12:00[Europe/Berlin]', { felt: 3, note: '{"deletedAt": "\n😀' })
  const first = await here.aDay()
  const id = await here.checkIn('2026-11-10T12:00[Europe/Berlin]', { felt: 4 })
  await here.session('2026-11-11T12:05[Europe/Berlin]')
  valueIn(await here.records.remove('checkIns', id, 0))
  names = [await here.aDay(), first]
})

const listed = async () => valueIn(await here.snapshots.list())
const checked = () => Promise.all(names.map(async name => valueIn(await here.snapshots.check(name))))

test('copies of a history that was lost with everything else are told of, once', async () => {
  const { snapshots, values, clock } = here
  values.kept.clear()
  expect(valueIn(await snapshots.isDue())).toBe(false)
  const news = { at: clock.now().epochMilliseconds, restored: 0, missing: 0, copies: true }
  expect(await readRecovery(values)).toEqual(news)
  await values.remove([recoveryKey])
  await here.wrote()
  valueIn(await snapshots.takeDue())
  expect(await readRecovery(values)).toBe(null)
})

test('so are they after the first few records of another one, and not where what they hold is there', async () => {
  const { snapshots, values } = here
  const holding = async (checkIns: number) => {
    values.kept.clear()
    await values.set({ [canaryKey]: { installId: 'b', sequence: 1, counts: { checkIns }, newest: null } })
    await values.set({ [recoveryKey]: { at: 1, restored: 3, missing: 0, settings: true } })
    valueIn(await snapshots.takeDue())
    return readRecovery(values)
  }
  // The fuller one of the two holds two.
  expect(await holding(1)).toEqual({ at: 1, restored: 3, missing: 0, settings: true })
  expect(await holding(0)).toMatchObject({ restored: 3, missing: 0, settings: true, copies: true })
})

test('those that are found are listed as they were, and read back', async () => {
  const before = await listed()
  expect(before.map(({ name, records }) => [name, records])).toEqual(names.map((name, n) => [name, 2 - n]))
  here.values.kept.clear()
  expect(await listed()).toEqual(before)
  expect(await checked()).toEqual(['whole', 'whole'])
  const bytes = here.files.kept.get(names[0] ?? '')
  if (bytes) bytes[bytes.length - 9] = 0
  expect(await checked()).toEqual(['damaged', 'whole'])
})

test('one that brings a lock along is found whole too, and can be brought back', async () => {
  const { model, lock, records } = here
  lock.header = (await anyLock()).header
  const gone = await here.checkIn('2026-11-12T12:00[Europe/Berlin]', { felt: 5 })
  const locked = await here.aDay()
  const before = await listed()
  valueIn(await records.remove('checkIns', gone, 0))
  valueIn(await records.settleRemovals())
  here.values.kept.clear()
  expect(await listed()).toEqual(before)
  await model.load()
  await model.look(locked)
  await model.restore()
  expect(model.step.value).toMatchObject({ kind: 'done', brought: 1 })
  expect(valueIn(await records.get('checkIns', gone))?.felt).toBe(5)
})

test('one that ends before its lock is damaged: nothing could open it', async () => {
  here.lock.header = (await anyLock()).header
  const locked = await here.aDay()
  const whole = here.files.kept.get(locked) ?? new Uint8Array()
  here.files.kept.set(locked, whole.slice(0, whole.lastIndexOf(10, -2) + 1))
  here.values.kept.clear()
  expect(valueIn(await here.snapshots.check(locked))).toBe('damaged')
})

test('the next one takes none of them away, and what was left half-written goes', async () => {
  here.files.kept.set(`${names[0]}.part`, new Uint8Array(1))
  here.values.kept.clear()
  const { name } = valueIn(await here.snapshots.take())
  expect((await listed()).map(each => each.name)).toEqual([name, ...names])
  expect([...here.files.kept.keys()].sort()).toEqual([name, ...names].sort())
})

test('reading one back finds it too, and one that is due knows of them', async () => {
  here.values.kept.clear()
  await here.wrote()
  const taken = await here.aDay()
  here.values.kept.delete(snapshotsKey)
  expect(await checked()).toEqual(['whole', 'whole'])
  expect(valueIn(await here.snapshots.check(taken))).toBe('whole')
  expect(valueIn(await here.snapshots.isDue())).toBe(true)
})

test.each([
  ['text', 2],
  [[null], 2],
  [[], 0],
])('a list of which something cannot be read is lost, and an empty one is not: %j', async (stored, left) => {
  await here.values.set({ [snapshotsKey]: stored })
  expect(await listed()).toHaveLength(left)
})

test('what is no whole backup any more stays, and is said to be damaged', async () => {
  const [newer = '', older = ''] = names
  const whole = here.files.kept.get(newer) ?? new Uint8Array()
  here.files.kept.set(newer, whole.slice(0, -20))
  const broken = here.files.kept.get(older) ?? new Uint8Array()
  broken[broken.indexOf(10) + 20] = 255
  here.values.kept.clear()
  valueIn(await here.snapshots.take())
  expect(await checked()).toEqual(['damaged', 'damaged'])
})

test('one that the disk does not give out stays, and is damaged', async () => {
  here.values.kept.clear()
  const unreadable = {
    size: 300,
    slice: () => ({ size: 1, arrayBuffer: () => Promise.reject(new DOMException('', 'NotReadableError')) }),
  }
  const { read } = here.files
  here.files.read = async name => (name === names[1] ? (unreadable as unknown as Blob) : read(name))
  expect(await checked()).toEqual(['whole', 'damaged'])
  expect(here.files.kept.size).toBe(2)
})

test('where no copy is, looking for them keeps nothing', async () => {
  here.values.kept.clear()
  here.files.kept.clear()
  here.files.kept.set('other.json', new Uint8Array(1))
  expect([await listed(), here.values.kept.size]).toEqual([[], 0])
})

test('killed while they are made anew, those that hold what was deleted are not taken up again', async () => {
  here.files.dieAfter(0)
  expect((await here.snapshots.renew()).ok).toBe(false)
  here.files.dieAfter(null)
  expect(await listed()).toEqual([])
  const { name } = valueIn(await here.snapshots.take())
  expect([...here.files.kept.keys()]).toEqual([name])
})
