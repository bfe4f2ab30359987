/** What the person's plans lead to beside the offer of a check-in, from the moment at which their "if" is logged. */
import { computed, type ReadonlySignal, signal } from '@preact/signals'
import { wordTraits } from '../content/words.ts'
import type { Past } from '../core/offer-rules.ts'
import { nothingPlanned, type PlannedPause, plannedNow } from '../core/planned-now.ts'
import type { Session } from '../core/records.ts'
import type { PauseSettings } from '../core/settings.ts'
import { writtenStep } from '../core/small-step.ts'
import { momentOf } from '../core/time.ts'
import type { OpenCheckIn } from './check-in-types.ts'
import type { LaterPorts } from './later-ports.ts'
import type { OwnPauses } from './own-pauses.ts'
import type { PlanBook } from './plan-book.ts'

/** One thing that a plan leads to. */
export type OfferedPlan =
  | ({ readonly kind: 'pause' } & PlannedPause)
  /** `taken`: it was put among the small steps of today. */
  | { readonly kind: 'step'; readonly label: string; readonly text: string; readonly taken: boolean }

export type OfferedPlans = {
  /** Few, newest first, small steps before pauses; without the pause that is offered. */
  readonly shown: ReadonlySignal<readonly OfferedPlan[]>
  /** Puts a small step among those of today. */
  take(text: string): void
}

/** What was read when the offer was made. */
export type ReadForPlans = {
  readonly plans: PlanBook
  readonly sessions: readonly Session[] | null
  readonly wishes: PauseSettings
}

/** As many as can be taken in at a glance. */
const shownAtMost = 2

export const createOfferedPlans = (
  { draft, record, keeper }: OpenCheckIn,
  { clock, chance }: Pick<LaterPorts, 'clock' | 'chance'>,
  pauses: Pick<OwnPauses, 'list'>,
): OfferedPlans & { know(read: ReadForPlans): void } => {
  const known = signal<ReadForPlans | null>(null)
  const taken = signal<ReadonlySet<string>>(new Set())

  const planned = computed(() => {
    if (known.value === null) return nothingPlanned
    const { plans, sessions, wishes } = known.value
    const { words, tags, at } = record.value
    const now = clock.now()
    const { all } = pauses.list.value
    const past: Past = sessions === null ? 'unknown' : 'latest'
    return plannedNow(plans({ tags, words: words.map(({ id }) => id), now, since: at }), record.value, {
      pauses: all,
      settings: wishes,
      hour: now.hour,
      known: {
        pauses: all.map(({ pause }) => pause),
        sessions: sessions ?? [],
        past,
        hardWord: words.some(({ id }) => wordTraits(id).hard),
      },
    })
  })

  return {
    know: read => {
      known.value = read
    },
    shown: computed(() => {
      const { offer, passedOver } = draft.value
      const away = new Set([...passedOver, offer?.pauseId])
      const { steps, pauses: own } = planned.value
      return [
        ...steps.map(step => ({ kind: 'step', ...step, taken: taken.value.has(step.text) }) as const),
        ...own
          .filter(({ listed }) => !away.has(listed.pause.id))
          .map(pause => ({ kind: 'pause', ...pause }) as const),
      ].slice(0, shownAtMost)
    }),
    take: text => {
      if (taken.value.has(text)) return
      taken.value = new Set([...taken.value, text])
      const moment = momentOf(clock.now())
      void keeper.keep('reflections', chance.id(moment.at), () => writtenStep(moment, { text }))
    },
  }
}
