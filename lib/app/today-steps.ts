/** The small steps on Today: which are in sight, and what the person says of each, with a way back. */
import { computed, type ReadonlySignal, signal } from '@preact/signals'
import type { Id, Reflection } from '../core/records.ts'
import {
  markedDone,
  putOff,
  reached,
  reopened,
  type SmallStep,
  type StepFields,
  stepsOf,
  writtenStep,
} from '../core/small-step.ts'
import { momentOf } from '../core/time.ts'
import { createAttempts } from './attempts.ts'
import type { Chance, Changes, Clock, Records, StoreProblem } from './ports.ts'

/** What was said last of a step, for people who cannot see it. */
export type StepNews = {
  readonly name: string
  /** `taken` where a plan led to it, and it stands among those of today now. */
  readonly state: SmallStep['state'] | 'taken'
}

export type TodaySteps = {
  /** Newest first; null until they are read. One that is put off stays until another one is, or until `leave`. */
  readonly shown: ReadonlySignal<readonly SmallStep[] | null>
  /** null where that is no longer so. */
  readonly news: ReadonlySignal<StepNews | null>
  /** What was said last and could not be kept. */
  readonly problem: ReadonlySignal<StoreProblem | null>
  done(id: Id): Promise<void>
  /** Says how much of a step that is done reached the person, 0–10; null takes that back. */
  reach(id: Id, actual: number | null): Promise<void>
  /** Takes a small step of a plan for today, once. */
  take(text: string): Promise<void>
  notToday(id: Id): Promise<void>
  /** Takes back either. */
  undo(id: Id): Promise<void>
  tryAgain(): Promise<void>
  /** The page is left: what was put off goes out of sight. */
  leave(): void
}

type Needs = {
  readonly records: Pick<Records, 'save'>
  readonly changes: Pick<Changes, 'announce'>
  readonly clock: Clock
  readonly chance: Pick<Chance, 'id'>
  /** Resolves once Today was read again. */
  readonly reread: () => Promise<void>
}

/** `show` takes what was read on the day of `now`; null until something is read on that day. */
export const createTodaySteps = ({
  records,
  changes,
  clock,
  chance,
  reread,
}: Needs): TodaySteps & {
  show(reflections: readonly Reflection[] | null, now: Temporal.ZonedDateTime): void
} => {
  const steps = signal<readonly SmallStep[] | null>(null)
  /** The one whose "Not today" can be taken back here. */
  const lastPutOff = signal<Id | null>(null)
  const said = signal<{ readonly id: Id; readonly state: StepNews['state'] } | null>(null)
  const attempts = createAttempts()

  const say = (id: Id, state: SmallStep['state'], change: (fields: StepFields) => StepFields | null) =>
    attempts.make(async () => {
      const saved = await records.save('reflections', id, current => {
        const fields = current && change(current.fields)
        return fields && { ...current, fields }
      })
      if (!saved.ok) return saved.problem
      if (saved.value !== null && state === 'set-aside') lastPutOff.value = id
      changes.announce('records')
      await reread()
      said.value = { id, state }
      return null
    })

  return {
    shown: computed(
      () => steps.value?.filter(({ id, state }) => state !== 'set-aside' || id === lastPutOff.value) ?? null,
    ),
    // Until it is no longer so, as when another page says something else.
    news: computed(() => {
      if (said.value === null) return null
      const { id, state } = said.value
      const step = steps.value?.find(one => one.id === id)
      return step?.state === (state === 'taken' ? 'open' : state) ? { name: step.name, state } : null
    }),
    problem: attempts.problem,
    done: id => say(id, 'done', fields => markedDone(fields, clock.now().epochMilliseconds)),
    notToday: id => say(id, 'set-aside', fields => putOff(fields, momentOf(clock.now()).day)),
    undo: id => say(id, 'open', reopened),
    reach: (id, actual) => say(id, 'done', fields => reached(fields, actual)),
    take: text => {
      const moment = momentOf(clock.now())
      const id = chance.id(moment.at)
      return attempts.make(async () => {
        // Pressed twice before the plan went from the page.
        if (steps.value?.some(step => step.text === text)) return null
        const saved = await records.save('reflections', id, current =>
          current ? null : writtenStep(moment, { text }),
        )
        if (!saved.ok) return saved.problem
        changes.announce('records')
        await reread()
        said.value = { id, state: 'taken' }
        return null
      })
    },
    tryAgain: async () => {
      await attempts.again()
    },
    leave: () => {
      lastPutOff.value = null
      said.value = null
    },
    show: (reflections, now) => {
      steps.value = reflections && stepsOf(reflections, now)
    },
  }
}
