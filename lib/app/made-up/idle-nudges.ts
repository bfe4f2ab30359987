/** Reminders as pages over made-up data see them: a plausible plan, and nothing that ever comes. */
import { instantOn } from '../../core/hours.ts'
import type { NextNudge } from '../../core/next-nudge.ts'
import type { NudgeMode } from '../../core/settings.ts'
import { minute } from '../../core/time.ts'
import type { Clock, Nudges, SettingsStore } from '../ports.ts'

type Needs = {
  readonly settings: Pick<SettingsStore, 'read'>
  readonly clock: Clock
  /** The person asked for something that only real reminders do. */
  readonly refuse: () => void
}

/** Where the three parts of the day end, in minutes after midnight: 9:00 to 21:00. */
const ends = [780, 1_020, 1_260]
const partOfDay = 240

const between = (now: Temporal.ZonedDateTime): NextNudge => {
  const today = now.toPlainDate()
  const zone = now.timeZoneId
  const at = now.epochMilliseconds
  const parts = [today, today.add({ days: 1 })].flatMap(day =>
    ends.map(end => ({ from: instantOn(day, end - partOfDay, zone), to: instantOn(day, end, zone) })),
  )
  // Shortly before its end, the next part is the one to name.
  const next = parts.find(({ to }) => to > at + 30 * minute)
  return next ? { kind: 'between', ...next } : { kind: 'none' }
}

const nextOf = (mode: NudgeMode, now: Temporal.ZonedDateTime): NextNudge => {
  switch (mode.kind) {
    case 'off':
      return { kind: 'off' }
    case 'every':
      return { kind: 'use', minutes: mode.minutes }
    default:
      return between(now)
  }
}

export const idleNudges = ({ settings, clock, refuse }: Needs): Nudges => {
  const status = async () => ({
    next: nextOf((await settings.read()).nudges.mode, clock.now()),
    fewer: false,
    badMinutes: [],
    shownId: null,
  })
  return {
    status,
    tell: async event => {
      if (event.kind !== 'settings-changed') refuse()
      // Whoever asked to see one waits for it, and learns that it was called off.
      if (event.kind === 'send-now') throw new DOMException('over made-up data', 'AbortError')
      return status()
    },
  }
}
