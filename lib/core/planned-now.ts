/** What the person's plans lead to now: pauses and small steps of theirs, by the rules that every offer keeps to. */
import type { Answers } from './check-in.ts'
import { isOpenTo, type Known, mayBeOffered } from './offer-rules.ts'
import type { ListedPause } from './pause-list.ts'
import type { PlanNow } from './recommend.ts'
import type { PauseSettings } from './settings.ts'

/** A small step of a plan, in the person's words. */
export type PlannedStep = {
  /** The "if" of the plan, as it is shown. */
  readonly label: string
  readonly text: string
}

/** A pause of a plan. */
export type PlannedPause = { readonly label: string; readonly listed: ListedPause }

/** The plans whose "if" holds now, newest first. */
export type PlansNow = {
  readonly pauses: readonly PlanNow[]
  readonly steps: readonly PlannedStep[]
}

/** What may stand there of it, each thing once. */
export type Planned = {
  readonly pauses: readonly PlannedPause[]
  readonly steps: readonly PlannedStep[]
}

export type PlanGround = {
  readonly pauses: readonly ListedPause[]
  readonly settings: Pick<PauseSettings, 'offKinds' | 'switchedOn'>
  readonly known: Known
  /** The hour of the person's day, 0 to 23. */
  readonly hour: number
}

export const nothingPlanned: Planned = { pauses: [], steps: [] }

/** An own small step is something to do, whatever it is. */
const ownStep = { id: 'own-step', kind: 'do', rules: [] } as const

const first = <Item>(items: readonly Item[], nameOf: (item: Item) => string): readonly Item[] => {
  const names = items.map(nameOf)
  return items.filter((_, at) => names.indexOf(names[at] ?? '') === at)
}

export const plannedNow = (
  plans: PlansNow,
  answers: Answers,
  { pauses, settings, known, hour }: PlanGround,
): Planned => {
  const open = pauses.filter(listed => isOpenTo(listed, settings, hour))
  const allowed = new Set(
    mayBeOffered(
      open.map(({ pause }) => pause),
      answers,
      known,
      'first',
    ),
  )
  const fit = open.filter(({ pause }) => allowed.has(pause))
  const steps = mayBeOffered([ownStep], answers, known, 'first').length > 0 ? plans.steps : []
  return {
    pauses: first(
      plans.pauses.flatMap(({ pauseId, label }) => {
        const listed = fit.find(({ pause }) => pause.id === pauseId)
        return listed ? [{ label, listed }] : []
      }),
      ({ label, listed }) => `${listed.pause.id} ${label}`,
    ),
    steps: first(steps, ({ text }) => text),
  }
}
