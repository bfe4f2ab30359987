/**
 * How often laws are tried, and from which seed. One and the same, so that a change is judged by itself; THAW_SEED chooses another, and
 * THAW_SEED=fresh a new one each time. It is printed, so that whatever it found can be found again.
 */
import { env } from 'node:process'

const runs = 10_000
const standard = 20_270_328

/** `share` of the runs where one run is long: a run of many steps holds a law as often as many short ones. */
export const lawRuns = (share = 1): number =>
  Math.max(1, Math.round(Number(env['THAW_RUNS'] ?? runs) * share))

export const lawSeed = (suite: string): number => {
  const [fresh = 0] = crypto.getRandomValues(new Int32Array(1))
  const wanted = env['THAW_SEED']
  const seed = wanted === 'fresh' ? fresh : Number(wanted ?? standard)
  console.log(`${suite}: THAW_SEED=${seed}, ${lawRuns()} runs`)
  return seed
}
