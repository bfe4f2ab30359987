/** How long the worker is at work when the alarm wakes it, as Chromium's own trace has it; nothing is attached to the worker. */

import { setTimeout as pause } from 'node:timers/promises'
import { hour } from '../../lib/core/time.ts'
import { launchChromium } from '../support/chromium.ts'
import type { Driver } from '../support/driver.ts'
import { startNotifications } from '../support/notifications.ts'
import { nudgeOf, planAhead, putNudge, ring } from '../support/nudge-machine.ts'
import { waitFor } from '../support/wait.ts'
import { type TraceEvent, traced } from './trace.ts'

/** Milliseconds of tasks of the worker's thread. */
export type Wake = {
  /** Until Thaw's script begins to run: what the browser does for any worker. */
  readonly start: number
  /** From then on. */
  readonly work: number
  /** Of these, the first run of the script. */
  readonly script: number
  /** Of these, on a processor: the rest is waiting for one. */
  readonly processor: number
}

const traceOf = (driver: Driver, deed: () => Promise<void>): Promise<readonly TraceEvent[]> => {
  const browser = driver.bare.page?.browser()
  if (browser === undefined) throw new Error('There is no browser to trace')
  return traced(browser, deed)
}

const wakeIn = (events: readonly TraceEvent[]): Wake => {
  const threads = events.filter(
    ({ name, args }) => name === 'thread_name' && args?.name === 'ServiceWorker thread',
  )
  const [thread] = threads
  if (thread === undefined || threads.length > 1)
    throw new Error(`${threads.length} workers ran instead of one`)
  const own = events.filter(({ pid, tid, ph }) => pid === thread.pid && tid === thread.tid && ph === 'X')
  const script = own.find(({ name }) => name === 'EvaluateScript')
  if (script === undefined) throw new Error('The worker did not run its script')
  const tasks = own.filter(({ name }) => name.endsWith('RunTask'))
  const later = [script, ...tasks.filter(({ ts }) => ts > script.ts)]
  const all = sum(tasks.map(({ dur }) => dur))
  const work = sum(later.map(({ dur }) => dur))
  return {
    start: all - work,
    work,
    script: sum([script.dur]),
    processor: sum(later.map(({ tdur }) => tdur)),
  }
}

/** Microseconds as milliseconds. */
const sum = (values: readonly (number | undefined)[]): number =>
  values.reduce<number>((before, value) => before + (value ?? 0), 0) / 1_000

/** Lets the alarm wake a worker that is gone, and waits until nothing is left to do. */
const wakeOnce = async (driver: Driver, set: () => Promise<void>): Promise<Wake> => {
  await driver.stopWorker()
  const before = (await nudgeOf(driver)).memory.tickAt
  const events = await traceOf(driver, async () => {
    await set()
    await waitFor('a wake', async () => (await nudgeOf(driver)).memory.tickAt !== before)
    // What comes after the state was kept: the badge, the alarm, the history.
    await pause(1_000)
  })
  return wakeIn(events)
}

export type Wakes = { readonly quiet: readonly Wake[]; readonly showing: readonly Wake[] }

/** So many wakes in which nothing is due, and so many that show a nudge. */
export const measureWakes = async (times: number): Promise<Wakes> => {
  const notifications = await startNotifications()
  const driver = await launchChromium({ environment: notifications.environment })
  const quiet: Wake[] = []
  const showing: Wake[] = []
  try {
    await planAhead(driver)
    const { memory } = await nudgeOf(driver)
    for (let turn = 0; turn < times; turn++) {
      const far = { phase: 'waiting', dueAt: Date.now() + 3 * hour, asked: true } as const
      await putNudge(driver, far, memory)
      quiet.push(await wakeOnce(driver, () => ring(driver)))
      const near = () => ({ phase: 'waiting', dueAt: Date.now() + 200, asked: true }) as const
      showing.push(await wakeOnce(driver, () => putNudge(driver, near(), memory)))
    }
    if (notifications.shown.length !== times) throw new Error('Not every wake showed what it should')
  } finally {
    await driver.close()
    notifications.stop()
  }
  return { quiet, showing }
}
