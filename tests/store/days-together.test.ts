/** Whatever two pages do at once, the days add up to the records, and the lists hold what a plain model of the history holds. */
import * as fc from 'fast-check'
import { openDB } from 'idb'
import { expect, test } from 'vitest'
import { type Counted, dayRows, emptyDay } from '../../lib/core/days.ts'
import { canonicalJson, type StoredRow } from '../../lib/core/merge.ts'
import type { DayRow, Fields, Id, RecordOf } from '../../lib/core/records.ts'
import type { Instant } from '../../lib/core/time.ts'
import type { OpenHistory } from '../../lib/store/open.ts'
import { valueIn } from '../contract/assert.ts'
import { testId } from '../contract/fakes.ts'
import { checkInFields, edited, noon, sessionFields } from '../contract/samples.ts'
import { record } from './arbitraries.ts'
import { dump, newWorld, type World } from './world.ts'

type Store = 'checkIns' | 'sessions'

/** What the history would be if nothing ever happened at once. */
type Model = {
  readonly [key: string]: {
    readonly store: Store
    readonly id: Id
    readonly fields: Fields<Store>
    readonly undoUntil: Instant | null
  }
}

/** One thing that a page does; `after` is what it makes of a model. */
type Step = {
  readonly does: (history: OpenHistory, now: Instant) => Promise<unknown>
  readonly after: (model: Model, now: Instant) => Model
}

const undoable = 10_000
const nothing: Step['after'] = model => model

const keyOf = (store: Store, id: Id) => `${store}/${id}`

const put = (store: Store, id: Id, fields: Fields<Store>): Step => ({
  does: async history => valueIn(await history.save(store, id, () => fields as Fields<typeof store>)),
  after: model => ({ ...model, [keyOf(store, id)]: { store, id, fields, undoUntil: null } }),
})

const edit = (id: Id, more: Partial<Fields<'checkIns'>>): Step => ({
  does: async history => valueIn(await history.save('checkIns', id, edited(more))),
  after: model => {
    const key = keyOf('checkIns', id)
    const kept = model[key]
    if (kept === undefined || kept.undoUntil !== null) return model
    return { ...model, [key]: { ...kept, fields: { ...kept.fields, ...more } } }
  },
})

const remove = (store: Store, id: Id): Step => ({
  does: async (history, now) => valueIn(await history.remove(store, id, now + undoable)),
  after: (model, now) => {
    const kept = model[keyOf(store, id)]
    return kept ? { ...model, [keyOf(store, id)]: { ...kept, undoUntil: now + undoable } } : model
  },
})

const undo = (store: Store, id: Id): Step => ({
  does: async history => valueIn(await history.undoRemove(store, id)),
  after: (model, now) => {
    const kept = model[keyOf(store, id)]
    if (!kept || kept.undoUntil === null || kept.undoUntil < now) return model
    return { ...model, [keyOf(store, id)]: { ...kept, undoUntil: null } }
  },
})

const settle: Step = {
  does: async history => valueIn(await history.settleRemovals()),
  after: (model, now) =>
    Object.fromEntries(
      Object.entries(model).filter(([, { undoUntil }]) => undoUntil === null || undoUntil >= now),
    ),
}

/** What is in a file: nothing else has these ids, so that it can be taken back for as long as it is there. */
const fileOf = (number: 1 | 2): readonly StoredRow[] => {
  const kept = { updatedAt: noon, origin: 'import:test' } as const
  const idOf = (place: number) => testId(noon, 100 * number + place)
  return [
    { store: 'checkIns', row: { ...checkInFields(noon, { felt: number }), id: idOf(1), ...kept } },
    { store: 'checkIns', row: { ...checkInFields(noon + 1, { day: '2026-11-23' }), id: idOf(2), ...kept } },
    { store: 'sessions', row: { ...sessionFields(noon), id: idOf(3), ...kept } },
  ]
}
const modelOf = (rows: readonly StoredRow[]): Model =>
  Object.fromEntries(
    rows.map(({ store: of, row }) => {
      const { id: at, updatedAt, origin, ...fields } = row as RecordOf<Store>
      return [
        keyOf(of as Store, at),
        { store: of as Store, id: at, fields: fields as Fields<Store>, undoUntil: null },
      ]
    }),
  )
/** Every import has an id of its own. */
let imports = 0

const bring = (number: 1 | 2): Step => ({
  does: async history => {
    imports += 1
    const source = { id: testId(noon, 1_000 + imports), format: `file-${number}` }
    return valueIn(await history.whole.bring(source, fileOf(number)))
  },
  after: model => ({ ...model, ...modelOf(fileOf(number)) }),
})

const takeBack = (number: 1 | 2): Step => ({
  does: async history => {
    const found = valueIn(await history.whole.imports()).find(({ format }) => format === `file-${number}`)
    return found && valueIn(await history.whole.takeBack(found.id))
  },
  after: model => {
    const brought = modelOf(fileOf(number))
    return Object.fromEntries(Object.entries(model).filter(([key]) => !(key in brought)))
  },
})

const check = (insist: boolean): Step => ({
  does: async history => valueIn(await history.checkDays({ insist, pause: async () => {} })),
  after: nothing,
})

const id = fc.integer({ min: 1, max: 5 }).map(number => testId(noon, number))
const store = fc.constantFrom<Store>('checkIns', 'sessions')
/** Among them days that are on no calendar. */
const day = fc.constantFrom('2026-11-22', '2026-11-23', '2026-02-30', '+012026-01-01', '')

const fieldsOf = <Name extends Store>(name: Name): fc.Arbitrary<Fields<Name>> =>
  fc
    .tuple(record(name), fc.option(day, { freq: 3 }))
    .map(([{ id: _, updatedAt, origin, ...fields }, odd]) => {
      const made = odd === null ? fields : { ...fields, day: odd }
      return made as unknown as Fields<Name>
    })

const steps: fc.Arbitrary<readonly Step[]> = fc.oneof(
  { weight: 3, arbitrary: fc.tuple(id, fieldsOf('checkIns')).map(([at, one]) => [put('checkIns', at, one)]) },
  { weight: 2, arbitrary: fc.tuple(id, fieldsOf('sessions')).map(([at, one]) => [put('sessions', at, one)]) },
  {
    weight: 3,
    arbitrary: fc
      .tuple(id, fieldsOf('checkIns'), fc.subarray(['felt', 'words', 'tags', 'day', 'at', 'cantTell']))
      .map(([at, one, names]) => [
        edit(at, Object.fromEntries(names.map(name => [name, one[name as 'felt']]))),
      ]),
  },
  { weight: 3, arbitrary: fc.tuple(store, id).map(([name, at]) => [remove(name, at)]) },
  { weight: 2, arbitrary: fc.tuple(store, id).map(([name, at]) => [undo(name, at)]) },
  fc.constant([settle]),
  { weight: 2, arbitrary: fc.boolean().map(insist => [check(insist)]) },
  { weight: 2, arbitrary: fc.constantFrom<1 | 2>(1, 2).map(number => [bring(number)]) },
  fc.constantFrom<1 | 2>(1, 2).map(number => [takeBack(number)]),
  // Several at once, each by itself.
  fc
    .uniqueArray(fc.tuple(id, fieldsOf('checkIns')), { minLength: 2, maxLength: 3, selector: ([at]) => at })
    .map(many => many.map(([at, one]) => put('checkIns', at, one))),
)

/** What is begun without waiting: by which page, and how many turns of the browser later. */
const burst = fc.record({
  passes: fc.constantFrom(0, 0, 5_000, 11_000, 24 * 3_600_000),
  acts: fc.array(fc.record({ page: fc.nat({ max: 1 }), turns: fc.nat({ max: 3 }), steps }), {
    minLength: 1,
    maxLength: 3,
  }),
})

const orders = <Value>(values: readonly Value[]): readonly (readonly Value[])[] =>
  values.length < 2
    ? [values]
    : values.flatMap((value, index) => orders(values.toSpliced(index, 1)).map(rest => [value, ...rest]))

const distinct = (models: readonly Model[]): readonly Model[] => [
  ...new Map(models.map(model => [canonicalJson(model), model])).values(),
]

const shownIn = (model: Model, name: Store) =>
  Object.values(model)
    .filter(({ store: of, undoUntil }) => of === name && undoUntil === null)
    .map(({ id: at, fields }) => ({ ...fields, id: at }) as RecordOf<Store>)
    .sort((one, other) => (one.id < other.id ? -1 : 1))

const visible = (model: Model) => [shownIn(model, 'checkIns'), shownIn(model, 'sessions')]

const bare = <Kept extends RecordOf<Store>>(records: readonly Kept[]) =>
  records.map(({ updatedAt, origin, ...rest }) => rest)

const byTime = (one: RecordOf<Store>, other: RecordOf<Store>) =>
  one.at - other.at || (one.id < other.id ? -1 : 1)

/** Everything that can be read, beside what a model says it is. */
const readsAs = async (history: OpenHistory, { name }: World, model: Model) => {
  for (const of of ['checkIns', 'sessions'] as const) {
    const expected = shownIn(model, of).sort(byTime)
    const paged: RecordOf<Store>[] = []
    for (;;) {
      const last = paged.at(-1)
      const before = last && { at: last.at, id: last.id }
      const page = valueIn(await history.page(of, { limit: 2, ...(before && { before }) }))
      if (page.length === 0) break
      paged.push(...page)
    }
    expect(bare(paged)).toEqual(expected.toReversed())
    expect(bare(valueIn(await history.between(of, noon, Number.MAX_SAFE_INTEGER)))).toEqual(expected)
  }
  const rows = dayRows(
    (['checkIns', 'sessions'] as const).flatMap(of =>
      shownIn(model, of).map(one => ({ store: of, record: one }) as Counted),
    ),
  )
  expect((await dump(name))['days'] ?? []).toEqual(rows)
  const [first, last] = [rows[0]?.day, rows.at(-1)?.day]
  expect(valueIn(await history.daySpan())).toEqual(first === undefined ? null : { first, last })
}

const turn = () => new Promise<void>(resolve => void setImmediate(resolve))

/** Runs the bursts one after another; gives every model that they may have led to. */
const live = async (
  world: World,
  bursts: readonly (typeof burst extends fc.Arbitrary<infer Value> ? Value : never)[],
  each: (done: readonly unknown[], models: readonly Model[], page: OpenHistory) => Promise<void>,
) => {
  const pages = [world.open(), world.open()] as const
  let models: readonly Model[] = [{}]
  for (const { passes, acts } of bursts) {
    world.clock.forward(passes)
    const now = world.clock.now().epochMilliseconds
    const begun = acts.flatMap(({ page, turns, steps: ofAct }) =>
      ofAct.map(async step => {
        for (let left = turns; left > 0; left -= 1) await turn()
        return step.does(pages[page === 0 ? 0 : 1], now)
      }),
    )
    const done = await Promise.all(begun)
    // In whatever order they came about, it must be one of them.
    const all = acts.flatMap(({ steps: ofAct }) => ofAct).filter(step => step.after !== nothing)
    const reached = models.flatMap(model =>
      orders(all).map(order => order.reduce((so, step) => step.after(so, now), model)),
    )
    const found = canonicalJson([
      bare(valueIn(await pages[0].all('checkIns'))),
      bare(valueIn(await pages[1].all('sessions'))),
    ])
    models = distinct(reached).filter(model => canonicalJson(visible(model)) === found)
    expect(models.length).toBeGreaterThan(0)
    await each(done, models, pages[1])
  }
  return pages
}

const isCheck = (value: unknown): value is { readonly repaired: number; readonly whole: boolean } =>
  typeof value === 'object' && value !== null && 'repaired' in value

test('days and lists are what the records are, whatever two pages do at once', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(burst, { minLength: 1, maxLength: 8 }), async bursts => {
      const world = newWorld()
      const [page] = await live(world, bursts, async (done, models, other) => {
        const [model] = models
        if (model) await readsAs(other, world, model)
        // What is right is never repaired, not even while it changes.
        for (const value of done.filter(isCheck)) expect(value.repaired).toBe(0)
      })
      expect(valueIn(await page.checkDays())).toMatchObject({ repaired: 0, whole: true })
      await world.wipe()
    }),
    { numRuns: 150 },
  )
}, 120_000)

test('days that were damaged are right after a check, whatever two pages did meanwhile', async () => {
  const wound = fc.record({
    day,
    row: fc.constantFrom<Partial<DayRow> | null>(
      null,
      {},
      { checkIns: 3, words: { heavy: 2 } },
      { sessions: 9, tags: { numb: 1 } },
    ),
  })
  await fc.assert(
    fc.asyncProperty(
      fc.array(burst, { minLength: 2, maxLength: 5 }),
      fc.array(burst, { minLength: 1, maxLength: 2 }),
      fc.array(wound, { minLength: 1, maxLength: 3 }),
      async (before, meanwhile, wounds) => {
        const world = newWorld()
        const [page, other] = await live(world, before, async () => {})
        const raw = await openDB(world.name)
        for (const { day: at, row } of wounds)
          if (row === null) await raw.delete('days', at)
          else await raw.put('days', { ...emptyDay(at), ...row })
        raw.close()
        const now = world.clock.now().epochMilliseconds
        const acts = meanwhile.flatMap(({ acts: each }) => each)
        const [checked] = await Promise.all([
          page.checkDays({ insist: true, pause: turn }),
          ...acts.map(async ({ turns, steps: ofAct }) => {
            for (let left = turns; left > 0; left -= 1) await turn()
            for (const step of ofAct.filter(({ after }) => after !== nothing)) await step.does(other, now)
          }),
        ])
        expect(valueIn(checked).whole).toBe(true)
        const rows = await dump(world.name)
        const shownRows = (['checkIns', 'sessions'] as const).flatMap(of =>
          (rows[of] ?? [])
            .filter(row => !('deletedAt' in (row as object)) && !('undoUntil' in (row as object)))
            .map(row => ({ store: of, record: row }) as Counted),
        )
        expect(rows['days']).toEqual(dayRows(shownRows))
        await world.wipe()
      },
    ),
    { numRuns: 100 },
  )
}, 120_000)
