/** The if-then plans that hold now, each with the pause or the small step that it leads to. */
import { type ReadonlySignal, signal } from '@preact/signals'
import type { Planned } from '../core/planned-now.ts'
import type { CheckIn, Id, Reflection } from '../core/records.ts'
import { latestReflections, olderPlans } from './latest-reflections.ts'
import { once } from './once.ts'
import type { Planner } from './planner.ts'
import type { Later, Records } from './ports.ts'
import { createReread } from './reread.ts'

export type TodayPlans = {
  /** Newest first; null until they are read. */
  readonly shown: ReadonlySignal<Planned | null>
  /** The last pause that was to start did not open. */
  readonly notStarted: ReadonlySignal<boolean>
  /** Starts a pause, in the small window or wherever a check-in is open. */
  start(pauseId: Id): Promise<void>
}

export type TodayPlansNeeds = {
  readonly records: Pick<Records, 'page'>
  readonly later: Later
  /** Brings what knows where plans lead, once there is one. */
  readonly loadPlanner: () => Promise<Planner>
  /** Opens the pause with this id, wherever pauses run. Rejects where it cannot. */
  readonly startPause: (pauseId: Id) => Promise<void>
}

/** As the planner says it, which is not loaded then. */
const none: Planned = { pauses: [], steps: [] }

/**
 * `read` looks which plans hold at `now`, after what `latest` says where it still speaks, and finds none where its code cannot be
 * read; `show` takes what it found. Plans older than much else are looked for after that, and `reread` is called where they are others
 * than before.
 */
export const createTodayPlans = (
  needs: TodayPlansNeeds & { readonly reread: () => void },
): TodayPlans & {
  read(latest: CheckIn | null, now: Temporal.ZonedDateTime): Promise<Planned>
  show(plans: Planned | null): void
} => {
  const shown = signal<Planned | null>(null)
  const notStarted = signal(false)
  const bring = once(needs.loadPlanner)
  let newest: readonly Reflection[] = []
  let older: readonly Reflection[] = []

  const readOlder = createReread(async () => {
    const found = await olderPlans(
      needs.records,
      newest,
      () => new Promise<void>(resolve => needs.later(0, resolve)),
    )
    const isNews = found !== null && JSON.stringify(found) !== JSON.stringify(older)
    older = found ?? older
    if (isNews) needs.reread()
  })

  return {
    shown,
    notStarted,
    start: async pauseId => {
      notStarted.value = false
      try {
        await needs.startPause(pauseId)
      } catch {
        notStarted.value = true
      }
    },
    read: async (latest, now) => {
      newest = await latestReflections(needs.records)
      void readOlder()
      const reflections = [...newest, ...older]
      if (!reflections.some(({ type }) => type === 'plan')) return none
      const planner = await bring().catch(() => null)
      return planner === null ? none : planner(reflections, latest, now)
    },
    show: plans => {
      shown.value = plans
    },
  }
}
