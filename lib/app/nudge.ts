/** The nudge desk: the one place in the background where events become decisions, and decisions deeds. */
import { badMinutes } from '../core/bad-moments.ts'
import { isEvening } from '../core/evening.ts'
import { nextNudge } from '../core/next-nudge.ts'
import type { NudgeState } from '../core/nudge-state.ts'
import { fewerAfter, quietAfter } from '../core/plan.ts'
import { createQueue } from '../core/queue.ts'
import type { Fields, Id } from '../core/records.ts'
import {
  decide,
  firstState,
  type NudgeContext,
  type NudgeEffect,
  type NudgeEvent,
  nextWake,
  remindersOn,
  type Surroundings,
  showsBadge,
} from '../core/schedule.ts'
import { channelsOf, type NudgeSettings, type Settings } from '../core/settings.ts'
import { type Instant, minute } from '../core/time.ts'
import { nudgeTurn } from '../core/turns.ts'
import type {
  Chance,
  Changes,
  Clock,
  Locks,
  Log,
  NudgeStatus,
  Records,
  SettingsStore,
  Slot,
} from './ports.ts'
import { storeError } from './store-error.ts'

/** What a nudge does to the screen. */
type NudgeScreen = {
  /** True when the browser took it. */
  show(id: Id): Promise<boolean>
  /** Takes every other notification away. */
  keep(id: Id | null): Promise<void>
  setBadge(on: boolean): Promise<void>
  openCheckIn(): Promise<void>
  /** Opens the place where a high and a low of the day are written. */
  openEvening(): Promise<void>
}

export type NudgeDeskPorts = {
  readonly state: Slot<NudgeState>
  readonly settings: SettingsStore
  readonly records: Pick<Records, 'save'>
  readonly screen: NudgeScreen
  readonly surroundings: () => Promise<Surroundings>
  /** Whether an invitation to a high and a low of the day fits. */
  readonly eveningFits: () => Promise<boolean>
  /** Sets the one alarm, or takes it away. */
  readonly wakeAt: (at: Instant | null) => Promise<void>
  /** Sets it where there is none. */
  readonly wakeBy: (at: Instant) => Promise<void>
  readonly clock: Clock
  readonly chance: Chance
  readonly changes: Pick<Changes, 'announce'>
  readonly locks: Locks
  readonly log: Log
}

export type NudgeDesk = {
  /**
   * Takes one event after another, also where two workers run for a moment. Never rejects: what fails is noted, and a click opens
   * the check-in whatever fails.
   */
  handle(event: NudgeEvent): Promise<NudgeStatus>
}

const calm: Surroundings = { presence: 'active', fullScreen: false, sound: false }

const statusOf = (state: NudgeState, now: Temporal.ZonedDateTime, settings: NudgeSettings): NudgeStatus => ({
  next: nextNudge(state, { now, settings }),
  fewer: state.memory.ignored >= fewerAfter && state.memory.ignored < quietAfter,
  badMinutes: badMinutes(state.memory.badMoments, now),
  shownId: state.phase === 'shown' ? state.id : null,
})

/** The nudge whose notification may stand there. */
const standing = (state: NudgeState, settings: NudgeSettings): Id | null =>
  state.phase === 'shown' && state.openedAt === null && channelsOf(settings).notification ? state.id : null

/** After how long a step that could not be made is tried again. */
const againAfter = 10 * minute

const noStatus: NudgeStatus = { next: { kind: 'off' }, fewer: false, badMinutes: [], shownId: null }

const unknownYet = (plannedAt: Instant): Fields<'nudges'> => ({
  plannedAt,
  shownAt: null,
  openedAt: null,
  answeredAt: null,
  outcome: null,
  heldBackBy: null,
  reason: null,
})

export const createNudgeDesk = (ports: NudgeDeskPorts): NudgeDesk => {
  const { state: slot, screen, log } = ports

  /** Each deed on its own: one that fails stops no other. */
  const attempt = async (where: string, deed: () => Promise<unknown>): Promise<boolean> => {
    try {
      await deed()
      return true
    } catch (problem) {
      log.note(where, problem)
      return false
    }
  }

  const inTurn = createQueue()
  /** Kept in order, and waited for by nobody: a history that cannot be written stops no nudge. */
  const record = (effect: Extract<NudgeEffect, { kind: 'record' }>, now: Instant) => {
    const id = effect.id ?? ports.chance.id(now)
    const save = () =>
      ports.records.save('nudges', id, current => {
        const { plannedAt, shownAt, openedAt, answeredAt, outcome, heldBackBy, reason } =
          current ?? unknownYet(effect.known.plannedAt ?? now)
        const known = { plannedAt, shownAt, openedAt, answeredAt, outcome, heldBackBy, reason }
        return { ...known, ...effect.known }
      })
    void inTurn(() =>
      attempt('nudge record', async () => {
        const saved = await save()
        if (!saved.ok) throw storeError(saved.problem)
      }),
    )
  }

  const contextOf = async (settings: Settings): Promise<NudgeContext> => {
    const surroundings = remindersOn(settings.nudges) ? await ports.surroundings() : calm
    const now = ports.clock.now()
    const seed = Math.floor(ports.chance.next() * 2 ** 32)
    const asks = remindersOn(settings.nudges) && settings.nudges.evening && isEvening(now)
    const evening = asks && (await ports.eveningFits().catch(() => false))
    const id = ports.chance.id(now.epochMilliseconds)
    return { now, settings: settings.nudges, surroundings, seed, id, evening }
  }

  /** The alarm that woke the worker is spent: killed before the next one is set, the worker would never be woken. */
  const again = () => ports.clock.now().epochMilliseconds + againAfter

  /** The state is kept before anything is done: killed in between, a nudge is delivered by the next event, and never twice. */
  const step = async (event: NudgeEvent): Promise<{ status: NudgeStatus; leads: 'check-in' | 'evening' }> => {
    const settings = await ports.settings.read()
    if (remindersOn(settings.nudges)) await attempt('nudge alarm', () => ports.wakeBy(again()))
    const before = (await slot.read()) ?? firstState
    const context = await contextOf(settings)
    const now = context.now.epochMilliseconds
    const decided = decide(before, event, context)
    const { effects } = decided
    let { state } = decided
    const nothing = before.phase === 'off' && state.phase === 'off' && event.kind === 'wake'
    const kept = nothing || (await attempt('nudge state', () => slot.write(state)))
    await attempt('nudge clear', () => screen.keep(standing(state, settings.nudges)))
    for (const effect of effects) {
      if (effect.kind === 'record') record(effect, now)
      // A nudge that is not kept would be shown again at every wake.
      if (effect.kind === 'show' && kept) {
        await attempt('nudge show', async () => {
          if (!(await screen.show(effect.id))) throw new Error('the browser refused the notification')
        })
        state = decide(state, { kind: 'delivered', id: effect.id }, context).state
        await attempt('nudge state', () => slot.write(state))
      }
    }
    await attempt('nudge badge', () => screen.setBadge(kept && showsBadge(state, settings.nudges)))
    await attempt('nudge alarm', () => ports.wakeAt(nextWake(state)))
    if (effects.some(effect => effect.kind === 'record')) {
      // A page that shows the log reads it again once it is written.
      void inTurn(async () => ports.changes.announce('nudge'))
    }
    const status = statusOf(state, context.now, settings.nudges)
    const old = statusOf(before, context.now, settings.nudges)
    if (JSON.stringify(status) !== JSON.stringify(old)) ports.changes.announce('nudge')
    const leads = effects.some(effect => effect.kind === 'open-evening') ? 'evening' : 'check-in'
    return { status, leads }
  }

  const turn = async (event: NudgeEvent, begun: () => void): Promise<NudgeStatus> => {
    let status = noStatus
    let open = screen.openCheckIn
    const taken = await attempt('nudge', () =>
      ports.locks.exclusive(nudgeTurn, async () => {
        begun()
        const stepped = await step(event)
        status = stepped.status
        if (stepped.leads === 'evening') open = screen.openEvening
      }),
    )
    // The alarm that woke us is spent; without another one, a storage that fails once would end all reminders.
    if (!taken) await attempt('nudge alarm', () => ports.wakeAt(again()))
    // After the turn, so that the check-in that opens can tell of itself at once.
    if (event.kind === 'clicked') await attempt('open check-in', open)
    return status
  }

  let waiting: Promise<NudgeStatus> | null = null
  return {
    handle: event => {
      if (event.kind !== 'wake') return turn(event, () => {})
      if (waiting) return waiting
      // One wake that has not begun stands for all that come meanwhile.
      const done = () => {
        if (waiting === wake) waiting = null
      }
      const wake: Promise<NudgeStatus> = turn(event, done).finally(done)
      waiting = wake
      return wake
    },
  }
}
