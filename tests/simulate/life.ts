/** A hostile life: the real desk and the real alarm adapter, in a browser, on a machine and with a person that chance makes up. */
import { AsyncLocalStorage } from 'node:async_hooks'
import { type NudgeState, readNudgeState } from '../../lib/core/nudge-state.ts'
import { countsUse, quietAfter } from '../../lib/core/plan.ts'
import {
  type NudgeEvent,
  nextWake,
  remindersOn,
  type Surroundings,
  showsBadge,
} from '../../lib/core/schedule.ts'
import { defaultSettings, type Settings } from '../../lib/core/settings.ts'
import { hour, type Instant, minute, second, zonedAt } from '../../lib/core/time.ts'
import { ensureWake, reconcileWake } from '../../lib/platform/alarms.ts'
import { createNudgeLaws, type NudgeLaws } from '../support/nudge-laws.ts'
import type { Step } from '../support/nudge-laws-ledger.ts'
import { frozen, probe } from '../support/nudge-laws-probe.ts'
import { calm, nudgeSettings } from '../support/nudges.ts'
import { type AlarmsApi, type BrowserName, createAlarms } from './alarms.ts'
import { createDice, seedOf } from './chance.ts'
import { anySettings, type Deed, planDay, reactTo } from './person.ts'
import { type Device, startWorker, type Touch, type Worker } from './worker.ts'
import { beginningIn, zoneNames } from './zones.ts'

export type Life = {
  readonly zone: string
  readonly days: number
  readonly seed: number
  readonly browser: BrowserName
  /** Puts the alarms where the platform adapter finds the browser's. */
  readonly install: (api: AlarmsApi) => void
}

type BrokenLaw = {
  readonly law: string
  readonly step: number
  readonly day: number
  readonly at: string
  readonly event: string
}

export type LifeReport = {
  readonly counts: NudgeLaws['counts']
  readonly steps: number
  readonly kills: number
  /** Days on which reminders were on and someone was there, and what came on those. */
  readonly activeDays: number
  readonly onActiveDays: number
  /** The longest time of use, in ms, that should count and does not, or with something to plan and no alarm, as after a kill. */
  readonly longestStall: number
  readonly broken: readonly BrokenLaw[]
}

const day = 24 * hour
/** Longer than a person at work may be without an alarm after a kill: the next event, be it a minute of rest, mends it. */
const stallAtMost = 8 * hour

/** The longest wait of the one alarm. */
const furthest = 6 * hour

const plainTouch: Touch = async deed => deed()

type Entry = { readonly at: number; readonly deed: Deed }

export const liveOne = async ({ zone: home, days, seed, browser, install }: Life): Promise<LifeReport> => {
  const dice = createDice(seedOf(`${home} ${browser} ${seed}`))
  const beginning = beginningIn(home).epochMilliseconds
  const laws = createNudgeLaws()
  const broken: BrokenLaw[] = []

  let real = 0
  let offset = beginning
  let zone = home
  let awake = true
  let open = true
  let surroundings: Surroundings = { ...calm, presence: 'idle' }
  /** On some days the browser says nothing of who comes and goes. */
  let tellsPresence = true
  let settings: Settings = { ...defaultSettings, nudges: nudgeSettings() }
  let stored: NudgeState | null = null
  let worker: Worker | null = null
  let attention = 0.8
  let ids = 0
  let steps = 0
  let kills = 0
  let refusals = 0
  let badge = false
  const onScreen = new Set<string>()
  const shownOnce = new Set<string>()
  const answered = new Set<string>()
  let asleepAt = 0
  let activeDays = 0
  let onActiveDays = 0
  let wasActive = false
  let begunBefore = 0
  let stall = 0
  let longestStall = 0
  let event: NudgeEvent = { kind: 'wake' }

  const wall = (): Instant => Math.floor(offset + real)
  const now = () => zonedAt(wall(), zone)
  const complain = (law: string) => {
    const at = now().toString({ smallestUnit: 'second' })
    broken.push({ law, step: steps, day: Math.floor(real / day), at, event: JSON.stringify(event) })
  }

  /** Whose call to the alarms it is: two workers may be at it side by side. */
  const caller = new AsyncLocalStorage<Touch>()
  const alarmTouch: Touch = deed => (caller.getStore() ?? plainTouch)(deed)
  const alarms = createAlarms(browser, dice.oneIn(2), () => real, wall, alarmTouch)
  install(alarms.api)
  let jitter = 0

  const device: Device = {
    dice,
    now,
    settings: () => settings,
    surroundings: () => surroundings,
    read: () => stored,
    write: state => {
      // What storage gives back is the same; made sure of now and then.
      stored = frozen(dice.oneIn(8) ? readNudgeState(JSON.parse(JSON.stringify(state))) : state)
    },
    show: id => {
      const state = stored
      if (state?.phase !== 'shown' || state.id !== id) complain('the state is kept before anything is shown')
      if (onScreen.size > 0 && !onScreen.has(id)) complain('no more than one is shown at a time')
      if (shownOnce.has(id) && kills === 0 && refusals === 0) complain('a nudge is shown once')
      shownOnce.add(id)
      onScreen.add(id)
    },
    keep: id => {
      for (const other of onScreen) if (other !== id) onScreen.delete(other)
    },
    setBadge: on => {
      badge = on
    },
    newId: () => {
      ids += 1
      return `n${ids}`
    },
    wakeAt: (at, touch) => caller.run(touch, () => reconcileWake(at, { now })),
    wakeBy: (at, touch) => caller.run(touch, () => ensureWake(at)),
    turns: { last: Promise.resolve() },
    kept: (step: Step) => {
      steps += 1
      event = step.event
      for (const law of laws.observe(step)) complain(law)
      if (steps % 7 === 0) for (const law of probe(step, dice.next())) complain(law)
    },
    refused: () => {
      const refused = dice.oneIn(500)
      if (refused) refusals += 1
      return refused
    },
  }

  const queue: Entry[] = []
  const plan = (after: number, deed: Deed) => {
    queue.push({ at: real + after, deed })
  }

  /** What must hold when the worker has done all it meant to do. */
  const holdStill = (rang: boolean) => {
    const state = stored
    if (state === null) return
    const due = remindersOn(settings.nudges) ? nextWake(state) : null
    if (alarms.exists() !== (due !== null)) complain('an alarm exists if, and only if, something is due')
    if (alarms.meant()?.periodic) complain('the one alarm goes off once')
    const firesAt = alarms.firesAt()
    if (due !== null && firesAt !== null && alarms.followsClock()) {
      const late = firesAt - real - Math.max(due - wall(), 30 * second)
      if (late > second) complain('the alarm is not after what is due')
      // What an alarm set that has gone off is all new: nothing wakes the worker for nothing.
      const early = Math.min(due - wall(), furthest) - (firesAt - real)
      if (rang && early > second) complain('the alarm is not before what is due')
    }
    if (badge !== showsBadge(state, settings.nudges)) complain('the dot stands while an unopened nudge does')
    const stray = [...onScreen].some(id => state.phase !== 'shown' || state.id !== id)
    if (stray) complain('nothing stands on the screen but the nudge')
  }

  const tell = async (events: readonly NudgeEvent[], rang = false): Promise<void> => {
    if (!awake || !open || events.length === 0) return
    const given: NudgeEvent[] = [...events]
    if (worker === null || worker.dead() || dice.oneIn(2)) {
      worker = startWorker(device)
      // Every start of the worker looks at what is due.
      given.unshift({ kind: 'wake' })
    }
    const before = { refusals, alarm: alarms.meant(), writes: alarms.writes() }
    if (dice.oneIn(25)) worker.dieAfter(dice.whole(1, 14))
    const first = worker
    const handled = given.map(one => first.handle(one))
    if (dice.oneIn(40)) {
      const second = startWorker(device)
      if (dice.oneIn(3)) second.dieAfter(dice.whole(1, 10))
      handled.push(second.handle({ kind: 'wake' }))
      await Promise.all(handled)
      if (second.dead()) kills += 1
      if (second.dead() || first.dead()) worker = null
    }
    await Promise.all(handled)
    if (first.dead()) {
      kills += 1
      worker = null
    }
    const whole = worker === first && refusals === before.refusals
    if (whole) holdStill(rang)
    const due = stored === null ? null : nextWake(stored)
    const right = due !== null && before.alarm?.periodic === false && before.alarm.at === due
    if (whole && right && due > wall() && due <= wall() + furthest && alarms.writes() > before.writes) {
      complain('an alarm that stands where it should is not set again')
    }
    const state = stored
    if (state?.phase === 'shown' && !answered.has(state.id)) {
      answered.add(state.id)
      for (const { after, deed } of reactTo(dice, attention)) plan(after, deed)
    }
  }

  const leave = () => {
    if (browser === 'chromium' || dice.oneIn(2)) onScreen.clear()
    badge = false
    worker = null
  }

  const act = async (deed: Deed): Promise<void> => {
    switch (deed.kind) {
      case 'tell':
        return tell(deed.events)
      case 'presence':
        surroundings = { ...surroundings, presence: deed.to }
        return tellsPresence ? tell([{ kind: 'wake' }]) : undefined
      case 'full-screen':
        surroundings = { ...surroundings, fullScreen: deed.on }
        return
      case 'sound':
        surroundings = { ...surroundings, sound: deed.on }
        return
      case 'sleep':
        if (!awake) return
        awake = false
        asleepAt = real
        return
      case 'resume':
        if (awake) return
        awake = true
        alarms.resumed(real - asleepAt)
        if (dice.oneIn(2)) await tell([{ kind: 'wake' }])
        return
      case 'close':
        if (!open) return
        open = false
        leave()
        return
      case 'open':
        if (open) return
        open = true
        alarms.restarted()
        return tell([{ kind: 'wake' }])
      case 'update':
        if (!open || !awake) return
        leave()
        onScreen.clear()
        alarms.updated(dice.oneIn(2))
        return tell([{ kind: 'wake' }])
      case 'settings':
        settings = { ...settings, nudges: anySettings(dice) }
        attention = dice.pick([0, 0, 0.4, 0.8, 0.95])
        return tell([{ kind: 'wake' }])
      case 'travel':
        zone = dice.oneIn(2) ? home : (zoneNames[dice.whole(0, zoneNames.length - 1)] ?? home)
        return
      case 'clock':
        offset += Math.round(deed.by)
        alarms.clockSet(dice.oneIn(2))
    }
  }

  const countDay = () => {
    const on = remindersOn(settings.nudges)
    if (on && wasActive) {
      activeDays += 1
      onActiveDays += laws.counts.begun - begunBefore
    }
    begunBefore = laws.counts.begun
    wasActive = false
  }

  /** Whether somebody is there whose minutes should count, and do not. */
  const goesUncounted = (state: NudgeState): boolean =>
    countsUse(settings.nudges) &&
    remindersOn(settings.nudges) &&
    state.phase === 'waiting' &&
    !state.asked &&
    state.memory.ignored < quietAfter &&
    state.memory.use.since === null

  const passTo = (to: number) => {
    const passed = Math.max(0, to - real)
    real = Math.max(real, to)
    if (!awake || !open || surroundings.presence !== 'active') return
    wasActive = true
    const state = stored
    const killed = state !== null && nextWake(state) !== null && !alarms.exists()
    // After a kill nothing but the next event helps, and on some days none comes.
    const stalls = killed ? tellsPresence : state !== null && goesUncounted(state)
    stall = stalls ? stall + passed : 0
    longestStall = Math.max(longestStall, stall)
    if (stall > stallAtMost) {
      complain('no silent stall')
      stall = 0
    }
  }

  await tell([{ kind: 'wake' }])
  for (let today = 0; today < days; today += 1) {
    const ends = (today + 1) * day
    tellsPresence = !dice.oneIn(4)
    for (const { after, deed } of planDay(dice, now().toPlainDate(), browser === 'chromium'))
      plan(after, deed)
    queue.sort((one, other) => other.at - one.at)
    let sorted = queue.length
    for (;;) {
      if (queue.length !== sorted) queue.sort((one, other) => other.at - one.at)
      const next = queue.at(-1)
      const alarm = awake && open ? alarms.firesAt() : null
      const rings = alarm === null ? Infinity : Math.max(real, alarm) + jitter
      const then = Math.min(next?.at ?? Infinity, rings)
      if (then >= ends) break
      passTo(then)
      if (next !== undefined && next.at <= rings) {
        queue.pop()
        sorted = queue.length
        await act(next.deed)
      } else {
        jitter = dice.oneIn(30) ? dice.between(0, 3 * minute) : dice.between(0, 1.5 * second)
        alarms.fire()
        await tell([{ kind: 'wake' }], !alarms.exists())
      }
    }
    passTo(ends)
    countDay()
  }
  return { counts: laws.counts, steps, kills, activeDays, onActiveDays, longestStall, broken }
}
