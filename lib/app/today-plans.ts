/** The if-then plans that hold now, each with the pause or the small step that it leads to. */
import { type ReadonlySignal, signal } from '@preact/signals'
import { wordTraits } from '../content/words.ts'
import type { Answers } from '../core/check-in.ts'
import { nothingPlanned, type Planned, plannedNow } from '../core/planned-now.ts'
import type { CheckIn, Id } from '../core/records.ts'
import { defaultSettings } from '../core/settings.ts'
import { speakingSince } from '../core/today.ts'
import type { OwnPauses } from './own-pauses.ts'
import { type PlanBookNeeds, readPlans } from './plan-book.ts'
import type { Records, SettingsStore } from './ports.ts'

export type TodayPlans = {
  /** Newest first; null until they are read. */
  readonly shown: ReadonlySignal<Planned | null>
  /** The last pause that was to start did not open. */
  readonly notStarted: ReadonlySignal<boolean>
  /** Starts a pause, in the small window or wherever a check-in is open. */
  start(pauseId: Id): Promise<void>
}

export type TodayPlansNeeds = Omit<PlanBookNeeds, 'records'> & {
  readonly records: PlanBookNeeds['records'] & Pick<Records, 'page'>
  readonly settings: Pick<SettingsStore, 'read'>
  /** Every pause there is for this person. */
  readonly pauses: Pick<OwnPauses, 'list' | 'load'>
  /** Opens the pause with this id, wherever pauses run. Rejects where it cannot. */
  readonly startPause: (pauseId: Id) => Promise<void>
}

/** As far back as the offer looks. */
const sessionsRead = 200

/**
 * Where nothing was answered lately, a plan for the hour is all that the person has said of now: of the rules there hold those of
 * what was worse, of what is hidden or off, and of the night.
 */
const nothingAgainst: Answers = { felt: 10, far: 0, cantTell: [], words: [] }

/** `read` looks which plans hold at `now`, after what `latest` says where it still speaks; `show` takes what it found. */
export const createTodayPlans = (
  needs: TodayPlansNeeds,
): TodayPlans & {
  read(latest: CheckIn | null, now: Temporal.ZonedDateTime): Promise<Planned>
  show(plans: Planned | null): void
} => {
  const { records, settings, pauses } = needs
  const shown = signal<Planned | null>(null)
  const notStarted = signal(false)

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
      const book = await readPlans(needs)
      const plans = book({
        tags: latest?.tags ?? [],
        words: latest?.words.map(({ id }) => id) ?? [],
        now,
        since: speakingSince(now),
      })
      if (plans.pauses.length + plans.steps.length === 0) return nothingPlanned
      const [sessions, wishes] = await Promise.all([
        records.page('sessions', { limit: sessionsRead }),
        settings.read().catch(() => defaultSettings),
        pauses.load(),
      ])
      const { all } = pauses.list.value
      return plannedNow(plans, latest ?? nothingAgainst, {
        pauses: all,
        settings: wishes.pauses,
        hour: now.hour,
        known: {
          pauses: all.map(({ pause }) => pause),
          sessions: sessions.ok ? sessions.value : [],
          past: sessions.ok ? 'latest' : 'unknown',
          hardWord: latest?.words.some(word => wordTraits(word.id).hard) ?? false,
        },
      })
    },
    show: plans => {
      shown.value = plans
    },
  }
}
