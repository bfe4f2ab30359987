/** The mark that tells a lost history from a new one: it stands in `storage.local` and in the database, and both must agree. */

import type { KeyValue } from '../app/ports.ts'
import { isLoose } from '../core/loose.ts'
import type { Id, StoreName } from '../core/records.ts'
import { storeNames } from '../core/records.ts'
import type { Instant } from '../core/time.ts'

/** Every write counts `sequence` up by one in both places, so that each place knows when the other one is behind. */
type Mark = { readonly installId: Id; readonly sequence: number }

type Counts = { readonly [Store in StoreName]?: number }

/** The mark outside the database, written together with the journal lines of the change. */
export type Canary = Mark & {
  /** How many records of each store are shown; a removal counts here like anywhere, so it never looks like loss. */
  readonly counts: Counts
  /** The row that was written last. Removed records leave a row, so it is there as long as the database is whole. */
  readonly newest: { readonly store: StoreName; readonly id: Id } | null
}

/** The mark in the database, written in the same transaction as the rows. */
export type Meta = Mark & {
  readonly id: 'meta'
  /** What a restoration put back, until that was written down outside too. */
  readonly untold?: {
    readonly at: Instant
    readonly restored: number
    readonly missing: number
    readonly settings?: true
  }
  /** What is to stand outside together with the mark of this write; until it does, it counts as if it stood there. */
  readonly beside?: { readonly [key: string]: unknown }
}

/** Its key in `storage.local`. */
export const canaryKey = 'history/canary'

/** True where both are the mark of the same write, and where there is neither. */
export const sameMark = (one: Mark | null | undefined, other: Mark | null | undefined): boolean =>
  one?.installId === other?.installId && one?.sequence === other?.sequence

/** The mark of a write after this one; `counts` grow by `more` in `newest.store`. */
export const nextCanary = (canary: Canary, newest: NonNullable<Canary['newest']>, more: number): Canary => ({
  installId: canary.installId,
  sequence: canary.sequence + 1,
  counts: { ...canary.counts, [newest.store]: (canary.counts[newest.store] ?? 0) + more },
  newest,
})

const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && Number(value) >= 0

/** The canary among the values of `storage.local`, or null where there is none or none that can be read. */
export const canaryIn = (values: { readonly [key: string]: unknown }): Canary | null => {
  const found = values[canaryKey]
  if (!isLoose(found)) return null
  const { installId, sequence, counts, newest } = found
  if (typeof installId !== 'string' || !isCount(sequence)) return null
  const store = isLoose(newest) ? storeNames.find(name => name === newest['store']) : undefined
  const id = isLoose(newest) ? newest['id'] : undefined
  return {
    installId,
    sequence,
    counts: isLoose(counts)
      ? Object.fromEntries(
          storeNames.flatMap(name => {
            const count = counts[name]
            return isCount(count) ? [[name, count]] : []
          }),
        )
      : {},
    newest: store !== undefined && typeof id === 'string' ? { store, id } : null,
  }
}

/** Reads the canary. Rejects where the browser refuses. */
export const readCanary = async (keyValue: KeyValue): Promise<Canary | null> =>
  canaryIn(await keyValue.get([canaryKey]))
