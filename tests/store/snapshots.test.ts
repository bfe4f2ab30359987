/** The daily copies: taken when something was written, seven kept, and whatever befalls them is found. */
import { createHash } from 'node:crypto'
import { beforeEach, expect, test } from 'vitest'
import type { KeyValue } from '../../lib/app/ports.ts'
import { createSnapshotCare } from '../../lib/app/snapshot-care.ts'
import { fileLimits } from '../../lib/core/foreign.ts'
import { fail, ok } from '../../lib/core/result.ts'
import { hashOf } from '../../lib/store/block-hash.ts'
import { canaryKey } from '../../lib/store/canary.ts'
import { memoryLocks } from '../../lib/store/locks.ts'
import { snapshotsKey } from '../../lib/store/snapshot-list.ts'
import { createSnapshots } from '../../lib/store/snapshots.ts'
import { valueIn } from '../contract/assert.ts'
import { type MemoryKeyValue, memoryKeyValue } from '../contract/fakes.ts'
import { fixedClock, memoryLog } from '../support/fakes.ts'
import { memoryFiles } from '../support/private-files.ts'
import { dyingAfter } from './world.ts'

const day = 24 * 3_600_000

const world = () => {
  const files = memoryFiles()
  const keyValue = memoryKeyValue()
  const clock = fixedClock('2027-05-04T23:30[America/New_York]')
  const told = { text: 'a'.repeat(3_000_000), records: 12 }
  const writeBackup = async (put: (part: string) => Promise<void>) => {
    await put(told.text.slice(0, 1_500_000))
    await put('')
    await put(told.text.slice(1_500_000))
    return ok({ records: told.records })
  }
  const open = (values: KeyValue = keyValue, locks = memoryLocks()) =>
    createSnapshots({ files, keyValue: values, locks, clock, writeBackup })
  return { files, keyValue, clock, told, open, snapshots: open() }
}

const wrote = (keyValue: MemoryKeyValue, sequence: number) =>
  keyValue.set({ [canaryKey]: { installId: 'install', sequence, counts: {}, newest: null } })

let here: ReturnType<typeof world>
beforeEach(() => {
  here = world()
})

const names = async () => valueIn(await here.snapshots.list()).map(({ name, state }) => `${name} ${state}`)

test('holds what was written, to the byte, in the order of time', async () => {
  here.told.text = `${'ä€😀'.repeat(400_000)}\n`
  await wrote(here.keyValue, 1)
  const taken = valueIn(await here.snapshots.take())
  expect(taken).toEqual({
    name: 'thaw-2027-05-05T03-30-00.json',
    at: here.clock.now().epochMilliseconds,
    day: '2027-05-04',
    bytes: Buffer.byteLength(here.told.text),
    records: 12,
    state: 'whole',
  })
  expect(await valueIn(await here.snapshots.content(taken.name))?.text()).toBe(here.told.text)
  expect(valueIn(await here.snapshots.list())).toEqual([taken])
  expect(valueIn(await here.snapshots.check(taken.name))).toBe('whole')
})

test('is due on a later day once something was written, and not on a history that rests or is empty', async () => {
  const { snapshots, keyValue, clock } = here
  expect(valueIn(await snapshots.isDue())).toBe(false)
  await wrote(keyValue, 1)
  expect(valueIn(await snapshots.isDue())).toBe(true)
  valueIn(await snapshots.take())
  await wrote(keyValue, 2)
  expect(valueIn(await snapshots.isDue())).toBe(false)
  clock.advance(day)
  expect(valueIn(await snapshots.isDue())).toBe(true)
  valueIn(await snapshots.take())
  clock.advance(day)
  expect(valueIn(await snapshots.isDue())).toBe(false)
})

test('what is written while it is taken is a reason for the next one', async () => {
  const { keyValue, clock, files } = here
  await wrote(keyValue, 1)
  const snapshots = createSnapshots({
    files,
    keyValue,
    locks: memoryLocks(),
    clock,
    writeBackup: async put => {
      await put('{')
      await wrote(keyValue, 2)
      await put('}')
      return ok({ records: 0 })
    },
  })
  valueIn(await snapshots.take())
  clock.advance(day)
  expect(valueIn(await snapshots.isDue())).toBe(true)
})

test('two who find one due at once take one, and whoever is asked takes another', async () => {
  await wrote(here.keyValue, 1)
  const locks = memoryLocks()
  const both = [here.open(here.keyValue, locks), here.open(here.keyValue, locks)]
  const logs = both.map(() => memoryLog())
  const { write } = here.files
  // So that two of them would have two names.
  here.files.write = async (name, fill) => {
    await write(name, fill)
    here.clock.advance(1_000)
  }
  await Promise.all(
    both.map((snapshots, n) => createSnapshotCare({ snapshots, log: logs[n] ?? memoryLog() })()),
  )
  expect(logs.map(({ noted }) => noted)).toEqual([[], []])
  expect(await names()).toHaveLength(1)
  here.clock.advance(60_000)
  valueIn(await here.snapshots.take())
  expect(await names()).toHaveLength(2)
})

test('keeps the latest seven', async () => {
  for (let number = 0; number < 9; number += 1) {
    valueIn(await here.snapshots.take())
    here.clock.advance(day)
  }
  const days = valueIn(await here.snapshots.list()).map(each => each.day)
  expect(days).toEqual([12, 11, 10, 9, 8, 7, 6].map(date => `2027-05-${String(date).padStart(2, '0')}`))
  expect(here.files.kept.size).toBe(7)
})

test('one that holds more than twice what the history holds now stays beside the seven, until it no longer does', async () => {
  const { snapshots, files, clock, told } = here
  const take = async (records: number) => {
    told.records = records
    const { name } = valueIn(await snapshots.take())
    clock.advance(day)
    return name
  }
  await take(50)
  const most = await take(100)
  const alike = await take(100)
  files.kept.delete(most)
  for (let number = 0; number < 12; number += 1) await take(number)
  expect([files.kept.size, files.kept.has(alike)]).toEqual([8, true])
  expect(valueIn(await snapshots.list()).at(-1)).toMatchObject({ name: alike, state: 'whole' })
  // Deleted as a whole.
  told.records = 1
  valueIn(await snapshots.renew())
  expect(files.kept.size).toBe(1)

  const few = await take(100)
  for (let number = 0; number < 7; number += 1) await take(49)
  expect([files.kept.size, files.kept.has(few)]).toEqual([8, true])
  await take(50)
  expect([files.kept.size, files.kept.has(few)]).toEqual([7, false])
})

test('says which one is missing, and which one is not what it was', async () => {
  const { snapshots, files, clock } = here
  const taken = []
  for (let number = 0; number < 4; number += 1) {
    taken.push(valueIn(await snapshots.take()).name)
    clock.advance(day)
  }
  const [gone = '', shorter = '', other = '', whole = ''] = taken
  files.kept.delete(gone)
  files.kept.set(shorter, new Uint8Array(10))
  const bytes = files.kept.get(other)
  if (bytes) bytes[2_900_000] = 0
  expect(await names()).toEqual([`${whole} whole`, `${other} whole`, `${shorter} damaged`, `${gone} missing`])
  const checked = await Promise.all(taken.map(async name => valueIn(await snapshots.check(name))))
  expect(checked).toEqual(['missing', 'damaged', 'damaged', 'whole'])
  expect(valueIn(await snapshots.content(gone))).toBe(null)
})

test('one that is as large as it was written, and larger than what Thaw reads, says so', async () => {
  const { snapshots, files, keyValue } = here
  const { name } = valueIn(await snapshots.take())
  const [entry] = (await keyValue.get([snapshotsKey]))[snapshotsKey] as readonly object[]
  const named = async (bytes: number) => {
    await keyValue.set({ [snapshotsKey]: [{ ...entry, bytes }] })
    files.list = async () => [{ name, bytes }]
    return names()
  }
  expect(await named(fileLimits.bytes)).toEqual([`${name} whole`])
  expect(await named(fileLimits.bytes + 1)).toEqual([`${name} too-big`])
})

test('a file that the disk no longer gives out is damaged', async () => {
  const { name } = valueIn(await here.snapshots.take())
  const unreadable = {
    size: 3_000_000,
    slice: () => ({ size: 1, arrayBuffer: () => Promise.reject(new DOMException('', 'NotReadableError')) }),
  }
  here.files.read = async () => unreadable as unknown as Blob
  expect(valueIn(await here.snapshots.check(name))).toBe('damaged')
})

test('reading one back can be stopped', async () => {
  const { name } = valueIn(await here.snapshots.take())
  const stopping = new AbortController()
  let told = 0
  const checked = await here.snapshots.check(name, {
    signal: stopping.signal,
    onProgress: () => {
      told += 1
      stopping.abort()
    },
  })
  expect([valueIn(checked), told]).toEqual([null, 1])
})

test('killed anywhere, those that were there still are, and the next one tidies up', async () => {
  const living = 99
  const deaths = [...Array(9).keys()].flatMap(left => [
    { parts: left, calls: living },
    { parts: living, calls: left },
  ])
  for (const { parts, calls } of deaths) {
    here = world()
    here.told.text = 'b'.repeat(2 ** 20 + 9)
    await wrote(here.keyValue, 1)
    const first = valueIn(await here.snapshots.take())
    here.clock.advance(day)
    await wrote(here.keyValue, 2)
    here.files.dieAfter(parts)
    await here.open(dyingAfter(calls, here.keyValue)).take()
    here.files.dieAfter(null)

    const after = valueIn(await here.snapshots.list())
    expect(after.at(-1)).toEqual(first)
    for (const { name } of after) expect(valueIn(await here.snapshots.check(name))).toBe('whole')
    here.clock.advance(day)
    valueIn(await here.snapshots.take())
    const listed = valueIn(await here.snapshots.list()).map(({ name }) => name)
    expect([...here.files.kept.keys()].sort()).toEqual(listed.sort())
  }
})

test('made anew, none of the older ones stays, and where no new one can be made none stays either', async () => {
  for (const _ of [1, 2]) {
    valueIn(await here.snapshots.take())
    here.clock.advance(day)
  }
  here.told.text = 'without what was deleted'
  valueIn(await here.snapshots.renew())
  expect(await names()).toEqual(['thaw-2027-05-07T03-30-00.json whole'])
  expect(here.files.kept.size).toBe(1)
  here.files.write = async () => {
    throw new DOMException('', 'QuotaExceededError')
  }
  expect(await here.snapshots.renew()).toEqual({ ok: false, problem: { kind: 'full' } })
  expect([await names(), here.files.kept.size]).toEqual([[], 0])
})

test('one that is taken alone takes the place of all others, which stay where it cannot be taken', async () => {
  for (const _ of [1, 2]) {
    valueIn(await here.snapshots.take())
    here.clock.advance(day)
  }
  const before = await names()
  const { write } = here.files
  here.files.write = async () => {
    throw new DOMException('', 'QuotaExceededError')
  }
  expect(await here.snapshots.takeAlone()).toEqual({ ok: false, problem: { kind: 'full' } })
  expect([await names(), here.files.kept.size]).toEqual([before, 2])
  here.files.write = write
  here.told.records = 1
  valueIn(await here.snapshots.takeAlone())
  expect(await names()).toEqual(['thaw-2027-05-07T03-30-00.json whole'])
  expect(here.files.kept.size).toBe(1)
})

test('what the disk did not keep as written is no copy', async () => {
  const { files, snapshots } = here
  const first = valueIn(await snapshots.take())
  here.clock.advance(day)
  const { read } = files
  files.read = async name => (await read(name))?.slice(1) ?? null
  expect(await snapshots.take()).toEqual({ ok: false, problem: { kind: 'failed', name: 'DataError' } })
  expect([...files.kept.keys()]).toEqual([first.name])
})

test('no room is told as such', async () => {
  here.files.write = async () => {
    throw new DOMException('', 'QuotaExceededError')
  }
  expect(await here.snapshots.take()).toEqual({ ok: false, problem: { kind: 'full' } })
})

test('a history that cannot be read leaves no file', async () => {
  const { files, keyValue, clock } = here
  const problem = { kind: 'newer' } as const
  const writeBackup = async (put: (part: string) => Promise<void>) => {
    await put('{')
    return fail(problem)
  }
  const snapshots = createSnapshots({ files, keyValue, locks: memoryLocks(), clock, writeBackup })
  expect(await snapshots.take()).toEqual({ ok: false, problem })
  expect([...files.kept.keys()]).toEqual([])
})

test.each([
  null,
  'text',
  [null, 3, {}, { name: 'a' }, { name: 'a', at: 1, day: '2027-99-99' }],
  { length: 7 },
])('a list that is none lists nothing: %j', async stored => {
  await here.keyValue.set({ [snapshotsKey]: stored })
  expect(valueIn(await here.snapshots.list())).toEqual([])
  valueIn(await here.snapshots.take())
  expect(await names()).toHaveLength(1)
})

test('the hash is SHA-256 over the SHA-256 of each MiB', async () => {
  const bytes = Buffer.alloc(2 ** 21 + 5, 'thaw')
  const sha = (part: Uint8Array) => createHash('sha256').update(part).digest()
  const all = Buffer.concat([0, 2 ** 20, 2 ** 21].map(from => sha(bytes.subarray(from, from + 2 ** 20))))
  expect(await hashOf(new Blob([bytes]), () => true)).toBe(sha(all).toString('hex'))
})
