/** The person's if-then plans as an offer needs them: those whose "if" was just logged, named as it is shown. */
import { type Cue, cueParts, type Logged, type Plan, plansIn, plansNow } from '../core/if-then.ts'
import { thoughtsIn } from '../core/own-items.ts'
import type { PlansNow } from '../core/planned-now.ts'
import type { Id, Reflection } from '../core/records.ts'
import { shortened } from '../core/shortened.ts'
import { stepsOf } from '../core/small-step.ts'
import type { Instant } from '../core/time.ts'
import type { Labels } from './labels.ts'
import type { CheckInRecords } from './ports.ts'

/** The plans that hold at `now`, but for steps that the person has taken for today already; thoughts count that were written down since this check-in began. */
export type PlanBook = (
  logged: Omit<Logged, 'thoughts' | 'hour'> & {
    readonly since: Instant
    readonly now: Temporal.ZonedDateTime
  },
) => PlansNow

export type PlanBookNeeds = {
  readonly records: Pick<CheckInRecords, 'get'>
  readonly labels: Pick<Labels, 'word' | 'tag' | 'ready' | 'load'>
  /** The time of day at which an hour, 0 to 23, begins. */
  readonly hourLabel: (hour: number) => string
}

/** So much of a thought is shown. */
const thoughtAtMost = 40

/** The same thought may come again, and is written down anew then. */
const sameWords = (one: string, other: string): boolean =>
  one.trim().toLowerCase() === other.trim().toLowerCase()

/** Thoughts that plans name and that were written down longer ago. */
const olderThoughts = async (
  { records }: PlanBookNeeds,
  plans: readonly Plan[],
  read: readonly Reflection[],
): Promise<readonly Reflection[]> => {
  const ids = plans.flatMap(({ cue }) => {
    const { kind, name } = cueParts(cue)
    return kind === 'thought' && !read.some(({ id }) => id === name) ? [name] : []
  })
  const found = await Promise.all([...new Set<Id>(ids)].map(id => records.get('reflections', id)))
  return found.flatMap(one => (one.ok && one.value ? [one.value] : []))
}

const noPlans: PlanBook = () => ({ pauses: [], steps: [] })

/** The plans among the `latest` reflections, newest first. */
export const readPlans = async (needs: PlanBookNeeds, latest: readonly Reflection[]): Promise<PlanBook> => {
  const { labels, hourLabel } = needs
  const plans = plansIn(latest)
  if (plans.length === 0) return noPlans
  const reflections = [...latest, ...(await olderThoughts(needs, plans, latest))]
  const thoughts = thoughtsIn(reflections)
  if (!labels.ready.value) await labels.load()

  const labelOf = (cue: Cue): string => {
    const { kind, name } = cueParts(cue)
    switch (kind) {
      case 'tag':
        return labels.tag(name)
      case 'word':
        return labels.word(name)
      case 'hour':
        return hourLabel(Number(name))
      case 'thought':
        return shortened(thoughts.find(({ id }) => id === name)?.text ?? '', thoughtAtMost)
    }
  }
  const thoughtsSince = (since: Instant): readonly Id[] => {
    const logged = new Set(reflections.filter(({ at }) => at >= since).map(({ id }) => id))
    const written = thoughts.filter(({ id }) => logged.has(id))
    return thoughts.filter(({ text }) => written.some(one => sameWords(one.text, text))).map(({ id }) => id)
  }
  return ({ since, now, ...logged }) => {
    const holding = plansNow(plans, { ...logged, hour: now.hour, thoughts: thoughtsSince(since) })
    const taken = new Set(stepsOf(latest, now).map(({ text }) => text))
    return {
      pauses: holding.flatMap(({ cue, aim }) =>
        'pauseId' in aim ? [{ pauseId: aim.pauseId, label: labelOf(cue) }] : [],
      ),
      steps: holding.flatMap(({ cue, aim }) =>
        'step' in aim && !taken.has(aim.step) ? [{ label: labelOf(cue), text: aim.step }] : [],
      ),
    }
  }
}
