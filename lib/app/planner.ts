/** What the person's plans lead to now; loaded where there is a plan. */
import { wordTraits } from '../content/words.ts'
import { type Answers, sessionsRead } from '../core/check-in.ts'
import { nothingPlanned, type Planned, plannedNow } from '../core/planned-now.ts'
import type { CheckIn, Reflection } from '../core/records.ts'
import { defaultSettings } from '../core/settings.ts'
import { speakingSince } from '../core/today.ts'
import type { OwnPauses } from './own-pauses.ts'
import { type PlanBookNeeds, readPlans } from './plan-book.ts'
import type { Records, SettingsStore } from './ports.ts'

/** Looks which of the plans among `reflections`, newest first, hold at `now`, after what `latest` says where it still speaks. */
export type Planner = (
  reflections: readonly Reflection[],
  latest: CheckIn | null,
  now: Temporal.ZonedDateTime,
) => Promise<Planned>

type Needs = Omit<PlanBookNeeds, 'records'> & {
  readonly records: PlanBookNeeds['records'] & Pick<Records, 'page'>
  readonly settings: Pick<SettingsStore, 'read'>
  /** Every pause there is for this person. */
  readonly pauses: Pick<OwnPauses, 'list' | 'load'>
}

/**
 * Where nothing was answered lately, a plan for the hour is all that the person has said of now: the only rules that hold are those about
 * what was worse, what is hidden or off, and the night.
 */
const nothingAgainst: Answers = { felt: 10, far: 0, cantTell: [], words: [] }

export const createPlanner =
  (needs: Needs): Planner =>
  async (reflections, latest, now) => {
    const { records, settings, pauses } = needs
    const book = await readPlans(needs, reflections)
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
  }
