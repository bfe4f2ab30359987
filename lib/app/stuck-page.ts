/** "I'm stuck" on Today: the same four doors, in the page. */
import { computed, type ReadonlySignal, signal } from '@preact/signals'
import { type Answers, newCheckIn } from '../core/check-in.ts'
import type { Key } from '../core/keys.ts'
import { momentOf } from '../core/time.ts'
import { createKeeper, problemIn } from './keeper.ts'
import { createKeepsakes } from './keepsakes.ts'
import { readLatestToday } from './latest-today.ts'
import { createOwnLists } from './own-lists.ts'
import type { OwnPauses } from './own-pauses.ts'
import type { Chance, Changes, Clock, Later, Records, SettingsStore, Slot, StoreProblem } from './ports.ts'
import { createRemoving, type Removal } from './removal.ts'
import { createStuck, isDoor, type Stuck, type StuckPlace } from './stuck.ts'

export type StuckPage = {
  /** Null while the doors are not asked for. */
  readonly place: ReadonlySignal<StuckPlace | null>
  readonly stuck: Stuck
  /** A name that could not be kept. */
  readonly unkept: ReadonlySignal<StoreProblem | null>
  /** The last pause that was to start did not open. */
  readonly notStarted: ReadonlySignal<boolean>
  tryAgain(): Promise<void>
  open(): Promise<void>
  back(): void
  /** Leads back to Today at once, from wherever one is. */
  close(): void
  /** True when the key was an answer. */
  pressKey(key: Key): boolean
}

type Needs = {
  readonly records: Pick<
    Records,
    'all' | 'between' | 'page' | 'save' | 'remove' | 'undoRemove' | 'settleRemovals'
  >
  readonly settings: Pick<SettingsStore, 'read'>
  readonly removal: Slot<Removal>
  /** Every pause there is for this person. */
  readonly pauses: OwnPauses
  readonly changes: Changes
  readonly clock: Clock
  readonly chance: Chance
  readonly later: Later
  readonly copyText: (text: string) => Promise<boolean>
  readonly sentence: () => string
  /** Opens the pause with this id, wherever pauses run. Rejects where it cannot. */
  readonly startPause: (id: string) => Promise<void>
}

export const createStuckPage = (needs: Needs): StuckPage => {
  const { records, removal, changes, clock, later } = needs
  const place = signal<StuckPlace | null>(null)
  const noAnswers = newCheckIn(momentOf(clock.now()), { source: 'page', nudgeId: null })
  const answers = signal<Answers>(noAnswers)
  const keeper = createKeeper(records, changes)
  const removing = createRemoving({ records, kept: removal, clock, later })

  /** What today's latest check-in said holds; an older one says nothing about now. */
  const readAnswers = async () => {
    const latest = await readLatestToday(records, clock.now())
    answers.value = latest.ok && latest.value !== null ? latest.value : noAnswers
  }

  const notStarted = signal(false)
  const start = async (id: string) => {
    notStarted.value = false
    try {
      await needs.startPause(id)
    } catch {
      notStarted.value = true
    }
  }

  const goTo = (next: StuckPlace | null) => {
    notStarted.value = false
    place.value = next
  }

  const stuck = createStuck({
    ...needs,
    answers,
    people: createOwnLists({ ...needs, keeper }),
    keepsakes: createKeepsakes({
      records,
      removing,
      far: computed(() => answers.value.far),
      announce: () => changes.announce('records'),
      // None of those shown can be typed here.
      onRemoved: () => {},
    }),
    goTo,
    start: id => void start(id),
  })

  changes.listen(topic => {
    if (topic !== 'records' || place.value === null) return
    void readAnswers()
    // A pause that was started here may have ended, and been worse.
    if (place.value === 'blocked' || place.value === 'doubt') void stuck.load()
  })

  const leaveTo = (next: StuckPlace | null) => {
    stuck.keepsakes.close()
    goTo(next)
  }
  const back = () => leaveTo(isDoor(place.value) ? 'stuck' : null)

  return {
    place,
    stuck,
    notStarted,
    unkept: computed(() => problemIn(keeper.keeping.value)),
    tryAgain: async () => {
      await keeper.tryAgain()
    },
    open: async () => {
      await readAnswers()
      goTo('stuck')
    },
    back,
    close: () => leaveTo(null),
    pressKey: key => {
      if (place.value === null) return false
      if (key.key !== 'Escape') return stuck.pressKey(key, place.value)
      back()
      return true
    },
  }
}
