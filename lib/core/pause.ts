/** The runner of a pause: where a run stands follows from the clock alone, never from counted ticks. */
import { type Breath, type BreathView, breathAt, breathsAt, roundOf } from './breath.ts'
import type { PauseInput } from './pause-input.ts'
import type { PauseKind } from './pause-kinds.ts'
import type { ReflectionType } from './records.ts'
import type { Tempo } from './tempo.ts'
import { type Instant, second } from './time.ts'

export type PauseStep = {
  /** The message key of what the step says; in an own pause the person's words. */
  readonly text: string
  /** The same step in the pause's other version. */
  readonly other?: string
  /** `$1` and `$2` in its text are the day and the time of now. */
  readonly fill?: 'now'
  /** How long it lasts, or, where it waits, about how long it takes. */
  readonly seconds: number
  /** It stays until the person goes on. */
  readonly waits?: true
  /** Breaths repeated for as long as the step lasts. */
  readonly pacer?: readonly Breath[]
  readonly inputs?: readonly PauseInput[]
}

/** When a pause may be offered, besides what its kind says. */
export type OfferRule =
  /** One of the eight that the offer starts from. */
  | 'first'
  /** The first choice when things feel far away. */
  | 'far-first'
  /** Only when the person picks it. */
  | 'picked'
  /** Off until the person switches it on. */
  | 'switched-on'
  /** Not offered between 22 and 7; people pauses are not either. One that is only for picking cannot be picked then. */
  | 'by-day'
  /** Not to be picked while things feel far away, be it a little. */
  | 'near'
  /** Not while little is felt or things feel far away. */
  | 'not-low'
  /** It turns towards body, breath or thoughts, whatever its kind. */
  | 'inward'
  /** What all others are compared with; offered for that alone. */
  | 'comparison'

/** A pause as the runner and the choice need it; the catalogue says more. */
export type Pause = {
  readonly id: string
  readonly kind: PauseKind
  readonly seconds: number
  readonly steps: readonly PauseStep[]
  readonly rules: readonly OfferRule[]
  /** The kind of reflection that its inputs leave behind. */
  readonly leaves?: ReflectionType
}

/** How a run came to its end: at its last step, stopped before it, or stopped where it felt worse. */
export type RunEnd = 'finished' | 'stopped' | 'worse'

/** A run in progress, small enough to be kept every second. */
export type Run = {
  readonly pauseId: string
  readonly startedAt: Instant
  readonly step: number
  /** When this step would have begun, had it run since without a rest. */
  readonly stepStartedAt: Instant
  /** Milliseconds of this step in which the person held it. */
  readonly heldFor: number
  readonly heldSince: Instant | null
  /** Milliseconds run in the steps before this one. */
  readonly spent: number
  /** When it was last on screen, so that a closed popup or a machine asleep is noticed. */
  readonly seenAt: Instant
  /** It was left at this moment, and waits for the person to say how it goes on. */
  readonly leftAt: Instant | null
  readonly end: RunEnd | null
  readonly tempo: Tempo
  /** The pause's other version runs. */
  readonly other: boolean
}

/** Once a run was out of sight for so long, the person says how it goes on, in milliseconds. */
export const leftAfter = 3 * second

export const startRun = (
  pause: Pick<Pause, 'id'>,
  now: Instant,
  { tempo, other }: Pick<Run, 'tempo' | 'other'>,
): Run => ({
  pauseId: pause.id,
  startedAt: now,
  step: 0,
  stepStartedAt: now,
  heldFor: 0,
  heldSince: null,
  spent: 0,
  seenAt: now,
  leftAt: null,
  end: null,
  tempo,
  other,
})

/** Milliseconds run in the current step. A clock set back counts as no time. */
export const elapsedInStep = (run: Run, now: Instant): number =>
  Math.max(0, (run.heldSince ?? now) - run.stepStartedAt - run.heldFor)

const toStep = (run: Run, step: number, stepStartedAt: Instant, ran: number): Run => ({
  ...run,
  step,
  stepStartedAt,
  heldFor: 0,
  heldSince: null,
  leftAt: null,
  spent: run.spent + ran,
})

/** Milliseconds until the step ends by itself; null where it waits for the person. */
const lengthOf = (step: PauseStep): number | null => (step.waits ? null : step.seconds * second)

const finished = (run: Run, pause: Pause): Run =>
  run.step >= pause.steps.length ? { ...run, end: 'finished' } : run

/** The run after all timed steps that are over at `now`. An ended or held one stays as it is. */
export const advance = (run: Run, pause: Pause, now: Instant): Run => {
  if (run.end !== null) return run
  const step = pause.steps[run.step]
  // An own pause was made shorter meanwhile.
  if (!step) return finished(run, pause)
  const length = lengthOf(step)
  if (length === null) return run
  if (elapsedInStep(run, now) < length) return run
  const next = toStep(run, run.step + 1, run.stepStartedAt + run.heldFor + length, length)
  return advance(finished(next, pause), pause, now)
}

/** The run as it was last seen, by a clock that was set back since; the same one where the clock was not. */
export const byClock = (run: Run, now: Instant): Run => {
  const back = run.seenAt - now
  if (back <= 0) return run
  return {
    ...run,
    stepStartedAt: run.stepStartedAt - back,
    heldSince: run.heldSince === null ? null : run.heldSince - back,
    seenAt: now,
  }
}

/** Notes that the run is on screen. */
export const seen = (run: Run, now: Instant): Run => ({ ...run, seenAt: now })

/** Holds the timer where it is. */
export const hold = (run: Run, now: Instant): Run =>
  run.heldSince === null ? { ...run, heldSince: now } : run

/** Lets a held timer go on at the same second. */
export const goOn = (run: Run, now: Instant): Run =>
  run.heldSince === null
    ? run
    : {
        ...run,
        heldFor: run.heldFor + Math.max(0, now - run.heldSince),
        heldSince: null,
        seenAt: now,
        leftAt: null,
      }

/** Lets a run that was left go on as if it had been watched all the time. */
export const catchUp = (run: Run, pause: Pause, now: Instant): Run =>
  advance({ ...run, heldSince: null, seenAt: now, leftAt: null }, pause, now)

/** Leaves the rest of this step out; also how a waiting step ends. */
export const skipStep = (run: Run, pause: Pause, now: Instant): Run =>
  finished(toStep({ ...run, seenAt: now }, run.step + 1, now, elapsedInStep(run, now)), pause)

/** To the beginning of the step before, or of this one where it is the first. */
export const stepBack = (run: Run, now: Instant): Run =>
  toStep({ ...run, seenAt: now }, Math.max(0, run.step - 1), now, elapsedInStep(run, now))

/** Ends a run before its last step, with the time of this one counted. */
export const endRun = (run: Run, how: 'stopped' | 'worse', now: Instant): Run => ({
  ...run,
  spent: run.spent + elapsedInStep(run, now),
  stepStartedAt: now,
  heldFor: 0,
  heldSince: null,
  leftAt: null,
  end: how,
})

/** Whether a timed step ran on while nobody saw it. A waiting or a held one stays what it was. */
export const wasLeft = (run: Run, pause: Pause, now: Instant): boolean => {
  const step = pause.steps[run.step]
  const timed = step !== undefined && !step.waits
  return timed && run.end === null && run.heldSince === null && now - run.seenAt > leftAfter
}

/** The run as the person last saw it, held there. */
export const asLeft = (run: Run, pause: Pause): Run => ({
  ...hold(advance(run, pause, run.seenAt), run.seenAt),
  leftAt: run.seenAt,
})

/** Whole seconds run so far. */
export const secondsRun = (run: Run, now: Instant): number =>
  Math.round((run.spent + (run.end === null ? elapsedInStep(run, now) : 0)) / second)

/**
 * The run at another tempo. The breath that is under way begins anew, so that none is cut in two, and what was
 * run so far still counts.
 */
export const atTempo = (run: Run, pause: Pause, tempo: Tempo, now: Instant): Run => {
  const before = inTempo(pause, run.tempo).steps[run.step]
  const after = inTempo(pause, tempo).steps[run.step]
  const next = { ...run, tempo, seenAt: now }
  if (!before?.pacer || !after?.pacer) return next
  const elapsed = elapsedInStep(run, now)
  const virtual = Math.floor(elapsed / roundOf(before.pacer)) * roundOf(after.pacer)
  return {
    ...next,
    stepStartedAt: now - virtual,
    heldFor: 0,
    heldSince: run.heldSince === null ? null : now,
    spent: run.spent + elapsed - virtual,
  }
}

/** The pause with every paced step as long as its breaths take at `tempo`. */
export const inTempo = (pause: Pause, tempo: Tempo): Pause => {
  const steps = pause.steps.map(step => {
    if (!step.pacer) return step
    const pacer = breathsAt(step.pacer, tempo)
    const rounds = (step.seconds * second) / roundOf(step.pacer)
    return { ...step, pacer, seconds: (rounds * roundOf(pacer)) / second }
  })
  return { ...pause, steps }
}

/** What the screen of a running pause shows at one moment. */
export type RunView = {
  readonly step: PauseStep
  /** Which step it is, from 1, and of how many. */
  readonly place: number
  readonly places: number
  /** Whole seconds left in the step; null while it waits for the person. */
  readonly left: number | null
  readonly breath: BreathView | null
}

/** Null once the run has ended. */
export const viewRun = (run: Run, pause: Pause, now: Instant): RunView | null => {
  const step = pause.steps[run.step]
  if (!step || run.end !== null) return null
  const elapsed = elapsedInStep(run, now)
  const length = lengthOf(step)
  return {
    step,
    place: run.step + 1,
    places: pause.steps.length,
    left: length === null ? null : Math.max(0, Math.ceil((length - elapsed) / second)),
    breath: step.pacer ? breathAt(step.pacer, elapsed) : null,
  }
}
