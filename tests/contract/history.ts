/** What the lasting history must do beyond `Records`: cases for a pretended IndexedDB and for real ones. */
import type { KeyValue } from '../../lib/app/ports.ts'
import type { Id } from '../../lib/core/records.ts'
import { second } from '../../lib/core/time.ts'
import type { History } from '../../lib/store/open.ts'
import { equal, valueIn } from './assert.ts'
import type { TestClock } from './fakes.ts'
import { testId } from './fakes.ts'
import type { Case } from './records.ts'
import { checkInFields, edited, noon } from './samples.ts'

/** A place for one history; every `open` is a connection of its own, as another page would have. */
export type LastingGround = {
  open(): History
  readonly clock: TestClock
  readonly keyValue: KeyValue
  /** Deletes the database as a broken browser would: nothing outside it knows. */
  wipe(): Promise<void>
  end(): Promise<void>
}

const on = (name: string, body: (ground: LastingGround) => Promise<void>): Case<LastingGround> => ({
  name,
  run: async make => {
    const ground = await make()
    try {
      await body(ground)
    } finally {
      await ground.end()
    }
  },
})

const save = async (history: History, count: number, from = 0): Promise<readonly Id[]> => {
  const ids = Array.from({ length: count }, (_, index) => testId(noon + from + index, from + index + 1))
  for (const [index, id] of ids.entries())
    valueIn(await history.save('checkIns', id, () => checkInFields(noon + from + index, { felt: 3 })))
  return ids
}

const state = async (history: History) => ({
  checkIns: valueIn(await history.all('checkIns')),
  sessions: valueIn(await history.all('sessions')),
  words: valueIn(await history.all('words')),
  days: valueIn(await history.days('0000-01-01', '9999-12-31')),
})

export const historyContract: readonly Case<LastingGround>[] = [
  on('what was acknowledged is there after closing and opening', async ({ open }) => {
    const first = open()
    await save(first, 3)
    const before = await state(first)
    await first.close()
    equal(await state(open()), before, 'the history')
  }),

  on('a first run says nothing', async ({ open }) => {
    equal(await open().recoveries.unread(), null, 'before anything')
    await save(open(), 1)
    equal(await open().recoveries.unread(), null, 'after the first record')
    equal(valueIn(await open().checkCounts()), true, 'the counts')
  }),

  on('a wiped database is restored by itself, and said until it is read', async ({ open, wipe, clock }) => {
    const first = open()
    const ids = await save(first, 5)
    await first.save('words', 'own-1', () => ({ label: 'mossy', group: null, hidden: false }))
    await first.remove('checkIns', ids[0] ?? '', noon + 10 * second)
    await first.remove('checkIns', ids[1] ?? '', noon + 10 * second)
    clock.set(noon + 11 * second)
    valueIn(await first.settleRemovals())
    const before = await state(first)
    await first.close()
    await wipe()
    const second_ = open()
    equal(await state(second_), before, 'the history')
    const news = await second_.recoveries.unread()
    equal([news?.restored, news?.missing], [4, 0], 'what is said')
    equal(await open().recoveries.unread(), news, 'said again to the next page')
    await open().recoveries.markRead()
    equal(await open().recoveries.unread(), null, 'read')
    equal(valueIn(await second_.checkCounts()), true, 'the counts')
    equal(valueIn(await second_.undoRemove('checkIns', ids[0] ?? '')), false, 'what was deleted stays so')
  }),

  on('writing goes on after a restoration, and is restored the next time too', async ({ open, wipe }) => {
    await save(open(), 2)
    await wipe()
    const history = open()
    await save(history, 2, 2)
    const before = await state(history)
    equal(before.checkIns.length, 4, 'old and new')
    await wipe()
    equal(await state(open()), before, 'the history')
    equal((await open().recoveries.unread())?.restored, 6, 'both restorations are told')
  }),

  on('a lost connection is opened again', async ({ open }) => {
    const history = open()
    const [id = ''] = await save(history, 1)
    await history.close()
    equal(valueIn(await history.get('checkIns', id))?.felt, 3, 'a read')
    await history.close()
    valueIn(await history.save('checkIns', id, edited({ felt: 4 })))
    equal(valueIn(await history.get('checkIns', id))?.felt, 4, 'a write')
  }),

  on('many pages writing at once lose nothing', async ({ open }) => {
    const pages = [open(), open(), open()]
    const id = testId(noon, 99)
    valueIn((await pages[0]?.save('checkIns', id, () => checkInFields(noon))) ?? fail('No page'))
    await Promise.all(
      pages.flatMap((page, number) => [
        save(page, 5, number * 10),
        page.save('checkIns', id, now => now && { ...now, tags: [...now.tags, `page-${number}`] }),
      ]),
    )
    const one = open()
    equal(valueIn(await one.all('checkIns')).length, 16, 'the records')
    equal(valueIn(await one.get('checkIns', id))?.tags.toSorted(), ['page-0', 'page-1', 'page-2'], 'the tags')
    equal(valueIn(await one.checkCounts()), true, 'the counts')
    equal(await one.recoveries.unread(), null, 'nothing was taken for a loss')
  }),

  on('closed months are packed, and restored from', async ({ open, wipe, clock, keyValue }) => {
    const history = open()
    const [id = ''] = await save(history, 3)
    clock.forward(40 * 24 * 3600 * second)
    valueIn(await history.packClosedMonths())
    const keys = await keyValue.keys()
    equal(
      keys.filter(key => key.includes('/line/')),
      [],
      'lines that are left',
    )
    valueIn(await history.save('checkIns', id, edited({ felt: 8 })))
    const before = await state(history)
    await history.close()
    await wipe()
    equal(await state(open()), before, 'the history')
  }),
]

const fail = (message: string): never => {
  throw new Error(message)
}
