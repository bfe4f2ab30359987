/** The one alarm: it only wakes the worker, what is due is read from the state. */
import { browser } from 'wxt/browser'
import type { Clock } from '../app/ports.ts'
import { hour, type Instant } from '../core/time.ts'

const name = 'wake'

/** No wait is longer, so that a clock that was wrong for a while cannot silence Thaw for long. */
const furthest = 6 * hour

const matches = (scheduled: Instant | undefined, at: Instant, now: Instant): boolean => {
  if (scheduled === undefined) return false
  // Browsers round what they schedule.
  if (at <= now + furthest) return Math.abs(scheduled - Math.max(at, now)) < 1_000
  // The net under a far time needs no exact time: moving it at every wake would only cost writes, and one too near only a wake.
  return scheduled >= now + furthest / 2 && scheduled <= now + furthest
}

/**
 * Sets the alarm to the earliest time that anything is due, or takes it away where nothing is. One-shot, and compared before it is
 * written: an alarm made anew at every start of the worker may never fire
 * (https://github.com/duckduckgo/duckduckgo-privacy-extension/issues/1241).
 */
export const reconcileWake = async (at: Instant | null, clock: Clock): Promise<void> => {
  const alarm = await browser.alarms.get(name)
  if (at === null) {
    if (alarm) await browser.alarms.clear(name)
    return
  }
  const now = clock.now().epochMilliseconds
  if (alarm?.periodInMinutes === undefined && matches(alarm?.scheduledTime, at, now)) return
  // An alarm in the past would fire at once in one browser and be refused in another.
  await browser.alarms.create(name, { when: Math.min(Math.max(at, now), now + furthest) })
}

/** Sets the alarm earlier where it is later than `at`, or not there. For pages; the worker sets the next one. */
export const wakeBy = async (at: Instant): Promise<void> => {
  const alarm = await browser.alarms.get(name)
  if (alarm === undefined || alarm.scheduledTime > at) await browser.alarms.create(name, { when: at })
}

/** Sets the alarm where there is none: the net under a worker that is killed before it has set its own. */
export const ensureWake = async (at: Instant): Promise<void> => {
  if (!(await browser.alarms.get(name))) await browser.alarms.create(name, { when: at })
}

/** Must be called in the worker's first turn. */
export const onWake = (woken: () => void): void => {
  browser.alarms.onAlarm.addListener(alarm => {
    if (alarm.name === name) woken()
  })
}
