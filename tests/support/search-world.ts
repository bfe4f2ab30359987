/** A search over a history in memory, read a few records at a time, and what it shows. */
import { effect } from '@preact/signals'
import { createAllDays } from '../../lib/app/all-days.ts'
import { createFinder, type FoundCount } from '../../lib/app/finder.ts'
import type { Records } from '../../lib/app/ports.ts'
import { createSearch, type Search } from '../../lib/app/search.ts'
import type { Filter } from '../../lib/core/filter.ts'
import { entriesIn } from '../../lib/core/history.ts'
import type { CheckIn, Id, Marker, Session } from '../../lib/core/records.ts'
import { memorySlot } from './fakes.ts'
import { pageWorld } from './page-world.ts'

/** Names by which all kinds are known: their ids. */
const textsOf = (_kind: string, id: Id): readonly string[] => [id]

export const searchWorld = () => {
  const world = pageWorld()
  const kept = memorySlot<Filter>()
  const open = (records: Records = world.records, batchSize = 5, loads: () => void = () => {}): Search =>
    createSearch({
      allDays: createAllDays({ records, changes: world.changes }),
      kept,
      loadFinder: async () => {
        loads()
        return createFinder({
          records,
          changes: world.changes,
          later: world.timers.later,
          textsOf,
          loadTexts: async () => {},
          pauseIds: ['look-up', 'hum'],
          locale: () => 'en',
          pause: async () => {},
          batchSize,
        })
      },
    })
  return { ...world, kept, open }
}

export const put = async (
  records: Pick<Records, 'save'>,
  {
    checkIns = [],
    sessions = [],
    markers = [],
  }: {
    readonly checkIns?: readonly CheckIn[]
    readonly sessions?: readonly Session[]
    readonly markers?: readonly Marker[]
  },
): Promise<void> => {
  for (const one of checkIns) await records.save('checkIns', one.id, () => one)
  for (const one of sessions) await records.save('sessions', one.id, () => one)
  for (const one of markers) await records.save('markers', one.id, () => one)
}

/** Resolves with the first count of which that holds. */
export const counted = (search: Search, holds: (count: FoundCount) => boolean): Promise<FoundCount> =>
  new Promise(resolve => {
    const stop = effect(() => {
      const count = search.count.value
      if (count === null || !holds(count)) return
      // An effect cannot end itself while it is being made.
      queueMicrotask(() => stop())
      resolve(count)
    })
  })

export const completed = (search: Search): Promise<FoundCount> => counted(search, ({ complete }) => complete)

export const shownIds = (search: Search): readonly Id[] =>
  entriesIn(search.list.months.value ?? []).map(({ id }) => id)

/** Shows everything there is. */
export const allShown = async (search: Search): Promise<readonly Id[]> => {
  while (search.list.hasOlder.value) await search.list.older()
  return shownIds(search)
}
