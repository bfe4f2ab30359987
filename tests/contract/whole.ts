/** What every `WholeHistory` must do: cases that run on memory, on a pretended IndexedDB and on real ones alike. */
import type { WholeHistory } from '../../lib/app/data-ports.ts'
import type { Records } from '../../lib/app/ports.ts'
import type { StoredRow } from '../../lib/core/merge.ts'
import type { CheckIn, Id, StoreName } from '../../lib/core/records.ts'
import { storeNames } from '../../lib/core/records.ts'
import { hour, second } from '../../lib/core/time.ts'
import { equal, problemIn, valueIn } from './assert.ts'
import type { TestClock } from './fakes.ts'
import { testId } from './fakes.ts'
import type { Case } from './records.ts'
import { checkInFields, edited, meetingOf, noon, nudgeFields, sessionFields } from './samples.ts'

/** An empty history to try a case on. */
export type WholeGround = {
  readonly records: Records
  readonly whole: WholeHistory
  readonly clock: TestClock
  end(): Promise<void>
}

const on = (name: string, body: (ground: WholeGround) => Promise<void>): Case<WholeGround> => ({
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

const day = 24 * hour

export const checkInRow = (number: number, more: Partial<CheckIn> = {}): StoredRow<'checkIns'> => {
  const at = more.at ?? noon - number * hour
  const id = testId(noon, number)
  return { store: 'checkIns', row: { ...checkInFields(at), id, updatedAt: noon, origin: 'own', ...more } }
}

/** Every row as it lies, and the days. */
export const everything = async ({ whole, records }: Pick<WholeGround, 'whole' | 'records'>) => {
  const rows: StoredRow[] = []
  for (const store of storeNames) rows.push(...valueIn(await whole.rows(store, { limit: 10_000 })))
  return { rows, days: valueIn(await records.days('0000-01-01', '9999-12-31')) }
}

export const inOrder = (rows: number) => ({
  rows,
  invalid: {},
  days: 0,
  orphans: 0,
  uncopied: 0,
  unopened: 0,
})

const source = (number: number) => ({ id: testId(noon, 1_000 + number), format: 'thaw' })

const idsIn = (rows: readonly StoredRow[]): readonly Id[] => rows.map(({ row }) => row.id)

export const wholeContract: readonly Case<WholeGround>[] = [
  on('what is brought is there, with its days, and is told', async ground => {
    const { whole, records } = ground
    const rows: StoredRow[] = [
      checkInRow(1, { felt: 4, tags: ['a', '__proto__'], note: 'one' }),
      checkInRow(2, { ...checkInFields(noon - 3 * day), felt: 6 }),
      {
        store: 'sessions',
        row: { ...sessionFields(noon), id: testId(noon, 3), updatedAt: noon, origin: 'own' },
      },
      {
        store: 'words',
        row: { id: 'own-1', updatedAt: noon, origin: 'own', label: 'mossy', group: null, hidden: false },
      },
      {
        store: 'checkIns',
        row: { id: testId(noon, 4), updatedAt: noon, origin: 'own', deletedAt: noon },
      },
    ]
    const brought = valueIn(await whole.bring(source(1), rows))
    equal(brought, meetingOf({ added: 5 }), 'what it came to')
    equal((await everything(ground)).rows.length, 5, 'the rows')
    equal(valueIn(await records.get('checkIns', testId(noon, 1)))?.note, 'one', 'a record')
    equal(valueIn(await records.get('checkIns', testId(noon, 4))), null, 'a deleted one')
    const days = valueIn(await records.days('2026-11-22', '2026-11-22'))
    equal([days[0]?.checkIns, days[0]?.sessions], [1, 1], 'the day')
    equal(valueIn(await whole.check()), inOrder(5), 'the order of it')
    const [told] = valueIn(await whole.imports())
    equal(
      told,
      { ...source(1), at: noon, added: 5, changed: 0, untouched: true },
      'the import that is told of',
    )
  }),

  on('of two versions the later one stands, whichever came first, and the days follow', async ground => {
    const { whole, records } = ground
    valueIn(await whole.bring(source(1), [checkInRow(1, { felt: 4 }), checkInRow(2, { felt: 2 })]))
    const met = valueIn(
      await whole.bring(source(2), [
        checkInRow(1, { felt: 8, updatedAt: noon + 1 }),
        checkInRow(2, { felt: 9, updatedAt: noon - 1 }),
        checkInRow(3, { felt: 1 }),
      ]),
    )
    equal(met, meetingOf({ added: 1, changed: 1, later: 1 }), 'what it came to')
    const felt = valueIn(await records.all('checkIns')).map(record => record.felt)
    equal(felt, [8, 2, 1], 'what was felt')
    equal(valueIn(await whole.check()), inOrder(3), 'the order of it')
  }),

  on('a record that comes twice at once counts once, in its best version', async ({ whole, records }) => {
    const rows = [
      checkInRow(1, { felt: 1, updatedAt: noon + 1 }),
      checkInRow(1, { felt: 2, updatedAt: noon + 2 }),
      checkInRow(1, { felt: 3 }),
    ]
    equal(valueIn(await whole.bring(source(1), rows)), meetingOf({ added: 1, same: 2 }), 'what it came to')
    equal(valueIn(await records.get('checkIns', testId(noon, 1)))?.felt, 2, 'what was felt')
  }),

  on('brought twice, nothing changes, and no second import is told', async ground => {
    const { whole } = ground
    const rows = [checkInRow(1), checkInRow(2, { note: 'two' })]
    valueIn(await whole.bring(source(1), rows))
    const before = await everything(ground)
    equal(valueIn(await whole.compare(rows)), meetingOf({ same: 2 }), 'what it would come to')
    equal(valueIn(await whole.bring(source(2), rows)), meetingOf({ same: 2 }), 'what it came to')
    equal(await everything(ground), before, 'the history')
    equal(valueIn(await whole.imports()).length, 1, 'the imports')
  }),

  on('of other choices for one file the last stand, but what was changed meanwhile stays', async ground => {
    const { whole, records } = ground
    const chosen = (origin: 'import:a' | 'import:b', pleasant: 2 | 4) =>
      [1, 2, 3].map(number => checkInRow(number, { origin, pleasant, updatedAt: noon - day }))
    const bring = async (number: number, rows: readonly StoredRow[]) => {
      const anew = valueIn(await whole.fitted({ format: 'x', rows }))
      if (anew === null) throw new Error('stopped')
      return valueIn(await whole.bring(source(number), anew))
    }
    const pleasant = async () =>
      valueIn(await records.all('checkIns'))
        .toSorted((one, other) => (one.id < other.id ? -1 : 1))
        .map(record => record.pleasant)
    equal(await bring(1, chosen('import:a', 2)), meetingOf({ added: 3 }), 'the first choices')
    valueIn(await records.save('checkIns', testId(noon, 1), edited({ pleasant: -2 })))
    valueIn(await records.remove('checkIns', testId(noon, 2), noon))
    const stood = { later: 1, deleted: 1 }
    equal(await bring(2, chosen('import:b', 4)), meetingOf({ changed: 1, ...stood }), 'others')
    equal(await pleasant(), [-2, 4], 'what stands then')
    equal(await bring(3, chosen('import:b', 4)), meetingOf({ same: 1, ...stood }), 'the same again')
    equal(await bring(4, chosen('import:a', 2)), meetingOf({ changed: 1, ...stood }), 'the first ones again')
    equal(await pleasant(), [-2, 2], 'what stands in the end')
    equal(valueIn(await whole.takeBack(source(4).id)), true, 'the last is taken back')
    equal(await pleasant(), [-2, 4], 'what stood before it')
    equal(
      valueIn(
        await whole.fitted({ format: 'x', rows: chosen('import:a', 2) }, { signal: AbortSignal.abort() }),
      ),
      null,
      'stopped',
    )
    equal(valueIn(await whole.check()), inOrder(3), 'the order of it')
  }),

  on(
    'what a copy holds and was deleted here comes back where that is asked, once, and can go again',
    async ground => {
      const { whole, records, clock } = ground
      const tag = {
        id: testId(noon, 20),
        updatedAt: noon,
        origin: 'own',
        group: null,
        hidden: false,
      } as const
      const nudge = { ...nudgeFields(noon), id: testId(noon, 21), updatedAt: noon, origin: 'own' } as const
      const marker = { id: testId(noon, 4), updatedAt: noon, origin: 'own', day: '2026-11-01' } as const
      const copy: StoredRow[] = [
        ...[1, 2, 3].map(number => checkInRow(number, { felt: 4, note: `note ${number}` })),
        { store: 'checkIns', row: { id: testId(noon, 5), updatedAt: noon, origin: 'own', deletedAt: noon } },
        { store: 'tags', row: { ...tag, label: 'moss' } },
        { store: 'markers', row: { ...marker, type: 'own', text: 'theirs' } },
        { store: 'nudges', row: nudge },
      ]
      valueIn(await whole.bring(source(1), copy))
      clock.set(noon + day)
      valueIn(await records.save('checkIns', testId(noon, 3), edited({ note: 'mine' })))
      valueIn(await records.remove('tags', tag.id, noon + day + second))
      clock.set(noon + day + 2 * second)
      valueIn(await records.settleRemovals())
      // Just deleted, so that it could still be taken back.
      valueIn(await records.remove('checkIns', testId(noon, 2), noon + 2 * day))
      valueIn(await whole.removePeriod('2026-11-22', '2026-11-22'))
      valueIn(await records.save('markers', marker.id, current => current && { ...current, text: 'mine' }))
      const before = await everything(ground)
      const asked = { ...source(2), withDeleted: true }
      const found = meetingOf({ same: 1, later: 1, deleted: 5 })
      equal(valueIn(await whole.compare(copy)), found, 'what is found')
      equal(valueIn(await whole.bring(source(3), copy)), found, 'what comes unasked')
      equal(await everything(ground), before, 'nothing of it')
      const came = meetingOf({ changed: 5, returned: 5, same: 1, later: 1 })
      equal(valueIn(await whole.bring(asked, copy)), came, 'what comes back')
      const noted = valueIn(await records.all('checkIns')).map(({ note }) => note)
      equal(noted.toSorted(), ['note 1', 'note 2', 'note 3'], 'the check-ins')
      equal(valueIn(await records.get('markers', marker.id))?.text, 'mine', 'what was changed since')
      equal(valueIn(await records.get('tags', tag.id))?.label, 'moss', 'the name')
      const after = await everything(ground)
      equal(valueIn(await whole.bring(asked, copy)), came, 'the same import again')
      const twice = { ...source(4), withDeleted: true }
      equal(valueIn(await whole.bring(twice, copy)), meetingOf({ same: 6, later: 1 }), 'another one')
      equal(await everything(ground), after, 'what is there')
      equal(valueIn(await whole.check()), inOrder(7), 'the order of it')
      equal(valueIn(await whole.takeBack(asked.id)), true, 'taken back')
      equal(await everything(ground), before, 'what was there')
      equal(valueIn(await whole.check()), inOrder(7), 'the order of that')
    },
  ),

  on('a name that was deleted here lives again where what a file brings in is called by it', async ground => {
    const { whole, records, clock } = ground
    const own = (number: number) => testId(noon, 500 + number)
    const made = { updatedAt: 0, origin: 'import:tags', group: null, hidden: false } as const
    const file = (format: string, ...numbers: number[]) => ({
      format,
      rows: [
        ...(['tags', 'words'] as const).map((store, at) => ({
          store,
          row: { ...made, id: own(at), label: 'moss' },
        })),
        ...numbers.map(number =>
          checkInRow(number, { origin: 'import:a', tags: [own(0)], words: [{ id: own(1), guess: false }] }),
        ),
      ],
    })
    const bring = async (number: number, given: ReturnType<typeof file>) =>
      valueIn(await whole.bring(source(number), valueIn(await whole.fitted(given)) ?? []))
    const names = async () => [
      ...valueIn(await records.all('tags')).map(({ label }) => label),
      ...valueIn(await records.all('words')).map(({ label }) => label),
    ]
    equal(await bring(1, file('x', 1)), meetingOf({ added: 3 }), 'the file')
    for (const [store, at] of [
      ['tags', 0],
      ['words', 1],
      ['checkIns', null],
    ] as const)
      valueIn(await records.remove(store, at === null ? testId(noon, 1) : own(at), noon + second))
    clock.set(noon + 2 * second)
    valueIn(await records.settleRemovals())
    equal(await bring(2, file('x', 1)), meetingOf({ deleted: 3 }), 'the same file, all of which was deleted')
    equal(await names(), [], 'no name is needed')
    const came = meetingOf({ added: 1, changed: 2, returned: 2, deleted: 1 })
    equal(await bring(3, file('csv', 1, 2)), came, 'one with more')
    equal(await names(), ['moss', 'moss'], 'the names')
    equal(await bring(4, file('csv', 1, 2)), meetingOf({ same: 3, deleted: 1 }), 'that again')
    equal(valueIn(await whole.takeBack(source(3).id)), true, 'taken back')
    equal(await names(), [], 'the names that went with it')
    equal(valueIn(await whole.check()), inOrder(3), 'the order of it')
  }),

  on('rows that lie far apart among many others are known again', async ({ whole }) => {
    const rows = Array.from({ length: 700 }, (_, number) => checkInRow(number + 1))
    valueIn(await whole.bring(source(1), rows))
    const few = [rows[0], rows[350], rows[699]].flatMap(row => row ?? [])
    equal(valueIn(await whole.compare([...few, checkInRow(701)])), meetingOf({ added: 1, same: 3 }), 'few')
  }),

  on(
    'an import that is there says so when it is asked for again, and nothing is brought over it',
    async ground => {
      const { whole, records } = ground
      const rows = [checkInRow(1), checkInRow(1), checkInRow(3)]
      valueIn(await records.save('checkIns', testId(noon, 3), () => checkInFields(noon)))
      const brought = valueIn(await whole.bring(source(1), [...rows, checkInRow(4)]))
      const before = await everything(ground)
      equal(valueIn(await whole.bring(source(1), [...rows, checkInRow(4)])), brought, 'what it came to')
      equal(await everything(ground), before, 'the history then')
      equal(valueIn(await whole.imports()).length, 1, 'the imports')
      equal(
        problemIn(await whole.bring(source(1), [checkInRow(2)])),
        { kind: 'failed', name: 'ConstraintError' },
        'what is said',
      )
      equal(await everything(ground), before, 'the history')
    },
  ),

  on('a comparison changes nothing', async ground => {
    const { whole } = ground
    valueIn(await whole.bring(source(1), [checkInRow(1)]))
    const before = await everything(ground)
    const rows = [checkInRow(1, { felt: 9, updatedAt: noon + 1 }), checkInRow(2), checkInRow(3)]
    equal(valueIn(await whole.compare(rows)), meetingOf({ added: 2, changed: 1 }), 'what it would come to')
    equal(await everything(ground), before, 'the history')
    equal(valueIn(await whole.imports()).length, 1, 'the imports')
  }),

  on('a row that is none of Thaw’s lets nothing in', async ground => {
    const { whole } = ground
    const strange = { store: 'checkIns', row: { id: '', updatedAt: 'x' } } as unknown as StoredRow
    const said = problemIn(await whole.bring(source(1), [checkInRow(1), strange, checkInRow(2)]))
    equal(said, { kind: 'failed', name: 'DataError' }, 'what is said')
    equal((await everything(ground)).rows, [], 'the rows')
    equal(valueIn(await whole.imports()), [], 'the imports')
  }),

  on('stopped, it is as if nothing had begun', async ground => {
    const { whole } = ground
    valueIn(await whole.bring(source(1), [checkInRow(1, { felt: 1 }), checkInRow(9)]))
    const before = await everything(ground)
    const signal = AbortSignal.abort()
    const rows = [checkInRow(1, { updatedAt: noon + 1 }), checkInRow(2)]
    equal(valueIn(await whole.bring(source(2), rows, { signal })), null, 'a bringing')
    equal(valueIn(await whole.compare(rows, { signal })), null, 'a comparison')
    equal(valueIn(await whole.takeBack(source(1).id, { signal })), null, 'a taking back')
    equal(valueIn(await whole.removePeriod('2026-01-01', '2027-01-01', { signal })), null, 'a deletion')
    equal(valueIn(await whole.check({ signal })), null, 'a look')
    equal(await everything(ground), before, 'the history')
    equal(valueIn(await whole.imports()).length, 1, 'the imports')
    equal(valueIn(await whole.bring(source(2), rows)), meetingOf({ added: 1, changed: 1 }), 'once more')
  }),

  on('progress goes from nothing to all of it', async ({ whole }) => {
    const rows = Array.from({ length: 700 }, (_, number) => checkInRow(number + 1))
    for (const ask of ['compare', 'bring', 'check', 'takeBack', 'bring again', 'removePeriod'] as const) {
      const told: [number, number][] = []
      const work = { onProgress: (done: number, of: number) => void told.push([done, of]) }
      if (ask === 'compare') valueIn(await whole.compare(rows, work))
      if (ask === 'bring') valueIn(await whole.bring(source(1), rows, work))
      if (ask === 'bring again') valueIn(await whole.bring(source(2), rows, work))
      if (ask === 'check') valueIn(await whole.check(work))
      if (ask === 'takeBack') valueIn(await whole.takeBack(source(1).id, work))
      if (ask === 'removePeriod') valueIn(await whole.removePeriod('2020-01-01', '2030-01-01', work))
      const of = told[0]?.[1] ?? 0
      equal(of > 0 && told.every(one => one[1] === of), true, `the whole of ${ask}`)
      equal(told.at(-1), [of, of], `the end of ${ask}`)
      const dones = told.map(([done]) => done)
      equal(
        dones,
        dones.toSorted((one, other) => one - other),
        `the way of ${ask}`,
      )
    }
  }),

  on('an import taken back leaves what was there before it', async ground => {
    const { whole, records, clock } = ground
    valueIn(
      await records.save('checkIns', testId(noon, 1), () => checkInFields(noon, { note: 'mine', felt: 2 })),
    )
    valueIn(await records.save('checkIns', testId(noon, 2), () => checkInFields(noon - 3 * day)))
    valueIn(await records.remove('checkIns', testId(noon, 2), noon + second))
    clock.set(noon + 2 * second)
    valueIn(await records.settleRemovals())
    const before = await everything(ground)
    const rows = [
      checkInRow(1, { updatedAt: noon + day, note: 'theirs', felt: 7 }),
      checkInRow(2, { updatedAt: noon + day }),
      checkInRow(3, { felt: 5, tags: ['a'] }),
      {
        store: 'tags' as const,
        row: {
          id: 'own-9',
          updatedAt: noon,
          origin: 'own' as const,
          label: 'moss',
          group: null,
          hidden: false,
        },
      },
    ]
    equal(
      valueIn(await whole.bring(source(1), rows)),
      meetingOf({ added: 2, changed: 2, returned: 1 }),
      'the import',
    )
    equal(valueIn(await records.all('checkIns')).length, 3, 'what is shown')
    equal(valueIn(await whole.takeBack(source(1).id)), true, 'taken back')
    equal(await everything(ground), before, 'the history')
    equal(valueIn(await whole.imports()), [], 'the imports')
    equal(valueIn(await whole.check()), inOrder(2), 'the order of it')
    equal(valueIn(await whole.takeBack(source(1).id)), false, 'once more')
    equal(
      valueIn(await whole.bring(source(2), rows)),
      meetingOf({ added: 2, changed: 2, returned: 1 }),
      'brought again',
    )
  }),

  on('what came with an import and others name stays when it is taken back', async ground => {
    const { whole, records, clock } = ground
    const own = (number: number) => testId(noon, 500 + number)
    const made = { updatedAt: 0, origin: 'import:x', label: 'moss', group: null, hidden: false } as const
    const brought: StoredRow[] = [
      ...[1, 2, 3, 4].map(number => ({ store: 'tags' as const, row: { ...made, id: own(number) } })),
      ...[5, 6].map(number => ({ store: 'words' as const, row: { ...made, id: own(number) } })),
      ...[7, 8, 9].map(number => ({
        store: 'pauses' as const,
        row: {
          ...{ id: own(number), updatedAt: 0, origin: 'import:x' as const, label: 'moss', text: null },
          ...{ steps: [{ text: 'look', seconds: 9 }], favourite: false, hidden: false },
        },
      })),
      // A name given to one of Thaw's own is a change that the import made.
      { store: 'tags', row: { ...made, id: 'work' } },
      checkInRow(1, {
        tags: [1, 2, 3, 4].map(own),
        words: [5, 6].map(id => ({ id: own(id), guess: false })),
      }),
    ]
    valueIn(await whole.bring(source(1), brought))
    clock.forward(second)
    const words = [{ id: own(5), guess: false }]
    valueIn(
      await records.save('checkIns', testId(noon, 2), () =>
        checkInFields(noon, { tags: [own(1), 'work'], words }),
      ),
    )
    valueIn(
      await records.save('sessions', testId(noon, 3), () => ({ ...sessionFields(noon), pauseId: own(7) })),
    )
    const { at, zone, day: on } = checkInFields(noon)
    const fields = Object.fromEntries([
      ['if', `tag:${own(2)}`],
      ['then', own(8)],
    ])
    valueIn(
      await records.save('reflections', testId(noon, 4), () => ({
        at,
        zone,
        day: on,
        type: 'plan' as const,
        fields,
      })),
    )
    valueIn(await whole.bring(source(2), [checkInRow(5, { tags: [own(3)] })]))
    equal(valueIn(await whole.takeBack(source(1).id)), true, 'taken back')
    const left: readonly Id[] = idsIn((await everything(ground)).rows)
    const named = [1, 2, 3, 5, 7, 8].map(own)
    equal(
      named.filter(id => !left.includes(id)),
      [],
      'what is named and gone',
    )
    equal(left.includes('work'), false, 'the name of one of Thaw’s own')
    equal(valueIn(await records.get('checkIns', testId(noon, 1))), null, 'its check-in')
    equal(valueIn(await whole.check()), inOrder(left.length), 'the order of it')
    equal(valueIn(await whole.bring(source(3), brought))?.changed, 0, 'brought again')
  }),

  on('an import of which something was changed stays', async ground => {
    const { whole, records } = ground
    const changes: ((id: Id) => Promise<unknown>)[] = [
      id => records.save('checkIns', id, edited({ note: 'changed' })),
      id => records.remove('checkIns', id, noon + 10 * second),
      id => records.remove('checkIns', id, noon + 10 * second).then(() => records.undoRemove('checkIns', id)),
    ]
    for (const [number, change] of changes.entries()) {
      const rows = [checkInRow(2 * number + 1), checkInRow(2 * number + 2)]
      valueIn(await whole.bring(source(number), rows))
      await change(testId(noon, 2 * number + 1))
      const before = await everything(ground)
      const told = valueIn(await whole.imports()).find(({ id }) => id === source(number).id)
      equal(told?.untouched, false, 'untouched')
      equal(valueIn(await whole.takeBack(source(number).id)), false, 'taken back')
      equal(await everything(ground), before, 'the history')
    }
    equal(valueIn(await whole.takeBack(testId(noon, 7_777))), false, 'an import that never was')
  }),

  on('of two imports over one another, the later is taken back first', async ground => {
    const { whole, clock } = ground
    valueIn(await whole.bring(source(1), [checkInRow(1, { felt: 1 }), checkInRow(2)]))
    const first = await everything(ground)
    clock.forward(second)
    valueIn(await whole.bring(source(2), [checkInRow(1, { felt: 2, updatedAt: noon + 1 })]))
    equal(
      valueIn(await whole.imports()).map(({ id, untouched }) => [id, untouched]),
      [
        [source(2).id, true],
        [source(1).id, false],
      ],
      'the imports',
    )
    equal(valueIn(await whole.takeBack(source(1).id)), false, 'the earlier one')
    equal(valueIn(await whole.takeBack(source(2).id)), true, 'the later one')
    equal(await everything(ground), first, 'the history')
    equal(
      valueIn(await whole.imports()).map(({ id, untouched }) => [id, untouched]),
      [[source(1).id, true]],
      'the one that is left',
    )
    equal(valueIn(await whole.takeBack(source(1).id)), true, 'then the earlier one')
    equal((await everything(ground)).rows, [], 'nothing')
    equal(valueIn(await whole.check()), inOrder(0), 'the order of it')
  }),

  on('a period is deleted with all that happened in it, and nothing else', async ground => {
    const { whole, records, clock } = ground
    const at = (days: number) => noon - days * day
    for (const days of [0, 1, 2, 3])
      valueIn(await records.save('checkIns', testId(noon, days), () => checkInFields(at(days), { felt: 4 })))
    valueIn(await records.save('sessions', testId(noon, 10), () => sessionFields(at(1))))
    valueIn(
      await records.save('reflections', testId(noon, 11), () => {
        const { at: when, zone, day: on } = checkInFields(at(2))
        return { at: when, zone, day: on, type: 'line' as const, fields: { text: 'a line' } }
      }),
    )
    for (const [number, on] of ['2026-11-19', '2026-11-20', '2026-11-21', '2026-11-22'].entries())
      valueIn(
        await records.save('markers', testId(noon, 20 + number), () => ({ day: on, type: 'x', text: 'y' })),
      )
    for (const days of [0, 1])
      valueIn(await records.save('nudges', testId(noon, 30 + days), () => nudgeFields(at(days))))
    valueIn(await records.save('words', 'own-1', () => ({ label: 'mossy', group: null, hidden: false })))
    valueIn(await records.save('checkIns', testId(noon, 40), () => checkInFields(at(1), { note: 'unseen' })))
    valueIn(await records.remove('checkIns', testId(noon, 40), noon + day))
    clock.forward(second)
    equal(valueIn(await whole.inPeriod('2026-11-20', '2026-11-21')), 7, 'how many it is to be')
    equal(valueIn(await whole.removePeriod('2026-11-20', '2026-11-21')), 7, 'how many there were')
    equal(valueIn(await whole.inPeriod('2026-11-20', '2026-11-21')), 0, 'how many are left')
    const left = async (store: StoreName) =>
      idsIn(valueIn(await records.all(store)).map(row => ({ store, row })))
    equal(await left('checkIns'), [testId(noon, 0), testId(noon, 3)], 'check-ins')
    equal(await left('sessions'), [], 'sessions')
    equal(await left('reflections'), [], 'reflections')
    equal(await left('markers'), [testId(noon, 20), testId(noon, 23)], 'markers')
    equal(await left('nudges'), [testId(noon, 30)], 'nudges')
    equal(await left('words'), ['own-1'], 'words')
    equal(valueIn(await records.days('2026-11-20', '2026-11-21')), [], 'the days')
    const { rows } = await everything(ground)
    equal(rows.length, 14, 'what stays of them')
    equal(JSON.stringify(rows).includes('unseen'), false, 'what was hidden')
    equal(
      valueIn(await records.undoRemove('checkIns', testId(noon, 40))),
      false,
      'what was hidden comes back',
    )
    equal(valueIn(await whole.check()), inOrder(14), 'the order of it')
    equal(valueIn(await whole.removePeriod('2026-11-21', '2026-11-20')), 0, 'a period that is none')
  }),

  on('a deleted period takes no older copy back', async ground => {
    const { whole, records } = ground
    const rows = [checkInRow(1), checkInRow(2)]
    valueIn(await whole.bring(source(1), rows))
    equal(valueIn(await whole.removePeriod('2026-11-22', '2026-11-22')), 2, 'deleted')
    equal(valueIn(await whole.bring(source(2), rows)), meetingOf({ deleted: 2 }), 'brought again')
    equal(valueIn(await records.all('checkIns')), [], 'what is shown')
    equal(valueIn(await whole.takeBack(source(1).id)), false, 'taken back')
  }),

  on('rows whose day and time lie far apart are deleted with their day', async ({ whole }) => {
    valueIn(await whole.bring(source(1), [checkInRow(1, { day: '2020-02-02' }), checkInRow(2)]))
    equal(valueIn(await whole.inPeriod('2020-02-02', '2020-02-02')), 1, 'how many it is to be')
    equal(valueIn(await whole.removePeriod('2020-02-02', '2020-02-02')), 1, 'how many there were')
    equal(valueIn(await whole.counts()).checkIns, { shown: 1, hidden: 0, deleted: 1 }, 'what is left')
  }),

  on('rows are given in the order of their ids, a part at a time', async ({ whole }) => {
    const rows = [1, 2, 3, 4, 5].map(number => checkInRow(number))
    valueIn(await whole.bring(source(1), rows.toReversed()))
    const first = valueIn(await whole.rows('checkIns', { limit: 2 }))
    equal(first, rows.slice(0, 2), 'the first')
    const after = first.at(-1)?.row.id ?? ''
    equal(valueIn(await whole.rows('checkIns', { after, limit: 10 })), rows.slice(2), 'the rest')
    equal(valueIn(await whole.rows('words', { limit: 2 })), [], 'of another store')
  }),

  on('what is shown, hidden and deleted is counted', async ({ whole, records, clock }) => {
    const own = { label: 'x', group: null, hidden: false }
    for (const number of [1, 2, 3, 4, 5, 6]) {
      valueIn(await records.save('checkIns', testId(noon, number), () => checkInFields(noon)))
      valueIn(await records.save('words', `own-${number}`, () => own))
    }
    for (const number of [1, 2, 3]) {
      valueIn(await records.remove('checkIns', testId(noon, number), noon + number * second))
      valueIn(await records.remove('words', `own-${number}`, noon + number * second))
    }
    clock.set(noon + 2.5 * second)
    valueIn(await records.settleRemovals())
    const counts = valueIn(await whole.counts())
    const expected = { shown: 3, hidden: 1, deleted: 2 }
    equal([counts.checkIns, counts.words], [expected, expected], 'what is counted')
    equal(counts.nudges, { shown: 0, hidden: 0, deleted: 0 }, 'of an empty store')
  }),

  on('what names nothing is found', async ({ whole, records }) => {
    const [known, gone] = [testId(noon, 1), testId(noon, 2)]
    valueIn(await records.save('checkIns', known, () => checkInFields(noon, { nudgeId: gone })))
    valueIn(await records.save('sessions', gone, () => sessionFields(noon, { checkInId: known })))
    valueIn(await records.save('sessions', known, () => sessionFields(noon, { checkInId: gone })))
    equal(valueIn(await whole.check()), { ...inOrder(3), orphans: 2 }, 'the order of it')
  }),
]
