/** Decides what Patterns claim also where nobody looks at them: the Help card goes by what they claim about winters. */
import { isDue, noClaims } from '../core/insight/claims.ts'
import { dayNumberOf } from '../core/insight/facts.ts'
import { type CardNeeds, dayNow, makeCards } from './pattern-cards.ts'
import type { PatternNeeds } from './patterns.ts'
import type { Log, Records, SettingsStore } from './ports.ts'
import { storeError } from './store-error.ts'

type Needs = Pick<PatternNeeds, 'claims' | 'changes'> &
  CardNeeds & {
    readonly records: Pick<Records, 'daySpan'>
    readonly settings: Pick<SettingsStore, 'read'>
    readonly log: Log
  }

/** Fewer days do not hold two winters, and no other claim shows anywhere but on Patterns. */
const fewestDays = 365

/** Reads one small value where nothing is due. Safe to call whenever a page opens; never rejects. */
export const createClaimsCare = (needs: Needs): (() => Promise<void>) => {
  const { claims, records, settings, clock, pause, log } = needs

  const isLong = async (): Promise<boolean> => {
    const span = await records.daySpan()
    if (!span.ok) throw storeError(span.problem)
    if (span.value === null) return false
    const { first, last } = span.value
    return (dayNumberOf(last) ?? 0) - (dayNumberOf(first) ?? 0) >= fewestDays
  }

  return async () => {
    const stop = new AbortController()
    // What is decided of a history that is another by now, or is gone, says nothing of this one.
    const leave = needs.changes.listen(topic => topic === 'records' && stop.abort())
    try {
      const kept = (await claims.read()) ?? noClaims
      if (!isDue(kept, dayNow(clock)) || !(await settings.read()).helpCard || !(await isLong())) return
      await pause()
      const decided = await makeCards(needs, kept, () => {}, stop.signal)
      if (!decided.ok) throw storeError(decided.problem)
      if (decided.value && !stop.signal.aborted) await claims.write(decided.value)
    } catch (problem) {
      log.note('claims care', problem)
    } finally {
      leave()
    }
  }
}
