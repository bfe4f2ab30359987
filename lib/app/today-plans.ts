/** The if-then plans that hold now, each with the pause that it leads to. */
import { type ReadonlySignal, signal } from '@preact/signals'
import { wordTraits } from '../content/words.ts'
import type { Answers } from '../core/check-in.ts'
import { isOpenTo, type Known, mayBeOffered, type Past } from '../core/offer-rules.ts'
import type { ListedPause } from '../core/pause-list.ts'
import type { CheckIn, Id } from '../core/records.ts'
import { defaultSettings } from '../core/settings.ts'
import { speakingSince } from '../core/today.ts'
import type { OwnPauses } from './own-pauses.ts'
import { type PlanBookNeeds, readPlans } from './plan-book.ts'
import type { Records, SettingsStore } from './ports.ts'

export type ShownPlan = {
  /** Its "if", as it is shown. */
  readonly label: string
  readonly listed: ListedPause
}

export type TodayPlans = {
  /** Newest first; null until they are read. */
  readonly shown: ReadonlySignal<readonly ShownPlan[] | null>
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

const isFirst = ({ label, listed }: ShownPlan, at: number, all: readonly ShownPlan[]): boolean =>
  all.findIndex(one => one.label === label && one.listed.pause.id === listed.pause.id) === at

/** `read` looks which plans hold at `now`, after what `latest` says where it still speaks; `show` takes what it found. */
export const createTodayPlans = (
  needs: TodayPlansNeeds,
): TodayPlans & {
  read(latest: CheckIn | null, now: Temporal.ZonedDateTime): Promise<readonly ShownPlan[]>
  show(plans: readonly ShownPlan[] | null): void
} => {
  const { records, settings, pauses } = needs
  const shown = signal<readonly ShownPlan[] | null>(null)
  const notStarted = signal(false)

  /** A plan keeps to the same rules here as where a pause is offered. */
  const fitting = async (latest: CheckIn | null, hour: number): Promise<readonly ListedPause[]> => {
    const [sessions, wishes] = await Promise.all([
      records.page('sessions', { limit: sessionsRead }),
      settings.read().catch(() => defaultSettings),
      pauses.load(),
    ])
    const all = pauses.list.value.all.map(({ pause }) => pause)
    const past: Past = sessions.ok ? 'latest' : 'unknown'
    const known: Known = {
      pauses: all,
      sessions: sessions.ok ? sessions.value : [],
      past,
      hardWord: latest?.words.some(word => wordTraits(word.id).hard) ?? false,
    }
    const open = pauses.list.value.all.filter(listed => isOpenTo(listed, wishes.pauses, hour))
    const openOnes = open.map(({ pause }) => pause)
    const fit = new Set(mayBeOffered(openOnes, latest ?? nothingAgainst, known, 'first'))
    return open.filter(({ pause }) => fit.has(pause))
  }

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
        hour: now.hour,
        since: speakingSince(now),
      })
      if (plans.length === 0) return []
      const fit = await fitting(latest, now.hour)
      return plans
        .flatMap(({ pauseId, label }) => {
          const listed = fit.find(({ pause }) => pause.id === pauseId)
          return listed ? [{ label, listed }] : []
        })
        .filter(isFirst)
    },
    show: plans => {
      shown.value = plans
    },
  }
}
