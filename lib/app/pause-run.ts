/** One run of a pause, from its start to what was felt and marked after it. */
import { computed, effect, type ReadonlySignal, signal, untracked } from '@preact/signals'
import { type Caution, pauseById } from '../content/pauses.ts'
import type { Draft } from '../core/draft.ts'
import * as core from '../core/pause.ts'
import type { ListedPause } from '../core/pause-list.ts'
import type { Ease, Felt, Session } from '../core/records.ts'
import { nextPace, type Tempo } from '../core/tempo.ts'
import { type Instant, type Moment, momentOf, second } from '../core/time.ts'
import type { CheckInPorts, OpenCheckIn } from './check-in-types.ts'
import type { OwnPauses } from './own-pauses.ts'
import { createPauseSession } from './pause-session.ts'
import { createPauseWishes, type PauseWishesNeeds } from './pause-wishes.ts'
import { createPauseWriting, type PauseWriting } from './pause-writing.ts'
import type { Records } from './ports.ts'

/** The answers after a pause, as they stand. */
export type AfterAnswers = Pick<Session, 'pauseId' | 'after' | 'ease'>

/** How a run that was left behind may go on. */
type Left = {
  /** Whole seconds that went by since. */
  readonly seconds: number
  /** It would not be over by now, so it can go on as if it had been watched. */
  readonly canCatchUp: boolean
}

export type KnownPause = {
  readonly cautions: readonly Caution[]
  /** The message key of the switch to its other version; null where it has none. */
  readonly otherVersion: string | null
}

/** Which changes of tempo there are. */
type Breathing = {
  /** The pattern holds the breath, which can be left out. */
  readonly holds: boolean
  readonly slower: boolean
  readonly faster: boolean
}

export type PauseRun = {
  /** The pause that runs or ran last; null before the first, and until an own one is read. */
  readonly listed: ReadonlySignal<ListedPause | null>
  readonly run: ReadonlySignal<core.Run | null>
  readonly after: ReadonlySignal<AfterAnswers | null>
  /** Null where nothing was left behind. */
  left(): Left | null
  /** What the catalogue says of it; nothing of an own one. */
  readonly known: ReadonlySignal<KnownPause>
  /** Null where nothing breathes, so that there is no tempo to change. */
  readonly breathes: ReadonlySignal<Breathing | null>
  readonly sound: ReadonlySignal<boolean>
  readonly writing: PauseWriting
  /** Starts a pause that was picked by hand: the offer, if there is one, has no part in it. */
  start(pauseId: string): void
  /** Starts the pause of the offer, with its probability and its reason. */
  startOffered(): void
  /** Starts what was asked for elsewhere, once, in whichever popup or window comes first. */
  startAsked(): Promise<void>
  /** What the screen shows now; null where no pause runs. */
  look(): core.RunView | null
  /** The moment that it is, for a step that says so. */
  moment(): Moment
  /** Moves on to where the clock is; called while the pause is on screen. */
  tick(): void
  hold(): void
  goOn(): void
  /** Goes on as if it had been watched all the time. */
  catchUp(): void
  startAgain(): void
  /** Leaves the rest of a step out; also how a waiting step ends. */
  skipStep(): void
  back(): void
  stop(): void
  /** Stops where it feels worse, which is its mark too. */
  worse(): void
  setPace(step: -1 | 1): void
  setHolds(holds: boolean): void
  setSound(on: boolean): void
  setOther(other: boolean): void
  answerAfter(felt: Felt): void
  answerEase(ease: Ease): void
  /** Takes up what an earlier popup left. */
  pickUp(): void
  /** The clock ended the run a moment ago, so a key that comes now was meant for the pause. */
  endedJustNow(): boolean
}

export type PauseRunPorts = CheckInPorts & PauseWishesNeeds & { readonly removals: Pick<Records, 'remove'> }

/** A key within this time, in milliseconds, was on its way when the clock ended the pause: W waits in a pause, and is "worse" after it. */
const onItsWay = 600

export const createPauseRun = (open: OpenCheckIn, ports: PauseRunPorts, own: OwnPauses): PauseRun => {
  const { draft, move, drift, now } = open
  const writing = createPauseWriting(open, ports)
  const session = createPauseSession(open, ports)
  const wishes = createPauseWishes(ports)
  const run = computed(() => draft.value.run)
  const listed = computed(() => (run.value ? own.list.value.find(run.value.pauseId) : null))
  /** The pause at the tempo of the run. */
  const pause = computed(() =>
    run.value && listed.value ? core.inTempo(listed.value.pause, run.value.tempo) : null,
  )
  const after = signal<AfterAnswers | null>(null)
  let heard = ''
  /** When the clock last ended a run. */
  let endedAt: Instant | null = null
  /** The session that is shown, and whether it is over: another popup or window may begin or end one. */
  let shown = ''
  const shownIn = ({ sessionId, place }: Draft) => `${sessionId} ${place}`

  void wishes.load()

  /** Keeps how a run ended. */
  const keepEnd = (ended: core.Run) =>
    session.keep({
      completed: ended.end === 'finished',
      seconds: core.secondsRun(ended, now()),
      ...(ended.end === 'worse' && { ease: 'worse' }),
    })

  const begin = (chosen: core.Pause) => {
    const { value } = run
    if (draft.value.place === 'pause' && value?.end === null) keepEnd(core.endRun(value, 'stopped', now()))
    void writing.end()
    const at = now()
    const sessionId = session.begin(chosen.id, at, after.value?.after ?? null)
    after.value = { pauseId: chosen.id, after: null, ease: null }
    const how = { tempo: wishes.value.value.tempo, other: false }
    shown = shownIn({ ...draft.value, place: 'pause', sessionId })
    move({ place: 'pause', run: core.startRun(chosen, at, how), sessionId, toStart: null, scroll: 0 })
  }

  const startOffered = () => {
    const { offer } = draft.value
    const chosen = offer && own.list.value.find(offer.pauseId)
    if (chosen) begin(chosen.pause)
  }

  const start = (id: string) => {
    const chosen = own.list.value.find(id)
    if (!chosen) return
    move({ offer: null })
    begin(chosen.pause)
  }

  const finish = (ended: core.Run) => {
    keepEnd(ended)
    void writing.end()
    if (ended.end === 'worse' && after.value) after.value = { ...after.value, ease: 'worse' }
    wishes.cue('end')
    shown = shownIn({ ...draft.value, place: 'after' })
    move({ place: 'after', run: ended, scroll: 0 })
  }

  /** Takes the run to `next`; keeps it only where it changed, so that a mere look at the clock writes nothing. */
  const take = (next: core.Run) => {
    if (next === run.value || draft.value.place !== 'pause') return
    if (next.end === null) move({ run: next })
    else finish(next)
  }

  /** As `take`, for what the clock alone brings. */
  const takeByClock = (next: core.Run) => {
    if (next.end !== null) {
      endedAt = now()
      take(next)
    } else if (next !== run.value && draft.value.place === 'pause') void drift({ run: next })
  }

  const withRun = (change: (run: core.Run, pause: core.Pause) => core.Run) => () => {
    if (run.value && pause.value) take(change(run.value, pause.value))
  }

  const look = () => (run.value && pause.value ? core.viewRun(run.value, pause.value, now()) : null)

  /** One sound for each step and each breath. */
  const sing = () => {
    const view = look()
    if (!view || run.value?.heldSince !== null) return
    const way = view.breath?.way
    const part = `${run.value.step} ${way}`
    if (part === heard) return
    heard = part
    if (way !== 'hold') wishes.cue(way === 'out' ? 'out' : way ? 'in' : 'step')
  }

  const setTempo = (tempo: Tempo) => {
    wishes.change({ tempo })
    // The pause as the catalogue has it: each tempo is made of that.
    const { value } = listed
    if (run.value && value) take(core.atTempo(run.value, value.pause, tempo, now()))
  }

  /** Also what cannot be read can be stopped. */
  const stop = () => {
    if (run.value) take(core.endRun(run.value, 'stopped', now()))
  }

  const tick = () => {
    const { value } = run
    const { value: current } = pause
    if (!value || value.end !== null) return
    // An own one that was deleted meanwhile.
    if (!current) return own.ready.value ? stop() : undefined
    if (core.wasLeft(value, current, now())) return takeByClock(core.asLeft(value, current))
    const next = core.advance(core.byClock(value, now()), current, now())
    const stale = value.heldSince === null && now() - value.seenAt >= second
    takeByClock(stale ? core.seen(next, now()) : next)
    sing()
  }

  /** Shows the answers as they are kept; one that was given while they were read is newer. */
  const readAnswers = async () => {
    const { sessionId } = draft.value
    const { value } = after
    if (sessionId === null) return
    const found = await ports.records.get('sessions', sessionId)
    if (found.ok && found.value && after.value === value) after.value = found.value
  }

  const pickUp = () => {
    const { place } = draft.value
    const { value } = run
    if (!value || (place !== 'pause' && place !== 'after')) return
    shown = shownIn(draft.value)
    // An own one has to be read first.
    if (!pause.value) void own.load()
    void writing.keep()
    after.value = { pauseId: value.pauseId, after: null, ease: value.end === 'worse' ? 'worse' : null }
    if (place === 'pause') {
      tick()
      void session.mend(value)
    } else void readAnswers()
  }

  effect(() => {
    if (shownIn(draft.value) !== shown) untracked(pickUp)
  })
  // In a check-in that began anew nothing was said after a pause.
  effect(() => {
    if (run.value === null) after.value = null
  })
  // What another popup or window answered; what is being kept here shows already.
  ports.changes.listen(topic => {
    const isOver = topic === 'records' && draft.value.place === 'after'
    if (isOver && open.keeper.keeping.value !== 'keeping') void readAnswers()
  })

  return {
    listed,
    run,
    after,
    left: () => {
      const { value } = run
      if (!value || value.leftAt === null || !pause.value) return null
      return {
        seconds: Math.max(0, Math.round((now() - value.leftAt) / second)),
        canCatchUp: core.catchUp(value, pause.value, now()).end === null,
      }
    },
    known: computed(() => {
      const { cautions = [], otherVersion = null } = (run.value && pauseById(run.value.pauseId)) ?? {}
      return { cautions, otherVersion }
    }),
    breathes: computed(() => {
      const paced = listed.value?.pause.steps.flatMap(({ pacer = [] }) => pacer) ?? []
      if (paced.length === 0 || !run.value) return null
      const { pace } = run.value.tempo
      return {
        holds: paced.some(({ way }) => way === 'hold'),
        slower: nextPace(pace, -1) !== pace,
        faster: nextPace(pace, 1) !== pace,
      }
    }),
    sound: computed(() => wishes.value.value.sound),
    writing,
    start,
    startOffered,
    startAsked: async () => {
      await Promise.all([own.load(), wishes.load()])
      const asked = await open.takeAsked()
      if (asked !== null) start(asked)
    },
    look,
    moment: () => momentOf(ports.clock.now()),
    tick,
    // A step that waits has no timer, so nothing would show that it was held.
    hold: withRun((value, current) => (current.steps[value.step]?.waits ? value : core.hold(value, now()))),
    goOn: withRun(value => core.goOn(value, now())),
    catchUp: withRun((value, current) => core.catchUp(value, current, now())),
    startAgain: () => {
      const { value } = run
      if (value && pause.value) move({ run: core.startRun(pause.value, now(), value) })
    },
    skipStep: withRun((value, current) => core.skipStep(value, current, now())),
    back: withRun(value => core.stepBack(value, now())),
    stop,
    worse: withRun(value => core.endRun(value, 'worse', now())),
    setPace: step => {
      if (run.value) setTempo({ ...run.value.tempo, pace: nextPace(run.value.tempo.pace, step) })
    },
    setHolds: holds => {
      if (run.value) setTempo({ ...run.value.tempo, holds })
    },
    setSound: on => {
      wishes.change({ sound: on })
      // So that it is heard what was switched on.
      wishes.cue('step')
    },
    setOther: other => {
      if (run.value) move({ run: { ...run.value, other } })
    },
    answerAfter: felt => {
      if (after.value) after.value = { ...after.value, after: felt }
      session.keep({ after: felt })
    },
    answerEase: ease => {
      if (after.value) after.value = { ...after.value, ease }
      session.keep({ ease })
    },
    pickUp,
    endedJustNow: () => {
      const since = endedAt === null ? onItsWay : now() - endedAt
      return since >= 0 && since < onItsWay
    },
  }
}
