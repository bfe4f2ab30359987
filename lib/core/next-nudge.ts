/** What can be said of the next nudge: as it will really be, and a random time never exactly. */
import { awayEnds } from './away.ts'
import { bucketAt } from './draw.ts'
import { spansOn } from './hours.ts'
import type { Hindrance, NudgeState } from './nudge-state.ts'
import { earliestOf, quietAfter } from './plan.ts'
import { assertNever } from './result.ts'
import type { NudgeSettings } from './settings.ts'
import { type Instant, minute } from './time.ts'

export type NextNudge =
  | { readonly kind: 'off' }
  /** One stands there now. */
  | { readonly kind: 'shown' }
  /** One is due and waits for a better moment. */
  | { readonly kind: 'held'; readonly by: Hindrance }
  | { readonly kind: 'away'; readonly until: Instant }
  /** So many were ignored that none comes until the person does something. */
  | { readonly kind: 'quiet' }
  /** At a random time; `from` can lie in the past. */
  | { readonly kind: 'between'; readonly from: Instant; readonly to: Instant }
  | { readonly kind: 'at'; readonly at: Instant }
  /** After so many more minutes of use; null while nobody is there. */
  | { readonly kind: 'use'; readonly minutes: number | null }
  /** No window lies ahead. */
  | { readonly kind: 'none' }

const between = (dueAt: Instant, state: NudgeState, rules: Rules): NextNudge => {
  const { now, settings } = rules
  const planned = state.memory.days.find(({ times }) => times.includes(dueAt))
  const bucket =
    planned &&
    bucketAt(
      spansOn(settings.hours, Temporal.PlainDate.from(planned.day), now.timeZoneId),
      planned.buckets,
      dueAt,
    )
  if (!bucket) return { kind: 'at', at: dueAt }
  const earliest = earliestOf(state.memory, rules)
  return { kind: 'between', from: Math.max(bucket.from, earliest), to: bucket.to }
}

type Rules = { readonly now: Temporal.ZonedDateTime; readonly settings: NudgeSettings }

export const nextNudge = (state: NudgeState, rules: Rules): NextNudge => {
  const { now, settings } = rules
  const { away, ignored } = state.memory
  const at = now.epochMilliseconds
  switch (state.phase) {
    case 'off':
      return { kind: 'off' }
    case 'shown':
      return { kind: 'shown' }
    case 'held':
      return { kind: 'held', by: state.by }
    case 'waiting': {
      if (state.asked && state.dueAt !== null) return { kind: 'at', at: state.dueAt }
      const until = away && awayEnds(away, settings.hours, now.timeZoneId)
      if (until !== null && until > at) return { kind: 'away', until }
      if (ignored >= quietAfter) return { kind: 'quiet' }
      if (settings.mode.kind === 'every') {
        return { kind: 'use', minutes: state.dueAt && Math.max(1, Math.ceil((state.dueAt - at) / minute)) }
      }
      if (state.dueAt === null) return { kind: 'none' }
      return settings.mode.kind === 'random'
        ? between(state.dueAt, state, rules)
        : { kind: 'at', at: state.dueAt }
    }
    default:
      return assertNever(state)
  }
}
