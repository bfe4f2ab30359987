/** The nudge machine inside a running browser: what it holds, and ways to bring it to a moment without waiting for it. */

import type { NudgeStatus, PersonEvent } from '../../lib/app/ports.ts'
import {
  emptyMemory,
  type Memory,
  type NudgeState,
  type Phase,
  readNudgeState,
} from '../../lib/core/nudge-state.ts'
import { nextWake } from '../../lib/core/schedule.ts'
import { type LogEntry, readLog } from '../../lib/platform/log.ts'
import type { Driver } from './driver.ts'
import { eagerSettings, localOf, putLocal } from './thaw.ts'
import { waitFor } from './wait.ts'

type Alarm = { readonly name: string; readonly scheduledTime: number }
type Ask = { readonly kind: string; readonly ask: unknown }
type Api = {
  readonly alarms: {
    create(name: string, when: { when: number }): Promise<void>
    getAll(): Promise<Alarm[]>
  }
  readonly runtime: { sendMessage(message: Ask): Promise<{ ok: boolean; value?: NudgeStatus }> }
}

declare const browser: Api
declare const chrome: Api

/** Nothing but the due time decides, and whether the moment is a good one. */
export const carefulSettings = {
  ...eagerSettings,
  nudges: { ...eagerSettings.nudges, holdBack: { idle: true, fullScreen: true, sound: true } },
}

export const nudgeOf = async (driver: Driver): Promise<NudgeState> =>
  readNudgeState((await localOf(driver))['nudge'])

export const alarmsOf = (driver: Driver): Promise<readonly Alarm[]> =>
  driver.bare.evaluate(() => (typeof browser === 'undefined' ? chrome : browser).alarms.getAll())

/** What went wrong in Thaw without being expected. */
export const logOf = async (driver: Driver): Promise<readonly LogEntry[]> =>
  readLog((await localOf(driver))['log'])

/** Waits until the machine has come to a phase, and gives its state. */
export const inPhase = <Name extends Phase['phase']>(
  driver: Driver,
  phase: Name,
): Promise<Extract<NudgeState, { phase: Name }>> =>
  waitFor(`a nudge that is ${phase}`, async () => {
    const state = await nudgeOf(driver)
    return state.phase === phase && (state as Extract<NudgeState, { phase: Name }>)
  })

const setAlarm = (driver: Driver, when: number): Promise<void> =>
  driver.bare.evaluate(
    at => (typeof browser === 'undefined' ? chrome : browser).alarms.create('wake', { when: at }),
    when,
  )

/** Lets the one alarm go off now, as if its time had come. */
export const ring = (driver: Driver): Promise<void> => setAlarm(driver, Date.now())

const stateOf = (phase: Phase, memory: Partial<Memory>): NudgeState => ({
  ...phase,
  memory: { ...emptyMemory, ...memory },
})

const send = async (driver: Driver, message: Ask): Promise<NudgeStatus> => {
  const answer = await driver.bare.evaluate(
    asked => (typeof browser === 'undefined' ? chrome : browser).runtime.sendMessage(asked),
    message,
  )
  if (answer.value === undefined) throw new Error(`The worker did not take ${message.kind}`)
  return answer.value
}

/** Tells the worker what the person did, as a page of Thaw does; starts it where it does not run. */
export const tell = (driver: Driver, event: PersonEvent): Promise<NudgeStatus> =>
  send(driver, { kind: 'nudge-tell', ask: event })

/** Asks the worker as an opened page does; starts it where it does not run. */
export const askStatus = (driver: Driver): Promise<NudgeStatus> =>
  send(driver, { kind: 'nudge-status', ask: null })

/** Where the worker runs: once it has answered, no step of the machine is under way that would write over what comes now. */
const letStepsEnd = async (driver: Driver): Promise<void> => {
  if (await driver.workerRuns()) await askStatus(driver)
}

/** Stores a phase and sets no alarm: the machine finds it when something else wakes it. */
export const storeNudge = async (
  driver: Driver,
  phase: Phase,
  memory: Partial<Memory> = {},
): Promise<void> => {
  await letStepsEnd(driver)
  await putLocal(driver, { nudge: stateOf(phase, memory) })
}

/** Puts the machine into a phase, with its alarm at the time that follows from it; starts no worker. */
export const putNudge = async (driver: Driver, phase: Phase, memory: Partial<Memory> = {}): Promise<void> => {
  await storeNudge(driver, phase, memory)
  const at = nextWake(stateOf(phase, memory))
  if (at !== null) await setAlarm(driver, at)
}

/** A nudge that falls due in a moment, and answers with its time. */
export const makeDue = async (driver: Driver, settings: object = eagerSettings): Promise<number> => {
  await letStepsEnd(driver)
  const dueAt = Date.now() + 250
  await putLocal(driver, { settings, nudge: stateOf({ phase: 'waiting', dueAt, asked: false }, {}) })
  await setAlarm(driver, dueAt)
  return dueAt
}

const minutesPerDay = 24 * 60

/** Lets the machine draw a plan of its own, whose first time is two hours away at least and within six. */
export const planAhead = async (driver: Driver): Promise<number> => {
  const now = new Date()
  const from = (now.getHours() * 60 + now.getMinutes() + 125) % minutesPerDay
  const hours = [{ from, to: (from + 180) % minutesPerDay }]
  const week = [hours, hours, hours, hours, hours, hours, hours]
  await putLocal(driver, {
    settings: { ...carefulSettings, nudges: { ...carefulSettings.nudges, hours: week } },
  })
  await tell(driver, { kind: 'settings-changed' })
  const { dueAt } = await inPhase(driver, 'waiting')
  if (dueAt === null) throw new Error('Nothing was planned')
  return dueAt
}
