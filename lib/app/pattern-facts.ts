/** Reads what Patterns look at, a slice at a time, so that a long history does not hold up the page. */
import { pauseById } from '../content/pauses.ts'
import { hemisphereOf } from '../content/southern-zones.ts'
import { notSureWords } from '../content/words.ts'
import type { Facts } from '../core/insight/facts.ts'
import { createGatherer, type FactPart } from '../core/insight/gather.ts'
import { quietId } from '../core/pause-effects.ts'
import { ok, type Result } from '../core/result.ts'
import type { Records, StoreProblem, TimedStore } from './ports.ts'
import { type Batch, streamOf } from './record-streams.ts'

const noWords: ReadonlySet<string> = new Set(notSureWords)

/** How many records are read at once. */
const batchSize = 500

type Needs = {
  readonly records: Pick<Records, 'made' | 'page' | 'days' | 'all'>
  /** Lets the page do what waits, between two slices of work. */
  readonly pause: () => Promise<void>
}

const everything = { from: null, to: null }

/**
 * Calls `take` with one part after the other; ends early where it was stopped. Gives where winter was on most days: who travels takes it
 * along. null where that cannot be said.
 */
export const readFacts = async (
  { records, pause }: Needs,
  take: (part: FactPart) => void,
  isStopped: () => boolean,
): Promise<Result<Facts['hemisphere'] | null, StoreProblem>> => {
  const gatherer = createGatherer({
    // What is not in the catalogue is a pause that the person wrote.
    kindOf: id => pauseById(id)?.kind ?? 'own',
    isQuiet: id => id === quietId,
    isNoWord: id => noWords.has(id),
    hemisphereOf,
    isCompared: ({ comparable }) => comparable === true,
  })

  const readAll = async <Store extends TimedStore>(
    store: Store,
    part: (found: Batch<Store>['records']) => FactPart,
  ): Promise<Result<void, StoreProblem>> => {
    const stream = streamOf(records, store, everything, batchSize)
    while (!isStopped()) {
      const batch = await stream.next()
      if (!batch.ok) return batch
      take(part(batch.value.records))
      if (batch.value.last) break
      await pause()
    }
    return ok(undefined)
  }

  const markers = await records.all('markers')
  if (!markers.ok) return markers
  take(gatherer.markers(markers.value))
  const readings = [
    () => readAll('reflections', gatherer.reflections),
    () => readAll('checkIns', gatherer.checkIns),
    () => readAll('sessions', gatherer.sessions),
  ]
  for (const read of readings) {
    const done = await read()
    if (!done.ok) return done
  }
  return ok(gatherer.hemisphere())
}
