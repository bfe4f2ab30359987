/** One run of a pause, from its start to what was felt and marked after it. */
import { computed, type ReadonlySignal, signal } from '@preact/signals'
import { type CataloguePause, pauseById } from '../content/pauses.ts'
import { feltAnswer } from '../core/check-in.ts'
import * as core from '../core/pause.ts'
import type { Ease, Felt, Fields, Session } from '../core/records.ts'
import { momentOf } from '../core/time.ts'
import type { CheckInPorts, OpenCheckIn } from './open-check-in.ts'

type SessionFields = Fields<'sessions'>

/** The answers after a pause, as they stand. */
export type AfterAnswers = Pick<Session, 'pauseId' | 'after' | 'ease'>

export type PauseRun = {
  /** The pause that runs or ran last; null before the first. */
  readonly pause: ReadonlySignal<CataloguePause | null>
  readonly run: ReadonlySignal<core.Run | null>
  readonly after: ReadonlySignal<AfterAnswers | null>
  /** A run that was left behind waits for the person to say how it goes on. */
  readonly pickedUp: ReadonlySignal<boolean>
  start(pauseId: string): void
  /** What the screen shows now; null where no pause runs. */
  look(): core.RunView | null
  /** Moves on to where the clock is; called while the pause is on screen. */
  tick(): void
  hold(): void
  goOn(): void
  startAgain(): void
  skipStep(): void
  stop(): void
  answerAfter(felt: Felt): void
  answerEase(ease: Ease): void
  /** Takes up what an earlier popup left. */
  pickUp(): void
}

export const createPauseRun = (open: OpenCheckIn, ports: CheckInPorts): PauseRun => {
  const { draft, move, now } = open
  const run = computed(() => draft.value.run)
  const pause = computed(() => (run.value ? pauseById(run.value.pauseId) : null))
  const after = signal<AfterAnswers | null>(null)
  const pickedUp = signal(false)

  const keep = (change: Partial<SessionFields>) => {
    const { sessionId } = draft.value
    if (sessionId === null) return
    void open.keeper.keep('sessions', sessionId, current => (current ? { ...current, ...change } : null))
  }

  const begin = (chosen: core.Pause) => {
    const moment = momentOf(ports.clock.now())
    const { offer, checkInId } = draft.value
    const offered = offer?.pauseId === chosen.id ? offer : null
    const felt = feltAnswer(open.record.value)
    const session: SessionFields = {
      ...moment,
      pauseId: chosen.id,
      checkInId,
      before: felt === 'cant-tell' ? null : felt,
      after: null,
      ease: null,
      completed: false,
      seconds: 0,
      probability: offered?.probability ?? null,
      reason: offered?.reason ?? null,
    }
    const sessionId = ports.chance.id(moment.at)
    after.value = { pauseId: chosen.id, after: null, ease: null }
    pickedUp.value = false
    void open.keeper.keep('sessions', sessionId, () => session)
    move({ place: 'pause', run: core.startRun(chosen, moment.at), sessionId, scroll: 0 })
  }

  const finish = (ended: core.Run, of: core.Pause) => {
    keep({ completed: core.isFinished(ended, of), seconds: core.secondsRun(ended, of, now()) })
    move({ place: 'after', run: ended, scroll: 0 })
  }

  /** Takes the run to `next`; keeps it only where it changed, so that a mere look at the clock writes nothing. */
  const take = (next: core.Run) => {
    const current = pause.value
    if (!current || next === run.value) return
    if (core.isFinished(next, current)) finish(next, current)
    else move({ run: next })
  }

  const withRun = (change: (run: core.Run) => core.Run) => () => {
    if (run.value) take(change(run.value))
  }

  return {
    pause,
    run,
    after,
    pickedUp,
    start: id => {
      const chosen = pauseById(id)
      if (chosen) begin(chosen)
    },
    look: () => (run.value && pause.value ? core.viewRun(run.value, pause.value, now()) : null),
    tick: () => {
      const { value } = run
      if (value && pause.value && !pickedUp.value) take(core.advance(value, pause.value, now()))
    },
    hold: withRun(value => core.hold(value, now())),
    goOn: () => {
      pickedUp.value = false
      withRun(value => core.goOn(value, now()))()
    },
    startAgain: () => {
      if (!pause.value) return
      pickedUp.value = false
      move({ run: core.startRun(pause.value, now()) })
    },
    skipStep: withRun(value => core.skipStep(value, now())),
    stop: () => {
      if (run.value && pause.value) finish(run.value, pause.value)
    },
    answerAfter: felt => {
      if (after.value) after.value = { ...after.value, after: felt }
      keep({ after: felt })
    },
    answerEase: ease => {
      if (after.value) after.value = { ...after.value, ease }
      keep({ ease })
    },
    pickUp: () => {
      const { place, sessionId } = draft.value
      if (place === 'after' && run.value) {
        after.value = { pauseId: run.value.pauseId, after: null, ease: null }
        if (sessionId) {
          void ports.records.get('sessions', sessionId).then(found => {
            if (found.ok && found.value) after.value = found.value
          })
        }
      }
      if (place !== 'pause' || !run.value || !pause.value) return
      after.value = { pauseId: run.value.pauseId, after: null, ease: null }
      pickedUp.value = true
      move({ run: core.hold(core.pickUp(run.value, pause.value, now()), now()) })
    },
  }
}
