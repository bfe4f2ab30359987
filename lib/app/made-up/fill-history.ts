/** Writes made-up records into a history a few at a time, and lets nobody read it before all of them are there. */
import type { Fields, StoreName } from '../../core/records.ts'
import type { Records } from '../ports.ts'
import type { MadeUp } from './made-up-own.ts'

/** So many between two rests; so many take a few milliseconds. */
const atATime = 60

/** `rest` lets the page do what else is due. */
export const fillHistory = async (
  records: Pick<Records, 'save'>,
  made: Iterable<MadeUp>,
  rest: () => Promise<void>,
): Promise<void> => {
  let written = 0
  for (const { store, id, fields } of made) {
    // The fields are those of the store, which the compiler cannot follow through the union.
    await records.save<StoreName>(store, id, () => fields as Fields<StoreName>)
    written += 1
    if (written % atATime === 0) await rest()
  }
}

/** The same history, each of whose calls waits for `ready`. */
export const onceReady = (records: Records, ready: Promise<void>): Records =>
  Object.fromEntries(
    Object.entries(records).map(([name, call]) => [
      name,
      (...given: readonly unknown[]) =>
        ready.then(() => (call as (...given: readonly unknown[]) => unknown)(...given)),
    ]),
  ) as Records
