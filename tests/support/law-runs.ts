/** How often laws are tried, and from which seed: a new one each time, printed, and chosen again by THAW_SEED. */
import { env } from 'node:process'

const runs = 10_000

/** `share` of the runs where one run is long: a run of many steps holds a law as often as many short ones. */
export const lawRuns = (share = 1): number =>
  Math.max(1, Math.round(Number(env['THAW_RUNS'] ?? runs) * share))

/** The seed of this run, printed, so that whatever it found can be found again. */
export const lawSeed = (suite: string): number => {
  const [fresh = 0] = crypto.getRandomValues(new Int32Array(1))
  const seed = Number(env['THAW_SEED'] ?? fresh)
  console.log(`${suite}: THAW_SEED=${seed}, ${lawRuns()} runs`)
  return seed
}
