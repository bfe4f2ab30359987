/** The log of reminders as its screen sees it. */
import { describe, expect, test, vi } from 'vitest'
import { createNudgeLog, type LogOutcome } from '../../lib/app/nudge-log.ts'
import { dropReasons, type Fields } from '../../lib/core/records.ts'
import { hour, minute } from '../../lib/core/time.ts'
import { nudgeFields } from '../contract/samples.ts'
import { seededChance } from '../support/fakes.ts'
import { pageWorld } from '../support/page-world.ts'

const berlin = (iso: string) => Temporal.ZonedDateTime.from(`${iso}[Europe/Berlin]`).epochMilliseconds

const worldWithNudges = () => {
  const world = pageWorld()
  const chance = seededChance(3)
  return {
    ...world,
    /** Keeps a nudge planned for `iso`, written down then or at `madeAt`. */
    nudge: async (iso: string, fields: Partial<Fields<'nudges'>> = {}, madeAt = iso) => {
      const id = chance.id(berlin(madeAt))
      await world.records.save('nudges', id, () => nudgeFields(berlin(iso), fields))
      return id
    },
  }
}

const open = async (world: ReturnType<typeof worldWithNudges>) => {
  const log = createNudgeLog(world)
  await log.load()
  return log
}

describe('the days', () => {
  test('come newest first, the first three open, the others when asked for', async () => {
    const world = worldWithNudges()
    for (const day of ['18', '19', '20', '21', '22']) {
      await world.nudge(`2026-11-${day}T09:00`)
      await world.nudge(`2026-11-${day}T11:00`)
    }
    const log = await open(world)
    expect(log.days.value?.map(({ day }) => day)).toEqual(['2026-11-22', '2026-11-21', '2026-11-20'])
    expect(log.days.value?.[0]?.entries.map(({ at }) => at)).toEqual([
      berlin('2026-11-22T11:00'),
      berlin('2026-11-22T09:00'),
    ])
    expect(log.hasMore.value).toBe(true)
    log.showMore()
    expect(log.days.value).toHaveLength(5)
    expect(log.hasMore.value).toBe(false)
  })

  test('reach back 30 days, and no nudge of the time to come is shown', async () => {
    const world = worldWithNudges()
    await world.nudge('2026-10-22T23:59')
    const oldest = await world.nudge('2026-10-23T00:00')
    // Passed over on the day before the first one, for a time on it.
    const early = await world.nudge(
      '2026-10-23T10:00',
      { outcome: 'dropped', reason: 'ignored' },
      '2026-10-22T20:00',
    )
    const now = await world.nudge('2026-11-22T12:00')
    await world.nudge('2026-11-22T12:01', { outcome: 'dropped', reason: 'ignored' }, '2026-11-22T11:00')
    const log = await open(world)
    log.showMore()
    const ids = log.days.value?.flatMap(({ entries }) => entries.map(({ id }) => id))
    expect(ids).toEqual([now, early, oldest])
  })

  test('tell of each time once: what became of it in the end', async () => {
    const world = worldWithNudges()
    const dropped = (reason: Fields<'nudges'>['reason']) => ({ outcome: 'dropped', reason }) as const
    // Away until tomorrow, and back an hour later.
    await world.nudge('2026-11-22T09:00', dropped('away'), '2026-11-22T07:00')
    const came = await world.nudge('2026-11-22T09:00', {
      shownAt: berlin('2026-11-22T09:00'),
      outcome: 'answered',
    })
    const late = await world.nudge('2026-11-22T10:00', dropped('late'), '2026-11-22T10:30')
    await world.nudge('2026-11-22T10:00', dropped('away'), '2026-11-22T07:00')
    const log = await open(world)
    expect(log.days.value?.[0]?.entries.map(({ id }) => id)).toEqual([late, came])
  })

  test('are those of the zone in which they are read', async () => {
    const world = worldWithNudges()
    await world.nudge('2026-11-22T00:30')
    world.clock.set('2026-11-22T08:00[America/Los_Angeles]')
    const log = await open(world)
    expect(log.days.value?.[0]?.day).toBe('2026-11-21')
    expect(log.zone.value).toBe('America/Los_Angeles')
  })

  test('are none before the first reminder', async () => {
    const log = await open(worldWithNudges())
    expect(log.days.value).toEqual([])
    expect(log.hasMore.value).toBe(false)
  })

  test('follow what happens while the page stands open', async () => {
    const world = worldWithNudges()
    const log = await open(world)
    await world.nudge('2026-11-22T11:59')
    world.changes.announce('nudge')
    await vi.waitFor(() => expect(log.days.value).toHaveLength(1))
  })

  test('that cannot be read say so, stay as they were, and can be tried again', async () => {
    const world = worldWithNudges()
    await world.nudge('2026-11-22T09:00')
    const log = await open(world)
    world.store.problem = { kind: 'failed', name: 'UnknownError' }
    await log.load()
    expect(log.problem.value).toEqual({ kind: 'failed', name: 'UnknownError' })
    expect(log.days.value).toHaveLength(1)
    world.store.problem = null
    await log.load()
    expect(log.problem.value).toBeNull()
  })
})

describe('what became of a reminder', () => {
  const outcomeOf = async (fields: Partial<Fields<'nudges'>>): Promise<LogOutcome | undefined> => {
    const world = worldWithNudges()
    await world.nudge('2026-11-22T09:00', fields)
    return (await open(world)).days.value?.[0]?.entries[0]?.outcome
  }
  const at = berlin('2026-11-22T09:00')

  test.each([
    [{ outcome: 'answered', shownAt: at, openedAt: at }, { kind: 'answered' }],
    [{ outcome: 'snoozed', shownAt: at }, { kind: 'snoozed' }],
    [{ outcome: 'not-now', shownAt: at }, { kind: 'not-now' }],
    [
      { outcome: 'not-now', reason: 'moment' },
      { kind: 'not-now-because', reason: 'moment' },
    ],
    [
      { outcome: 'not-now', reason: 'today' },
      { kind: 'not-now-because', reason: 'today' },
    ],
    [{ outcome: 'expired', shownAt: at }, { kind: 'expired' }],
    [{ outcome: 'expired', shownAt: at, openedAt: at }, { kind: 'opened' }],
    [
      { outcome: 'held-back', heldBackBy: 'sound' },
      { kind: 'held-back', by: 'sound' },
    ],
    [
      { outcome: 'held-back', heldBackBy: 'locked' },
      { kind: 'held-back', by: 'locked' },
    ],
    [{ outcome: 'dropped', shownAt: at }, { kind: 'switched-off' }],
    [{ outcome: null, shownAt: at }, { kind: 'shown' }],
    [{ outcome: null, shownAt: at, openedAt: at }, { kind: 'opened' }],
  ] as const)('%j', async (fields, outcome) => {
    expect(await outcomeOf(fields)).toEqual(outcome)
  })

  test.each(dropReasons)('it did not come: %s', async reason => {
    expect(await outcomeOf({ outcome: 'dropped', reason })).toEqual({ kind: 'dropped', reason })
  })

  test('names the plan where it was shown at another minute', async () => {
    const world = worldWithNudges()
    await world.nudge('2026-11-22T09:00', { shownAt: at + 4 * minute })
    await world.nudge('2026-11-22T08:00', { shownAt: at - hour + 30_000 })
    const entries = (await open(world)).days.value?.[0]?.entries
    expect(entries?.map(entry => [entry.at, entry.plannedAt])).toEqual([
      [at + 4 * minute, at],
      [at - hour + 30_000, null],
    ])
  })
})
