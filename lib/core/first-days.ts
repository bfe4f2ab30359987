/** What is worth a word in somebody's first days with Thaw: one thing a day, each on one day alone. */
import { type Day, isDay } from './time.ts'

/** In this order. */
const firstThings = ['import', 'pin', 'test'] as const
export type FirstThing = (typeof firstThings)[number]

/** The day on which each was said, and whether it was put away. */
export type Said = { readonly [Thing in FirstThing]?: { readonly on: Day; readonly away: boolean } }

export type FirstFacts = {
  readonly checkIns: number
  /** null where the browser does not tell. */
  readonly pinned: boolean | null
  readonly remindersOn: boolean
}

/** Who has so many check-ins knows the way; nobody is told anything before the first one. */
export const firstDaysEnd = 30
/** A history from elsewhere is brought in at the beginning or not at all. */
const importEnd = 5

const isOfUse = (thing: FirstThing, { checkIns, pinned, remindersOn }: FirstFacts): boolean => {
  if (thing === 'import') return checkIns < importEnd
  return thing === 'pin' ? pinned === false : remindersOn
}

/** What is said on `today`: the one of today still, else the next that was never said; null where that is nothing. */
export const firstThingOn = (today: Day, facts: FirstFacts, said: Said): FirstThing | null => {
  if (facts.checkIns === 0 || facts.checkIns >= firstDaysEnd) return null
  const ofToday = firstThings.find(thing => said[thing]?.on === today)
  if (ofToday !== undefined) return said[ofToday]?.away || !isOfUse(ofToday, facts) ? null : ofToday
  return firstThings.find(thing => said[thing] === undefined && isOfUse(thing, facts)) ?? null
}

/** Whatever is stored; what is not whole was not said. */
export const readSaid = (stored: unknown): Said => {
  const fields: { readonly [name: string]: unknown } =
    typeof stored === 'object' && stored !== null ? { ...stored } : {}
  return Object.fromEntries(
    firstThings.flatMap(thing => {
      const { on, away } = (fields[thing] ?? {}) as { readonly on?: unknown; readonly away?: unknown }
      return isDay(on) ? [[thing, { on, away: away === true }]] : []
    }),
  )
}
