/** Which words, tags and pauses a row names, so that none that a person made goes while something still names it. */
import type { StoredRow } from './merge.ts'
import { isOwnId } from './own-id.ts'
import type { CheckIn, Id, Reflection, Session, StoreName } from './records.ts'
import { sealedText } from './sealed.ts'

/** The stores whose rows name words, tags or pauses. */
export const namingStores = ['checkIns', 'sessions', 'reflections'] as const satisfies readonly StoreName[]

const madeStores: readonly StoreName[] = ['words', 'tags', 'pauses']

/** Whether a row is a word, tag or pause that a person made: without it, nothing says what it was called. */
export const isOwnMade = ({ store, row }: StoredRow): boolean => madeStores.includes(store) && isOwnId(row.id)

/** A plan names a tag as `tag:ID`; see core/if-then. */
const namedInFields = (fields: Reflection['fields']): readonly Id[] =>
  Object.values(fields).flatMap(value =>
    typeof value === 'string' ? value.slice(value.lastIndexOf(':') + 1) : [],
  )

/** The ids that a row names; null where it is sealed and may name any. */
export const namedIn = ({ store, row }: StoredRow): readonly Id[] | null => {
  if (!namingStores.some(name => name === store) || 'deletedAt' in row) return []
  if (sealedText(row) !== null) return null
  if (store === 'sessions') return [(row as Session).pauseId]
  if (store === 'reflections') return namedInFields((row as Reflection).fields)
  const { words, tags } = row as CheckIn
  return [...words.map(({ id }) => id), ...tags]
}
