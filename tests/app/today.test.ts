/** Today as its screen sees it. */
import { describe, expect, test, vi } from 'vitest'
import { createLabels } from '../../lib/app/labels.ts'
import { createOwnPauses } from '../../lib/app/own-pauses.ts'
import { createPlanner, type Planner } from '../../lib/app/planner.ts'
import { createToday } from '../../lib/app/today.ts'
import type { PauseKind } from '../../lib/core/pause-kinds.ts'
import type { Fields, ReflectionType } from '../../lib/core/records.ts'
import { hour, minute, momentOf } from '../../lib/core/time.ts'
import { pageWorld } from '../support/page-world.ts'

const todayWorld = (now?: string) => {
  const world = pageWorld(now)
  const planner = createPlanner({
    ...world,
    labels: createLabels({ ...world, names: (_, id) => id }),
    pauses: createOwnPauses(world),
    hourLabel: (at: number) => `${at}:00`,
  })
  return {
    ...world,
    later: world.timers.later,
    loadPlanner: vi.fn<() => Promise<Planner>>(async () => planner),
    startPause: vi.fn<(id: string) => Promise<void>>(async () => {}),
    written: async (iso: string, type: ReflectionType, fields: Fields<'reflections'>['fields']) => {
      const moment = momentOf(Temporal.ZonedDateTime.from(iso))
      const id = world.chance.id(moment.at)
      await world.records.save('reflections', id, () => ({ ...moment, type, fields }))
      return id
    },
    fieldsOf: async (id: string) => {
      const found = await world.records.get('reflections', id)
      return found.ok ? found.value?.fields : found.problem
    },
  }
}
type World = ReturnType<typeof todayWorld>

/** As pairs: an object with a `then` looks like a promise. */
const planFields = (cue: string, pauseId: string) =>
  Object.fromEntries([
    ['if', cue],
    ['then', pauseId],
  ])
const plan = (world: World, cue: string, pauseId: string, iso = '2026-11-01T09:00[Europe/Berlin]') =>
  world.written(iso, 'plan', planFields(cue, pauseId))

const open = async (world: World) => {
  const today = createToday(world)
  await today.load()
  return today
}
type Today = Awaited<ReturnType<typeof open>>

const statesOf = (today: Today) => today.steps.shown.value?.map(({ text, state }) => [text, state])
const plansOf = (today: Today) =>
  today.plans.shown.value?.pauses.map(({ label, listed }) => [label, listed.pause.id])

describe('the check-ins of today', () => {
  test('are those of this civil day, newest first, with their pauses', async () => {
    const world = todayWorld()
    await world.checkIn('2026-11-21T23:59[Europe/Berlin]')
    const early = await world.checkIn('2026-11-22T00:00[Europe/Berlin]', { felt: 0 })
    const late = await world.checkIn('2026-11-22T11:00[Europe/Berlin]', { cantTell: ['felt'] })
    const pause = await world.session('2026-11-22T11:02[Europe/Berlin]', { checkInId: late })
    const today = await open(world)
    const entries = today.entries.value ?? []
    expect(entries.map(({ id }) => id)).toEqual([late, early])
    expect(entries[0]).toMatchObject({ felt: 'cant-tell', sessions: [{ id: pause }] })
    expect(entries[1]).toMatchObject({ felt: 0, sessions: [] })
    expect(today.hasEarlier.value).toBe(true)
  })

  test('keep the day on which they were lived after a flight', async () => {
    const world = todayWorld('2026-11-22T08:00[America/Los_Angeles]')
    // In Tokyo it was the 22nd when Los Angeles still had the 21st.
    const flown = await world.checkIn('2026-11-22T07:00[Asia/Tokyo]')
    const today = await open(world)
    expect(today.entries.value?.map(({ id }) => id)).toEqual([flown])
    expect(today.hasEarlier.value).toBe(false)
  })

  test('follow a check-in that is made in the popup', async () => {
    const world = todayWorld()
    const today = await open(world)
    expect(today.entries.value).toEqual([])
    await world.checkIn('2026-11-22T11:59[Europe/Berlin]')
    world.changes.announce('records')
    await vi.waitFor(() => expect(today.entries.value).toHaveLength(1))
  })

  test('that are still to come are told from the others until their time is there', async () => {
    const world = todayWorld()
    const later = await world.checkIn('2026-11-22T12:10[Europe/Berlin]')
    const today = await open(world)
    const toCome = () => today.entries.value?.filter(({ at }) => at > today.now().at).map(({ id }) => id)
    expect(toCome()).toEqual([later])
    expect(world.timers.lengths()).toEqual([10 * minute])
    const before = today.entries.value
    world.clock.advance(10 * minute)
    world.timers.ring()
    await vi.waitFor(() => expect(today.entries.value).not.toBe(before))
    expect(toCome()).toEqual([])
  })

  test('are not said to be none before they are read', () => {
    const today = createToday(todayWorld())
    void today.load()
    expect([today.entries.value, today.steps.shown.value, today.plans.shown.value]).toEqual([
      null,
      null,
      null,
    ])
  })

  test('that cannot be read say so, and stay as they were until they can', async () => {
    const world = todayWorld()
    await world.checkIn('2026-11-22T09:00[Europe/Berlin]')
    const today = await open(world)
    world.store.problem = { kind: 'newer' }
    await today.load()
    expect(today.problem.value).toEqual({ kind: 'newer' })
    expect(today.entries.value).toHaveLength(1)
    world.store.problem = null
    await today.load()
    expect(today.problem.value).toBeNull()
  })
})

describe('a new day', () => {
  const night = '2026-11-22T23:40[Europe/Berlin]'

  test('begins by itself at midnight', async () => {
    const world = todayWorld(night)
    await world.checkIn('2026-11-22T23:00[Europe/Berlin]')
    const today = await open(world)
    expect(world.timers.lengths()).toEqual([20 * minute])
    world.clock.advance(20 * minute)
    world.timers.ring()
    await vi.waitFor(() => expect(today.entries.value).toEqual([]))
    expect(today.hasEarlier.value).toBe(true)
    expect(world.timers.lengths()).toEqual([hour])
  })

  test('shows nothing of the old one where it cannot be read', async () => {
    const world = todayWorld(night)
    await world.checkIn('2026-11-22T23:00[Europe/Berlin]')
    await world.written(night, 'step', { text: 'Open the window' })
    await plan(world, 'hour:23', 'look-up')
    const today = await open(world)
    expect(plansOf(today)).toHaveLength(1)
    world.clock.advance(hour)
    world.store.problem = { kind: 'failed', name: 'x' }
    world.timers.ring()
    await vi.waitFor(() => expect(today.problem.value).not.toBeNull())
    expect([today.entries.value, today.steps.shown.value, today.plans.shown.value]).toEqual([
      null,
      null,
      null,
    ])
    expect(world.timers.lengths()).toEqual([20 * minute])
    world.store.problem = null
    await today.load()
    expect(statesOf(today)).toEqual([['Open the window', 'open']])
  })
})

describe('a small step', () => {
  const withStep = async () => {
    const world = todayWorld()
    const fields = { ladder: ['Do the taxes', 'Find the folder'], pauseId: 'smaller-step' }
    const id = await world.written('2026-11-21T18:00[Europe/Berlin]', 'step', fields)
    const today = await open(world)
    return { world, fields, id, today }
  }

  test('that is done stays in sight for the day, and can be open again', async () => {
    const { world, fields, id, today } = await withStep()
    expect(statesOf(today)).toEqual([['Find the folder', 'open']])
    await today.steps.done(id)
    expect(statesOf(today)).toEqual([['Find the folder', 'done']])
    expect(today.steps.news.value).toMatchObject({ state: 'done', name: 'Find the folder' })
    expect(await world.fieldsOf(id)).toEqual({ ...fields, doneAt: world.clock.now().epochMilliseconds })
    await today.steps.undo(id)
    expect(statesOf(today)).toEqual([['Find the folder', 'open']])
    expect(today.steps.news.value).toMatchObject({ state: 'open' })
    expect(await world.fieldsOf(id)).toEqual(fields)
  })

  test('that is put off can come back until the page is left, and stands there again on the next day', async () => {
    const { world, fields, id, today } = await withStep()
    await today.steps.notToday(id)
    expect(statesOf(today)).toEqual([['Find the folder', 'set-aside']])
    expect(await world.fieldsOf(id)).toEqual({ ...fields, setAside: '2026-11-22' })
    expect(statesOf(await open(world))).toEqual([])
    await today.steps.undo(id)
    expect(await world.fieldsOf(id)).toEqual(fields)
    await today.steps.notToday(id)
    today.steps.leave()
    expect(statesOf(today)).toEqual([])
    expect(today.steps.news.value).toBeNull()
    world.clock.advance(12 * hour)
    world.timers.ring()
    await vi.waitFor(() => expect(statesOf(today)).toEqual([['Find the folder', 'open']]))
  })

  test('of which one alone is put off in sight', async () => {
    const { world, id, today } = await withStep()
    const other = await world.written('2026-11-22T09:00[Europe/Berlin]', 'step', { text: 'Wave' })
    await today.load()
    await today.steps.notToday(id)
    await today.steps.notToday(other)
    expect(statesOf(today)).toEqual([['Wave', 'set-aside']])
  })

  test('is the same on two pages', async () => {
    const { world, id, today } = await withStep()
    const other = await open(world)
    await today.steps.done(id)
    await vi.waitFor(() => expect(statesOf(other)).toEqual([['Find the folder', 'done']]))
    expect(other.steps.news.value).toBeNull()
    // A press on what was done a moment before puts nothing off.
    await other.steps.notToday(id)
    expect(statesOf(today)).toEqual([['Find the folder', 'done']])
    expect(other.steps.news.value).toBeNull()
    await other.steps.undo(id)
    await vi.waitFor(() => expect(statesOf(today)).toEqual([['Find the folder', 'open']]))
    expect(today.steps.news.value).toBeNull()
  })

  test('that does not save says so and stays as it was, until it is tried again', async () => {
    const { world, id, today } = await withStep()
    world.store.problem = { kind: 'full' }
    await today.steps.done(id)
    expect(today.steps.problem.value).toEqual({ kind: 'full' })
    expect(today.steps.news.value).toBeNull()
    expect(statesOf(today)).toEqual([['Find the folder', 'open']])
    world.store.problem = null
    await today.steps.tryAgain()
    expect(today.steps.problem.value).toBeNull()
    expect(statesOf(today)).toEqual([['Find the folder', 'done']])
  })

  test('that is done may say how much of it reached the person, until it is open again', async () => {
    const { fields, id, today, world } = await withStep()
    await today.steps.done(id)
    await today.steps.reach(id, 0)
    expect(today.steps.shown.value).toMatchObject([{ state: 'done', actual: 0 }])
    await today.steps.reach(id, null)
    expect(today.steps.shown.value).toMatchObject([{ state: 'done', actual: null }])
    await today.steps.reach(id, 7)
    await today.steps.undo(id)
    expect(await world.fieldsOf(id)).toEqual(fields)
  })

  test('that was deleted elsewhere is gone, and nothing of it comes back', async () => {
    const { world, id, today } = await withStep()
    await world.records.remove('reflections', id, 0)
    await today.steps.done(id)
    expect(statesOf(today)).toEqual([])
    expect(await world.fieldsOf(id)).toBeUndefined()
  })
})

describe('a plan', () => {
  test('for an hour stands there in that hour, with nothing said so far', async () => {
    const world = todayWorld('2026-11-22T11:50[Europe/Berlin]')
    await plan(world, 'hour:12', 'hum')
    const today = await open(world)
    expect(plansOf(today)).toEqual([])
    world.clock.advance(10 * minute)
    world.timers.ring()
    await vi.waitFor(() => expect(plansOf(today)).toEqual([['12:00', 'hum']]))
    world.clock.advance(hour)
    world.timers.ring()
    await vi.waitFor(() => expect(plansOf(today)).toEqual([]))
  })

  test.each(['word:tense', 'tag:work'])(
    'for %s stands there for two hours after it was logged',
    async cue => {
      const world = todayWorld()
      await plan(world, cue, 'hum')
      const today = await open(world)
      expect(plansOf(today)).toEqual([])
      await world.checkIn('2026-11-22T10:30[Europe/Berlin]', {
        felt: 6,
        words: [{ id: 'tense', guess: true }],
        tags: ['work'],
      })
      world.changes.announce('records')
      await vi.waitFor(() => expect(plansOf(today)).toEqual([[cue.slice(cue.indexOf(':') + 1), 'hum']]))
      expect(world.timers.lengths()).toEqual([30 * minute])
      world.clock.advance(30 * minute)
      world.timers.ring()
      await vi.waitFor(() => expect(plansOf(today)).toEqual([]))
    },
  )

  test('for a thought stands there for two hours after the same was written down', async () => {
    const world = todayWorld()
    const thought = { thought: 'I am late' }
    const id = await world.written('2026-11-02T09:00[Europe/Berlin]', 'thought', thought)
    await plan(world, `thought:${id}`, 'hum')
    const today = await open(world)
    expect(plansOf(today)).toEqual([])
    await world.written('2026-11-22T10:10[Europe/Berlin]', 'thought', thought)
    world.changes.announce('records')
    await vi.waitFor(() => expect(plansOf(today)).toEqual([['I am late', 'hum']]))
    expect(world.timers.lengths()).toEqual([10 * minute])
    world.clock.advance(10 * minute)
    world.timers.ring()
    await vi.waitFor(() => expect(plansOf(today)).toEqual([]))
  })

  test('may lead to a small step, which stands among those of today once it is taken', async () => {
    const world = todayWorld()
    const text = 'Open the window'
    await world.written('2026-11-01T09:00[Europe/Berlin]', 'plan', { if: 'hour:12', step: ` ${text} ` })
    const today = await open(world)
    expect(today.plans.shown.value?.steps).toEqual([{ label: '12:00', text }])
    world.store.problem = { kind: 'full' }
    await today.steps.take(text)
    expect(today.steps.problem.value).toEqual({ kind: 'full' })
    world.store.problem = null
    await today.steps.tryAgain()
    expect(statesOf(today)).toEqual([[text, 'open']])
    expect(today.plans.shown.value?.steps).toEqual([])
    expect(today.steps.news.value).toEqual({ name: text, state: 'taken' })
  })

  test('that leads to a small step makes one, however often it is pressed before it is kept', async () => {
    const world = todayWorld()
    const today = await open(world)
    await Promise.all([today.steps.take('Wave'), today.steps.take('Wave')])
    expect(statesOf(today)).toEqual([['Wave', 'open']])
    expect(today.steps.news.value).toEqual({ name: 'Wave', state: 'taken' })
  })

  test('that leads to a small step waits while things feel far away', async () => {
    const world = todayWorld()
    await world.written('2026-11-01T09:00[Europe/Berlin]', 'plan', { if: 'hour:12', step: 'Wave' })
    await world.checkIn('2026-11-22T11:50[Europe/Berlin]', { felt: 2, far: 2 })
    expect((await open(world)).plans.shown.value?.steps).toEqual([])
  })

  test('stands once, the newest first, with a word as the person calls it', async () => {
    const world = todayWorld()
    await world.records.save('words', 'tense', () => ({ label: 'tight', group: null, hidden: false }))
    await plan(world, 'hour:12', 'hum', '2026-11-01T09:00[Europe/Berlin]')
    await plan(world, 'word:tense', 'doodle', '2026-11-02T09:00[Europe/Berlin]')
    await plan(world, 'hour:12', 'hum', '2026-11-03T09:00[Europe/Berlin]')
    await world.checkIn('2026-11-22T11:50[Europe/Berlin]', {
      felt: 6,
      words: [{ id: 'tense', guess: false }],
    })
    expect(plansOf(await open(world))).toEqual([
      ['12:00', 'hum'],
      ['tight', 'doodle'],
    ])
  })

  test.each([
    ['the far rule', 'hum', { felt: 2, far: 2 }],
    ['little felt and far unknown', 'hum', { felt: 2 }],
    ['a hard word', 'hum', { felt: 6, words: [{ id: 'ashamed', guess: false }] }],
    ['little felt', 'high-and-low', { felt: 2, far: 0 }],
  ] as const)('keeps to %s', async (_, pauseId, answers) => {
    const world = todayWorld()
    await plan(world, 'hour:12', pauseId)
    await plan(world, 'hour:12', 'look-up')
    expect(plansOf(await open(world))).toContainEqual(['12:00', pauseId])
    await world.checkIn('2026-11-22T11:50[Europe/Berlin]', answers)
    expect(plansOf(await open(world))).toEqual([['12:00', 'look-up']])
  })

  test('for a kind that was worse, a pause that is hidden, or one that is not known, leads nowhere', async () => {
    const world = todayWorld()
    await plan(world, 'hour:12', 'hum')
    await plan(world, 'hour:12', 'shoulders')
    await plan(world, 'hour:12', 'of-a-newer-thaw')
    await world.session('2026-11-20T12:00[Europe/Berlin]', { pauseId: 'doodle', ease: 'worse' })
    await world.records.save('pauses', 'shoulders', () => ({
      label: null,
      text: null,
      favourite: false,
      hidden: true,
    }))
    expect(plansOf(await open(world))).toEqual([])
  })

  test('of a kind that is switched off on another page leads nowhere, and does again once it is on', async () => {
    const world = todayWorld()
    await plan(world, 'hour:12', 'hum')
    const today = await open(world)
    expect(plansOf(today)).toHaveLength(1)
    const switchOff = async (offKinds: readonly PauseKind[]) => {
      await world.settings.change(before => ({ ...before, pauses: { ...before.pauses, offKinds } }))
      world.changes.announce('settings')
    }
    await switchOff(['make'])
    await vi.waitFor(() => expect(plansOf(today)).toEqual([]))
    await switchOff([])
    await vi.waitFor(() => expect(plansOf(today)).toHaveLength(1))
  })

  test('is found however much was written down since, after all else, and no more once it is gone', async () => {
    const world = todayWorld()
    const id = await plan(world, 'hour:12', 'hum', '2020-11-01T09:00[Europe/Berlin]')
    const from = Temporal.ZonedDateTime.from('2021-01-01T09:00[Europe/Berlin]')
    for (let at = 0; at < 2_200; at += 1)
      await world.written(`${from.add({ hours: at })}`, 'high-low', { high: 'sun' })
    const today = await open(world)
    expect([plansOf(today), today.entries.value]).toEqual([[], []])
    const inTime = (found: readonly unknown[]) =>
      vi.waitFor(() => {
        world.timers.ring()
        expect(plansOf(today)).toEqual(found)
      })
    await inTime([['12:00', 'hum']])
    await world.records.remove('reflections', id, 0)
    world.changes.announce('records')
    await inTime([])
  })

  test('of somebody at night waits for the day', async () => {
    const world = todayWorld('2026-11-22T22:10[Europe/Berlin]')
    await plan(world, 'hour:22', 'good-morning')
    await plan(world, 'hour:22', 'hum')
    expect(plansOf(await open(world))).toEqual([['22:00', 'hum']])
  })

  test('is looked for by code that is loaded where there is one, and does without where that cannot be read', async () => {
    const world = todayWorld()
    const without = await open(world)
    expect(plansOf(without)).toEqual([])
    expect(world.loadPlanner).not.toHaveBeenCalled()
    await plan(world, 'hour:12', 'look-up')
    world.loadPlanner.mockRejectedValueOnce(new Error('no such file'))
    const today = await open(world)
    expect([plansOf(today), today.problem.value]).toEqual([[], null])
    await today.load()
    expect(plansOf(today)).toHaveLength(1)
  })

  test('starts its pause, and says so where that does not open', async () => {
    const world = todayWorld()
    const today = await open(world)
    await today.plans.start('hum')
    expect(world.startPause).toHaveBeenCalledExactlyOnceWith('hum')
    expect(today.plans.notStarted.value).toBe(false)
    world.startPause.mockRejectedValueOnce(new Error('refused'))
    await today.plans.start('hum')
    expect(today.plans.notStarted.value).toBe(true)
    await today.plans.start('hum')
    expect(today.plans.notStarted.value).toBe(false)
  })
})

test('the button opens the check-in', () => {
  const world = todayWorld()
  createToday(world).checkIn()
  expect(world.openCheckIn).toHaveBeenCalledOnce()
})
