/** Waits for states: tries again until an answer is true, and fails only when it would wait for ever. */
import { setTimeout as pause } from 'node:timers/promises'
import { patience, type Settled } from './driver.ts'

const hung = Symbol('no answer at all')

/** Resolves with the first answer that is neither false, null nor undefined; `what` names the state in the error. */
export const waitFor = async <Answer>(
  what: string,
  ask: () => Promise<Answer> | Answer,
  limit: number = patience,
): Promise<Settled<Answer>> => {
  const end = performance.now() + limit
  let trouble: unknown = null
  do {
    try {
      const answer = await Promise.race([ask(), pause(end - performance.now(), hung, { ref: false })])
      if (answer === hung) break
      trouble = null
      if (answer !== false && answer !== null && answer !== undefined) {
        return answer as Settled<Answer>
      }
    } catch (error) {
      trouble = error
    }
    await pause(25)
  } while (performance.now() < end)
  throw new Error(`Waited in vain: ${what}${trouble instanceof Error ? ` (${trouble.message})` : ''}`)
}
