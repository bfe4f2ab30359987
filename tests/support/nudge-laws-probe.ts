/** The laws that ask the machine again: same input, same output; a mere wake changes nothing; what is kept survives storage. */
import { type NudgeState, readNudgeState } from '../../lib/core/nudge-state.ts'
import { decide, type NudgeContext, nextWake } from '../../lib/core/schedule.ts'
import { hour, minute, zonedAt } from '../../lib/core/time.ts'
import { inHours } from './nudge-laws-hours.ts'
import { isAway, type Step } from './nudge-laws-ledger.ts'

/** What a wake may not change: everything but the clock, and what time alone makes the machine forget. */
const lasting = (state: NudgeState): string =>
  JSON.stringify({ ...state, memory: { ...state.memory, tickAt: null, recent: null, away: null } })

const woken = (state: NudgeState, context: NudgeContext): string | null => {
  const { state: after, effects } = decide(state, { kind: 'wake' }, context)
  const owed = state.phase === 'shown' && !state.delivered
  if (lasting(after) !== lasting(state)) return 'a wake without an event changes nothing'
  if (nextWake(after) !== nextWake(state)) return 'a mere wake moves no alarm'
  const mere = effects.every(effect => owed && effect.kind === 'show' && effect.id === state.id)
  return mere ? null : 'a wake without an event does nothing'
}

/** The same value, which throws where anything of it is changed: a pure machine changes nothing that it is given. */
export const frozen = <Value>(value: Value): Value => {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value)
    for (const part of Object.values(value)) frozen(part)
  }
  return value
}

/** Whether what was planned before says nothing of now: the person is back, or the clock was set back. */
const startsAnew = ({ before, event, context }: Step): boolean => {
  const { tickAt, away } = before.memory
  const back = event.kind === 'back' && isAway(away, context)
  return back || (tickAt !== null && context.now.epochMilliseconds < tickAt - 2 * minute)
}

/** Then what comes is planned as by a machine that knows no plan, and the gap counts from now at most. */
const plannedAnew = (step: Step): boolean => {
  const { context, after } = step
  if (!startsAnew(step) || after.phase !== 'waiting' || after.asked || after.memory.ignored > 0) return true
  const lastAt = Math.min(after.memory.lastAt ?? 0, context.now.epochMilliseconds)
  const blank = { ...after, dueAt: null, memory: { ...after.memory, days: [], lastAt } }
  const fresh = decide(blank, { kind: 'wake' }, context).state
  if (fresh.phase !== 'waiting' || fresh.dueAt === null) return true
  // What is drawn at random differs, but not by days.
  const slack = context.settings.mode.kind === 'random' ? 48 * hour : 0
  return after.dueAt !== null && after.dueAt <= fresh.dueAt + slack
}

/** The broken laws, in words. `share` in [0, 1): how far on the way to the next alarm a mere wake is tried. */
export const probe = (step: Step, share: number): readonly string[] => {
  const { before, event, context, after, effects } = step
  const again = decide(before, event, context)
  const broken: (string | null)[] = []
  const outcome = JSON.stringify([after, effects])
  if (JSON.stringify([again.state, again.effects]) !== outcome) broken.push('same input, same output')
  const kept = JSON.stringify(after)
  if (JSON.stringify(readNudgeState(JSON.parse(kept))) !== kept) broken.push('what is kept survives storage')
  if (!plannedAnew(step))
    broken.push('after coming back, and after a clock that was set back, the plan is made anew')
  const otherChance = { ...context, seed: (context.seed ^ 0x5bd1e995) >>> 0, id: `${context.id}-again` }
  broken.push(woken(after, otherChance))
  const wakeAt = nextWake(after)
  const at = context.now.epochMilliseconds
  if (wakeAt !== null && wakeAt > at + 1) {
    const now = zonedAt(at + 1 + Math.floor(share * (wakeAt - at - 1)), context.now.timeZoneId)
    // What is held goes when the hours end, at the latest a minute after.
    const goes = after.phase === 'held' && !inHours(context.settings.hours, now)
    if (!goes) broken.push(woken(after, { ...otherChance, now }))
  }
  return broken.filter(law => law !== null)
}
