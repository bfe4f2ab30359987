/** What the lasting history must do beyond `Records`: cases for a pretended IndexedDB and for real ones. */
import type { KeyValue } from '../../lib/app/ports.ts'
import { type Counted, dayRows, emptyDay } from '../../lib/core/days.ts'
import type { Id } from '../../lib/core/records.ts'
import { second } from '../../lib/core/time.ts'
import type { OpenHistory } from '../../lib/store/open.ts'
import { equal, valueIn } from './assert.ts'
import type { TestClock } from './fakes.ts'
import { testId } from './fakes.ts'
import type { Case } from './records.ts'
import { checkInFields, edited, noon, sessionFields } from './samples.ts'

/** A place for one history. */
export type LastingGround = {
  /** A connection of its own, as another page would have; `values` stands between it and the storage. */
  open(values?: KeyValue): OpenHistory
  readonly clock: TestClock
  readonly keyValue: KeyValue
  /** Deletes the database as a broken browser would: nothing outside it knows. */
  wipe(): Promise<void>
  /** Puts and deletes rows of `days` past Thaw's code. */
  spoilDays(rows: readonly object[], gone: readonly string[]): Promise<void>
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

const save = async (history: OpenHistory, count: number, from = 0): Promise<readonly Id[]> => {
  const ids = Array.from({ length: count }, (_, index) => testId(noon + from + index, from + index + 1))
  for (const [index, id] of ids.entries())
    valueIn(await history.save('checkIns', id, () => checkInFields(noon + from + index, { felt: 3 })))
  return ids
}

const state = async (history: OpenHistory) => ({
  checkIns: valueIn(await history.all('checkIns')),
  sessions: valueIn(await history.all('sessions')),
  words: valueIn(await history.all('words')),
  days: valueIn(await history.days('0000-01-01', '9999-12-31')),
})

/**
 * A storage whose `set` holds once a history was opened with it: before anything is written, or after that and before it is
 * said. `begun` resolves when one does.
 */
const holding = (keyValue: KeyValue, when: 'before' | 'after') => {
  const hold = Promise.withResolvers<void>()
  const begun = Promise.withResolvers<void>()
  const set: KeyValue['set'] = async items => {
    if (when === 'after') await keyValue.set(items)
    begun.resolve()
    await hold.promise
    if (when === 'before') await keyValue.set(items)
  }
  return { values: { ...keyValue, set }, begun: begun.promise, letGo: () => hold.resolve() }
}

/** What others have written meanwhile, with time enough for whoever does not wait for their turn. */
const meanwhile = async (history: OpenHistory, keyValue: KeyValue) => {
  for (let time = 0; time < 20; time += 1) {
    valueIn(await history.days('0000-01-01', '9999-12-31'))
    await keyValue.keys()
    await new Promise(resolve => setTimeout(resolve))
  }
  return { ...(await state(history)), lines: await linesIn(keyValue) }
}

const linesIn = async (keyValue: KeyValue) =>
  keyValue.get((await keyValue.keys()).filter(key => key.startsWith('history/')))

/** The rows of `days` as the records have them. */
const rightDays = async (history: OpenHistory) =>
  dayRows([
    ...valueIn(await history.all('checkIns')).map((record): Counted => ({ store: 'checkIns', record })),
    ...valueIn(await history.all('sessions')).map((record): Counted => ({ store: 'sessions', record })),
  ])

const oneDay = 24 * 3600 * second

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

  ...(['before', 'after'] as const).map(when =>
    on(
      `a write waits while another's second copy is under way, ${when} that was written, and then goes on from it`,
      async ({ open, wipe, keyValue }) => {
        const reader = open()
        const [id = ''] = await save(reader, 1)
        const { values, begun, letGo } = holding(keyValue, when)
        const [one, other] = [open(values), open()]
        for (const page of [one, other]) valueIn(await page.get('checkIns', id))
        const first = one.save('checkIns', id, edited({ felt: 7 }))
        await begun
        const before = await meanwhile(reader, keyValue)
        let acknowledged = false
        const then = other.save('checkIns', id, edited({ note: 'then' })).then(saved => {
          acknowledged = true
          return saved
        })
        equal(await meanwhile(reader, keyValue), before, 'what stands meanwhile')
        equal(acknowledged, false, 'acknowledged meanwhile')
        letGo()
        const [saved, last] = [valueIn(await first), valueIn(await then)]
        equal([saved?.felt, last?.felt, last?.note], [7, 7, 'then'], 'what was saved')
        equal(valueIn(await open().checkCounts()), true, 'the counts')
        equal(await open().recoveries.unread(), null, 'nothing was taken for a loss')
        await wipe()
        equal(valueIn(await open().get('checkIns', id)), last, 'the record from the second copy')
      },
    ),
  ),

  on(
    'a write waits for work that holds the turn, and then sees what it did',
    async ({ open, keyValue, clock }) => {
      const reader = open()
      const [id = '', gone = ''] = await save(reader, 2)
      valueIn(await reader.remove('checkIns', gone, noon + 10 * second))
      clock.set(noon + 11 * second)
      const { values, begun, letGo } = holding(keyValue, 'after')
      const settling = open(values).settleRemovals()
      await begun
      const before = await meanwhile(reader, keyValue)
      const saving = open().save('checkIns', id, edited({ note: 'then' }))
      const returning = open().undoRemove('checkIns', gone)
      equal(await meanwhile(reader, keyValue), before, 'what stands meanwhile')
      letGo()
      valueIn(await settling)
      equal([valueIn(await saving)?.note, valueIn(await returning)], ['then', false], 'what was done then')
      equal(valueIn(await open().checkCounts()), true, 'the counts')
    },
  ),

  on(
    'a page that opens while another one writes waits for it and says nothing',
    async ({ open, keyValue }) => {
      const reader = open()
      const [id = ''] = await save(reader, 1)
      const { values, begun, letGo } = holding(keyValue, 'before')
      const writer = open(values)
      valueIn(await writer.get('checkIns', id))
      const saving = writer.save('checkIns', id, edited({ felt: 7 }))
      await begun
      const before = await meanwhile(reader, keyValue)
      const page = open()
      const opening = page.get('checkIns', id)
      equal(await meanwhile(reader, keyValue), before, 'what stands meanwhile')
      letGo()
      valueIn(await saving)
      equal(valueIn(await opening)?.felt, 7, 'what the page sees')
      equal(await page.recoveries.unread(), null, 'what is said')
    },
  ),

  on(
    'a second copy that went back to an earlier write is mended before the next one',
    async ({ open, wipe, keyValue }) => {
      const [page, other] = [open(), open()]
      const [id = ''] = await save(page, 1)
      valueIn(await other.get('checkIns', id))
      const earlier = await linesIn(keyValue)
      const last = valueIn(await page.save('checkIns', id, edited({ note: 'last' })))
      await keyValue.set(earlier)
      const ids = await save(other, 1, 1)
      await wipe()
      const history = open()
      equal(valueIn(await history.get('checkIns', id)), last, 'the record')
      equal(valueIn(await history.all('checkIns')).length, 1 + ids.length, 'the records')
      equal((await history.recoveries.unread())?.missing, 0, 'what is missing')
      equal(valueIn(await history.checkCounts()), true, 'the counts')
    },
  ),

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

  on('days that differ from the records are put right, and nothing else', async ({ open, spoilDays }) => {
    const history = open()
    for (const number of [1, 2, 3, 4]) {
      const at = noon - number * oneDay
      await history.save('checkIns', testId(at, number), () => checkInFields(at, { felt: 4, tags: ['a'] }))
    }
    await history.save('sessions', testId(noon, 5), () => sessionFields(noon - oneDay))
    const before = await state(history)
    equal(valueIn(await history.checkDays()), { checked: 4, repaired: 0, whole: true }, 'whole days')
    const spoilt = { ...emptyDay('2026-11-21'), checkIns: 7 }
    await spoilDays([spoilt, { day: '2026-02-30' }, { day: 7 }], ['2026-11-20', '2026-11-18'])
    equal(valueIn(await open().checkDays()), { checked: 6, repaired: 5, whole: true }, 'what was found')
    equal(await state(history), before, 'the history')
    equal(valueIn(await history.checkDays()), { checked: 4, repaired: 0, whole: true }, 'afterwards')
  }),

  on('days are counted again while other pages write, and stay right', async ({ open, spoilDays, clock }) => {
    const pages = [open(), open()] as const
    const ids = await save(pages[0], 12)
    await spoilDays([{ ...emptyDay('2026-11-22'), checkIns: 2 }, emptyDay('1999-12-31')], [])
    const until = noon + 10 * second
    const write = (page: OpenHistory, number: number) => {
      const id = ids[number] ?? ''
      const at = noon - number * oneDay
      switch (number % 4) {
        case 0:
          return page.save('checkIns', id, edited(checkInFields(at, { felt: 7 })))
        case 1:
          return page.remove('checkIns', id, until)
        case 2:
          return page.remove('checkIns', id, until).then(() => page.undoRemove('checkIns', id))
        default:
          return page.save('sessions', testId(noon, 50 + number), () => sessionFields(at))
      }
    }
    const checks = await Promise.all([
      pages[0].checkDays({ insist: true }),
      ...ids.map((_, number) => write(number % 3 === 0 ? pages[0] : pages[1], number)),
      pages[1].checkDays({ insist: true }),
    ])
    for (const check of [checks[0], checks.at(-1)])
      equal(valueIn(check as Awaited<ReturnType<OpenHistory['checkDays']>>).whole, true, 'a check')
    equal((await state(pages[1])).days, await rightDays(pages[0]), 'the days')
    equal(valueIn(await pages[0].all('checkIns')).length, 9, 'the check-ins')
    clock.set(until + 1)
    await Promise.all([pages[0].settleRemovals(), pages[1].checkDays(), pages[1].settleRemovals()])
    equal((await state(pages[1])).days, await rightDays(pages[0]), 'the days once deletions are final')
    equal(valueIn(await pages[0].checkDays()).repaired, 0, 'what was left to put right')
    equal(valueIn(await pages[0].checkCounts()), true, 'the counts')
  }),
]

const fail = (message: string): never => {
  throw new Error(message)
}
