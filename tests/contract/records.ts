/** What every `Records` must do: cases that run on memory, on a pretended IndexedDB and on real ones alike. */
import type { Records } from '../../lib/app/ports.ts'
import { hour, second } from '../../lib/core/time.ts'
import { equal, problemIn, valueIn } from './assert.ts'
import type { TestClock } from './fakes.ts'
import { testId } from './fakes.ts'
import { checkInFields, edited, noon, nudgeFields, sessionFields } from './samples.ts'

/** An empty history to try a case on. */
export type Ground = {
  readonly records: Records
  readonly clock: TestClock
  end(): Promise<void>
}

export type Case<Made> = { readonly name: string; run(make: () => Promise<Made>): Promise<void> }

const day = 24 * hour

/** Saves check-ins at these times, with ids 1, 2, … */
const filled = async ({ records }: Ground, times: readonly number[]) => {
  for (const [index, at] of times.entries())
    valueIn(await records.save('checkIns', testId(at, index + 1), () => checkInFields(at)))
}

const on = (name: string, body: (ground: Ground) => Promise<void>): Case<Ground> => ({
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

export const recordsContract: readonly Case<Ground>[] = [
  on('a record that was never saved is null', async ({ records }) => {
    equal(valueIn(await records.get('checkIns', testId(noon, 1))), null, 'the record')
    equal(valueIn(await records.page('checkIns', { limit: 10 })), [], 'the list')
    equal(valueIn(await records.all('words')), [], 'the words')
    equal(valueIn(await records.days('2000-01-01', '2100-01-01')), [], 'the days')
    equal(valueIn(await records.daySpan()), null, 'the span of the days')
  }),

  on(
    'a saved record is read back as it was decided, with what the store adds',
    async ({ records, clock }) => {
      const id = testId(noon, 1)
      const fields = checkInFields(noon, {
        felt: 4,
        cantTell: ['far'],
        words: [{ id: 'behind-glass', guess: true }],
        tags: ['at-work'],
        note: 'Grau 🌫️ “…” \u0000',
        raw: { mood: [1, null, { deep: true }] },
      })
      const saved = valueIn(await records.save('checkIns', id, () => fields))
      equal(
        saved,
        { ...fields, id, updatedAt: clock.now().epochMilliseconds, origin: 'own' },
        'what save gives',
      )
      equal(valueIn(await records.get('checkIns', id)), saved, 'what get gives')
    },
  ),

  on('strings are made well-formed on entry', async ({ records }) => {
    const id = testId(noon, 1)
    await records.save('checkIns', id, () => checkInFields(noon, { note: 'a\ud800b', raw: ['\udfff'] }))
    const kept = valueIn(await records.get('checkIns', id))
    equal([kept?.note, kept?.raw], ['a\ufffdb', ['\ufffd']], 'the strings')
  }),

  on('a change sees the record as it stands, and null writes nothing', async ({ records }) => {
    const id = testId(noon, 1)
    const first = valueIn(await records.save('checkIns', id, () => checkInFields(noon, { felt: 1 })))
    const none = valueIn(
      await records.save('checkIns', id, current => {
        equal(current, first, 'the current record')
        return null
      }),
    )
    equal(none, null, 'what a change of nothing gives')
    equal(valueIn(await records.get('checkIns', id)), first, 'the record after a change of nothing')
  }),

  on('a change that throws is a problem and changes nothing', async ({ records }) => {
    const id = testId(noon, 1)
    const first = valueIn(await records.save('checkIns', id, () => checkInFields(noon)))
    const problem = problemIn(
      await records.save('checkIns', id, () => {
        throw new RangeError('not like this')
      }),
    )
    equal(problem, { kind: 'failed', name: 'RangeError' }, 'the problem')
    equal(valueIn(await records.get('checkIns', id)), first, 'the record')
    equal(valueIn(await records.save('checkIns', id, edited({ felt: 2 })))?.felt, 2, 'felt after')
  }),

  on('updatedAt always grows, even when the clock goes back', async ({ records, clock }) => {
    const id = testId(noon, 1)
    const first = valueIn(await records.save('checkIns', id, () => checkInFields(noon)))
    const second_ = valueIn(await records.save('checkIns', id, edited({ felt: 3 })))
    clock.set(noon - day)
    const third = valueIn(await records.save('checkIns', id, edited({ felt: 5 })))
    equal([second_?.updatedAt, third?.updatedAt], [noon + 1, noon + 2], `updates after ${first?.updatedAt}`)
  }),

  on('two saves at once that change different fields both survive', async ({ records }) => {
    const id = testId(noon, 1)
    await records.save('checkIns', id, () => checkInFields(noon))
    await Promise.all([
      records.save('checkIns', id, edited({ felt: 7 })),
      records.save('checkIns', id, edited({ note: 'both' })),
    ])
    const kept = valueIn(await records.get('checkIns', id))
    equal([kept?.felt, kept?.note], [7, 'both'], 'both fields')
  }),

  on('a list comes newest first, page by page, ids deciding where times are equal', async ground => {
    const times = [noon, noon + 2, noon + 1, noon + 1, noon + 1]
    await filled(ground, times)
    const seen: string[] = []
    let before: { at: number; id: string } | undefined
    for (;;) {
      const page = valueIn(await ground.records.page('checkIns', { limit: 2, ...(before && { before }) }))
      seen.push(...page.map(record => record.id))
      const last = page.at(-1)
      if (last === undefined) break
      before = { at: last.at, id: last.id }
    }
    const expected = [
      testId(noon + 2, 2),
      testId(noon + 1, 5),
      testId(noon + 1, 4),
      testId(noon + 1, 3),
      testId(noon, 1),
    ]
    equal(seen, expected, 'the order')
    equal(valueIn(await ground.records.page('checkIns', { limit: 0 })), [], 'a page of nothing')
  }),

  on('a hidden record takes no place on a page', async ground => {
    await filled(ground, [noon, noon + 1, noon + 2])
    await ground.records.remove('checkIns', testId(noon + 2, 3), noon + 10 * second)
    const page = valueIn(await ground.records.page('checkIns', { limit: 2 }))
    equal(
      page.map(record => record.at),
      [noon + 1, noon],
      'the page',
    )
  }),

  on('between takes its beginning and leaves out its end, oldest first', async ground => {
    await filled(ground, [noon + 3, noon, noon + 1, noon + 2])
    const found = valueIn(await ground.records.between('checkIns', noon, noon + 2))
    equal(
      found.map(record => record.at),
      [noon, noon + 1],
      'the times',
    )
    equal(valueIn(await ground.records.between('checkIns', noon + 2, noon)), [], 'a span the wrong way round')
  }),

  on(
    'a removed record is hidden everywhere and can be taken back until its time',
    async ({ records, clock }) => {
      const id = testId(noon, 1)
      const fields = checkInFields(noon, { felt: 2 })
      await records.save('checkIns', id, () => fields)
      const before = valueIn(await records.days('2026-11-22', '2026-11-22'))
      valueIn(await records.remove('checkIns', id, noon + 10 * second))
      equal(valueIn(await records.get('checkIns', id)), null, 'get')
      equal(valueIn(await records.all('checkIns')), [], 'all')
      equal(valueIn(await records.between('checkIns', noon, noon + 1)), [], 'between')
      equal(valueIn(await records.days('2026-11-22', '2026-11-22')), [], 'days')

      clock.set(noon + 10 * second)
      valueIn(await records.settleRemovals())
      equal(valueIn(await records.undoRemove('checkIns', id)), true, 'taken back in the last moment')
      const back = valueIn(await records.get('checkIns', id))
      equal(back, { ...fields, id, updatedAt: back?.updatedAt, origin: 'own' }, 'the record')
      equal(valueIn(await records.days('2026-11-22', '2026-11-22')), before, 'the day again')
      equal(valueIn(await records.undoRemove('checkIns', id)), false, 'nothing more to take back')
    },
  ),

  on('a removal whose time has passed stays', async ({ records, clock }) => {
    const id = testId(noon, 1)
    await records.save('checkIns', id, () => checkInFields(noon))
    await records.remove('checkIns', id, noon + 10 * second)
    clock.set(noon + 10 * second + 1)
    equal(valueIn(await records.undoRemove('checkIns', id)), false, 'too late, though not settled')
    valueIn(await records.settleRemovals())
    equal(valueIn(await records.undoRemove('checkIns', id)), false, 'too late')
    equal(valueIn(await records.get('checkIns', id)), null, 'the record')
    valueIn(await records.remove('checkIns', id, noon + day))
    equal(valueIn(await records.undoRemove('checkIns', id)), false, 'a second removal of what is gone')
    valueIn(await records.remove('checkIns', testId(noon, 9), noon + day))
  }),

  on('saving under the id of a removed record finds nothing and makes it anew', async ({ records }) => {
    const id = testId(noon, 1)
    const first = valueIn(await records.save('checkIns', id, () => checkInFields(noon, { felt: 1 })))
    await records.remove('checkIns', id, noon + 10 * second)
    const again = valueIn(
      await records.save('checkIns', id, current => {
        equal(current, null, 'the current record')
        return checkInFields(noon, { felt: 9 })
      }),
    )
    equal((again?.updatedAt ?? 0) > (first?.updatedAt ?? 0), true, 'it is the later version')
    equal(valueIn(await records.get('checkIns', id)), again, 'the record')
    equal(valueIn(await records.undoRemove('checkIns', id)), false, 'no removal is left')
  }),

  on(
    'days count check-ins, sessions, values, words and tags, and follow a record to another day',
    async ground => {
      const { records } = ground
      const id = testId(noon, 1)
      const fields = checkInFields(noon, {
        felt: 4,
        cantTell: ['energy'],
        words: [
          { id: 'heavy', guess: false },
          { id: 'heavy', guess: true },
        ],
        tags: ['__proto__'],
      })
      await records.save('checkIns', id, () => fields)
      await records.save('sessions', testId(noon, 2), () => sessionFields(noon))
      const none = { counts: {}, cantTell: 0 }
      const row = {
        day: '2026-11-22',
        checkIns: 1,
        sessions: 1,
        scales: {
          felt: { counts: { 4: 1 }, cantTell: 0 },
          far: none,
          pleasant: none,
          energy: { counts: {}, cantTell: 1 },
        },
        words: { heavy: 1 },
        tags: Object.fromEntries([['__proto__', 1]]),
      }
      equal(valueIn(await records.days('2026-11-01', '2026-11-30')), [row], 'the day')
      await records.save('checkIns', id, edited(checkInFields(noon - day, { felt: 5 })))
      const days = valueIn(await records.days('2026-11-21', '2026-11-22'))
      equal(
        days.map(each => [each.day, each.checkIns, each.sessions, each.scales.felt.counts, each.tags]),
        [
          ['2026-11-21', 1, 0, { 5: 1 }, {}],
          ['2026-11-22', 0, 1, {}, {}],
        ],
        'both days',
      )
      equal(valueIn(await records.days('2026-11-22', '2026-11-21')), [], 'a span the wrong way round')
      equal(valueIn(await records.daySpan()), { first: '2026-11-21', last: '2026-11-22' }, 'the whole span')
    },
  ),

  on(
    'since gives what was made at a time or later, in that order, whenever it was planned for',
    async ground => {
      const { records } = ground
      const made = [noon + 1, noon - 1, noon, noon - 30 * day, noon + day]
      // Planned for the other way round, so that the plan decides nothing.
      for (const [index, at] of made.entries())
        await records.save('nudges', testId(at, index + 1), () => nudgeFields(2 * noon - at))
      await records.remove('nudges', testId(noon + day, 5), noon + 10 * second)
      const ids = valueIn(await records.since('nudges', noon)).map(({ id }) => id)
      equal(ids, [testId(noon, 3), testId(noon + 1, 1)], 'from noon on')
      const later = valueIn(await records.since('nudges', noon + 1)).map(({ plannedAt }) => plannedAt)
      equal(later, [noon - 1], 'from the next millisecond on')
      equal(valueIn(await records.since('nudges', -1)).length, 4, 'from before all time on')
      equal(valueIn(await records.since('nudges', 2 ** 60)), [], 'after all time')
      equal(valueIn(await records.since('checkIns', 0)), [], 'of another store')
    },
  ),

  on('small stores keep what is theirs', async ({ records }) => {
    await records.save('words', 'own-1', () => ({ label: 'mossy', group: null, hidden: false }))
    await records.save('tags', 'own-1', () => ({ label: 'garden', group: null, hidden: true }))
    equal(
      valueIn(await records.all('words')).map(word => word.label),
      ['mossy'],
      'words',
    )
    equal(
      valueIn(await records.all('tags')).map(tag => tag.hidden),
      [true],
      'tags',
    )
    equal(valueIn(await records.all('pauses')), [], 'pauses')
  }),

  on('made gives the last made first, page by page, whenever it was lived', async ground => {
    const { records } = ground
    const ids = [3, 1, 5, 2, 4].map(number => testId(noon + number, number))
    // Lived the other way round, so that the time of the record decides nothing.
    for (const [index, id] of ids.entries()) {
      valueIn(await records.save('checkIns', id, () => checkInFields(noon - index * day)))
    }
    const newest = ids.toSorted().reverse()
    const pages: string[][] = []
    let before: string | undefined
    for (;;) {
      const page = valueIn(await records.made('checkIns', { limit: 2, ...(before && { before }) }))
      if (page.length === 0) break
      pages.push(page.map(({ id }) => id))
      before = page.at(-1)?.id
    }
    equal(pages, [newest.slice(0, 2), newest.slice(2, 4), newest.slice(4)], 'the pages')
    const one = valueIn(await records.made('checkIns', { before: newest[0] ?? '', limit: 1 }))
    equal(
      one.map(({ id }) => id),
      newest.slice(1, 2),
      'a page of one',
    )
    equal(valueIn(await records.made('checkIns', { limit: 0 })), [], 'a page of nothing')
    equal(valueIn(await records.made('sessions', { limit: 5 })), [], 'of another store')
  }),

  on('made leaves out what is removed, which takes no place', async ground => {
    const { records, clock } = ground
    await filled(ground, [noon, noon + 1, noon + 2, noon + 3, noon + 4, noon + 5])
    const ids = [0, 1, 2, 3, 4, 5].map(number => testId(noon + number, number + 1))
    await records.remove('checkIns', ids[5] ?? '', noon + second)
    await records.remove('checkIns', ids[3] ?? '', noon + second)
    clock.set(noon + 2 * second)
    valueIn(await records.settleRemovals())
    await records.remove('checkIns', ids[2] ?? '', noon + 10 * second)
    const found = async (limit: number) =>
      valueIn(await records.made('checkIns', { limit })).map(({ id }) => id)
    equal(await found(1), [ids[4]], 'the newest')
    equal(await found(2), [ids[4], ids[1]], 'the two newest')
    equal(await found(9), [ids[4], ids[1], ids[0]], 'all of them')
  }),
]
