/** The runner of a pause: where a run stands follows from the clock alone, never from counted ticks. */
import type { Instant } from './time.ts'

export type PauseKind = 'out' | 'body' | 'breath' | 'think' | 'kind' | 'people' | 'do' | 'make' | 'rest'

/** One breath movement of a pacer. */
export type Breath = { readonly way: 'in' | 'hold' | 'out'; readonly seconds: number }

export type PauseStep = {
  /** The message key of what the step says. */
  readonly text: string
  /** How long it lasts; null waits for the person. */
  readonly seconds: number | null
  /** Breaths repeated for as long as the step lasts. */
  readonly pacer?: readonly Breath[]
}

/** A pause as the runner and the choice need it; the catalogue says more. */
export type Pause = {
  readonly id: string
  readonly kind: PauseKind
  readonly seconds: number
  readonly steps: readonly PauseStep[]
}

/** A run in progress, small enough to be kept at every change. */
export type Run = {
  readonly pauseId: string
  readonly startedAt: Instant
  readonly step: number
  readonly stepStartedAt: Instant
  /** Milliseconds of this step in which the person held it. */
  readonly heldFor: number
  readonly heldSince: Instant | null
  /** Milliseconds run in the steps before this one. */
  readonly spent: number
}

export const startRun = (pause: Pause, now: Instant): Run => ({
  pauseId: pause.id,
  startedAt: now,
  step: 0,
  stepStartedAt: now,
  heldFor: 0,
  heldSince: null,
  spent: 0,
})

/** Milliseconds run in the current step. A clock set back counts as no time. */
export const elapsedInStep = (run: Run, now: Instant): number =>
  Math.max(0, (run.heldSince ?? now) - run.stepStartedAt - run.heldFor)

const nextStep = (run: Run, stepStartedAt: Instant, ran: number): Run => ({
  ...run,
  step: run.step + 1,
  stepStartedAt,
  heldFor: 0,
  heldSince: null,
  spent: run.spent + ran,
})

/** The run after all timed steps that are over at `now`; its step is `steps.length` once it is finished. */
export const advance = (run: Run, pause: Pause, now: Instant): Run => {
  const step = pause.steps[run.step]
  if (!step || step.seconds === null) return run
  const length = step.seconds * 1_000
  if (elapsedInStep(run, now) < length) return run
  return advance(nextStep(run, run.stepStartedAt + run.heldFor + length, length), pause, now)
}

export const isFinished = (run: Run, pause: Pause): boolean => run.step >= pause.steps.length

/** Holds the timer where it is. */
export const hold = (run: Run, now: Instant): Run =>
  run.heldSince === null ? { ...run, heldSince: now } : run

/** Lets a held timer go on at the same second. */
export const goOn = (run: Run, now: Instant): Run =>
  run.heldSince === null
    ? run
    : { ...run, heldFor: run.heldFor + Math.max(0, now - run.heldSince), heldSince: null }

/** Leaves the rest of this step out; also how a waiting step ends. */
export const skipStep = (run: Run, now: Instant): Run => nextStep(run, now, elapsedInStep(run, now))

/**
 * A run that was left behind with a closed popup: where the clock says, or, when it would be over by now,
 * at the start of the step it was left in.
 */
export const pickUp = (run: Run, pause: Pause, now: Instant): Run => {
  const going = advance(run, pause, now)
  if (!isFinished(going, pause)) return going
  return { ...run, stepStartedAt: now, heldFor: 0, heldSince: null }
}

/** Whole seconds run so far; a finished run stays as long as it was. */
export const secondsRun = (run: Run, pause: Pause, now: Instant): number => {
  const inStep = isFinished(run, pause) ? 0 : elapsedInStep(run, now)
  return Math.round((run.spent + inStep) / 1_000)
}

/** What a breathing pacer shows at one moment. */
export type BreathView = {
  readonly way: Breath['way']
  /** Whole seconds until the next movement. */
  readonly left: number
  /** How full the lungs are, 0–1. */
  readonly full: number
}

/** Held breath stays as full as the movement before left it. */
const fullness = (pacer: readonly Breath[], place: number, progress: number): number => {
  const way = pacer[place]?.way
  if (way === 'in') return progress
  if (way === 'out') return 1 - progress
  return pacer[place - 1]?.way === 'in' ? 1 : 0
}

/** Where a pacer stands `elapsed` milliseconds into its step; null for one without time. */
export const breathAt = (pacer: readonly Breath[], elapsed: number): BreathView | null => {
  const round = pacer.reduce((sum, breath) => sum + breath.seconds * 1_000, 0)
  if (round === 0) return null
  let rest = elapsed % round
  for (const [place, breath] of pacer.entries()) {
    const length = breath.seconds * 1_000
    if (rest < length) {
      const full = fullness(pacer, place, rest / length)
      return { way: breath.way, left: Math.ceil((length - rest) / 1_000), full }
    }
    rest -= length
  }
  return null
}

/** What the screen of a running pause shows at one moment. */
export type RunView = {
  /** The message key of what to do now. */
  readonly text: string
  /** Which step it is, from 1, and of how many. */
  readonly step: number
  readonly steps: number
  /** Whole seconds left in the step; null while it waits for the person. */
  readonly left: number | null
  readonly breath: BreathView | null
}

/** Null once the run is finished. */
export const viewRun = (run: Run, pause: Pause, now: Instant): RunView | null => {
  const step = pause.steps[run.step]
  if (!step) return null
  const elapsed = elapsedInStep(run, now)
  return {
    text: step.text,
    step: run.step + 1,
    steps: pause.steps.length,
    left: step.seconds === null ? null : Math.max(0, Math.ceil(step.seconds - elapsed / 1_000)),
    breath: step.pacer ? breathAt(step.pacer, elapsed) : null,
  }
}
