/** A life without hostility: someone is there day and night and answers every nudge, so exactly as many come as were asked for. */
import { decide, firstState, type NudgeEvent, nextWake } from '../../lib/core/schedule.ts'
import type { NudgeMode } from '../../lib/core/settings.ts'
import { hour, zonedAt } from '../../lib/core/time.ts'
import { createNudgeLaws } from '../support/nudge-laws.ts'
import { calm, nudgeSettings } from '../support/nudges.ts'
import { createDice, seedOf } from './chance.ts'
import { beginningIn } from './zones.ts'

/** What comes of each mode on a day with hours from 9 to 21, 90 minutes apart, answered at once: later, the gap would count from the answer. */
const asked: readonly { readonly mode: NudgeMode; readonly perDay: number }[] = [
  { mode: { kind: 'random', perDay: 3 }, perDay: 3 },
  { mode: { kind: 'fixed', times: [600, 840, 1_080] }, perDay: 3 },
  { mode: { kind: 'every', minutes: 120 }, perDay: 6 },
]

export type CalmReport = {
  readonly mode: string
  readonly shown: number
  readonly expected: number
  readonly broken: readonly string[]
}

const liveCalmly = (
  zone: string,
  days: number,
  seed: number,
  mode: NudgeMode,
  perDay: number,
): CalmReport => {
  const dice = createDice(seedOf(`calm ${zone} ${mode.kind} ${seed}`))
  const laws = createNudgeLaws()
  const first = beginningIn(zone)
  const last = first.add({ days })
  const settings = nudgeSettings({ mode })
  const broken: string[] = []
  let at = first.epochMilliseconds
  let state = firstState
  let ids = 0
  const tell = (event: NudgeEvent) => {
    ids += 1
    const now = zonedAt(at, zone)
    const seedNow = Math.floor(dice.next() * 2 ** 32)
    const context = { now, settings, surroundings: calm, seed: seedNow, id: `n${ids}` }
    const { state: after, effects } = decide(state, event, context)
    broken.push(...laws.observe({ before: state, event, context, after, effects }))
    state = after
  }
  tell({ kind: 'wake' })
  for (;;) {
    if (state.phase !== 'shown') at = nextWake(state) ?? at + hour
    if (at >= last.epochMilliseconds) break
    tell({ kind: state.phase === 'shown' ? 'answered' : 'wake' })
  }
  let lived = 0
  for (let day = first; day.epochMilliseconds < last.epochMilliseconds; lived += 1) {
    // The next midnight, over a day that the calendar leaves out.
    day = day.add({ hours: 30 }).startOfDay()
  }
  return { mode: mode.kind, shown: laws.counts.begun, expected: lived * perDay, broken }
}

export const liveCalm = (zone: string, days: number, seed: number): readonly CalmReport[] =>
  asked.map(({ mode, perDay }) => liveCalmly(zone, days, seed, mode, perDay))
