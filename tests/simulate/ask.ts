/** What was asked for on the command line. */
import { parseArgs } from 'node:util'
import { isZone, zoneNames } from './zones.ts'

export const usage = `npm run simulate -- [--days 1000] [--seed N] [--zone Europe/Berlin]

Lives hostile lives with reminders, half of each in Chromium and half in Firefox, and says which laws they broke.
  --days   how long each life is, 1 to 100000 (1000)
  --seed   a whole number: the same one lives the same lives (a new one each time)
  --zone   where it begins: any time zone, or "all" for ${zoneNames.length} in which something happens (all)`

export type Ask = { readonly days: number; readonly seed: number; readonly zones: readonly string[] }

const whole = (text: string | undefined, from: number, to: number): number | null => {
  const number = Number(text)
  return text?.trim() && Number.isInteger(number) && number >= from && number <= to ? number : null
}

/** What is wanted, or a sentence that says what could not be understood. */
export const readAsk = (words: readonly string[], freshSeed: number): Ask | { readonly problem: string } => {
  const options = { days: { type: 'string' }, seed: { type: 'string' }, zone: { type: 'string' } } as const
  let values: { readonly days?: string; readonly seed?: string; readonly zone?: string }
  try {
    values = parseArgs({ args: [...words], options }).values
  } catch (problem) {
    return { problem: problem instanceof Error ? problem.message : String(problem) }
  }
  const days = whole(values.days ?? '1000', 1, 100_000)
  if (days === null) return { problem: `--days takes a whole number from 1 to 100000, not "${values.days}".` }
  const seed = whole(values.seed ?? String(freshSeed), -(2 ** 31), 2 ** 32)
  if (seed === null) return { problem: `--seed takes a whole number of 32 bits, not "${values.seed}".` }
  const { zone = 'all' } = values
  if (zone !== 'all' && !isZone(zone)) {
    return { problem: `--zone takes a time zone such as Europe/Berlin, or "all", not "${zone}".` }
  }
  return { days, seed, zones: zone === 'all' ? zoneNames : [zone] }
}
