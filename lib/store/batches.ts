/**
 * Many rows written into the journal at once, in parts that count only once their batch is signed: so all of them or none,
 * wherever Thaw is killed. The text of a part is JSON, which `storage.local` takes several times faster than objects.
 */

import type { KeyValue } from '../app/ports.ts'
import { isLoose } from '../core/loose.ts'
import type { StoredRow } from '../core/merge.ts'
import type { Id } from '../core/records.ts'
import type { Instant } from '../core/time.ts'
import type { Pack } from './pack-rows.ts'
import { lean, readPack, writePack } from './pack-rows.ts'

/** Under the packs, so that whoever looks whether there is a journal finds these too. */
const prefix = 'history/pack/batch/'

/**
 * `rows` is what was written, `before` what lay there until then; a part of `before` holds earlier versions of rows in the part
 * of `rows` of the same number.
 */
export type BatchKey = {
  readonly batch: Id
  readonly kind: 'sign' | 'rows' | 'before'
  readonly part: string
}

/** Under which the sign of a batch lies. */
export const signKey = (batch: Id): string => `${prefix}${batch}`

/** Under which one part of a batch lies; `part` is its number, from 0. */
export const partKey = (batch: Id, kind: 'rows' | 'before', part: number | string): string =>
  `${prefix}${batch}/${kind}/${part}`

/** Null where the key is none of a batch. */
export const batchKey = (key: string): BatchKey | null => {
  if (!key.startsWith(prefix)) return null
  const [batch = '', kind, part = ''] = key.slice(prefix.length).split('/')
  if (kind === undefined) return { batch, kind: 'sign', part }
  return kind === 'rows' || kind === 'before' ? { batch, kind, part } : null
}

/** What is known of a batch besides its rows. */
export type Sign = {
  readonly kind: 'import' | 'removal' | 'rewriting'
  readonly at: Instant
  /** What an import came from. */
  readonly format: string
  readonly added: number
  readonly changed: number
  /** It was taken back: its parts count no longer, and go. */
  readonly gone?: true
}

/** Null where there is none, or none that can be read. */
export const readSign = (value: unknown): Sign | null => {
  if (!isLoose(value)) return null
  const { kind, at, format, added, changed, gone } = value
  if (kind !== 'import' && kind !== 'removal' && kind !== 'rewriting') return null
  if (![at, added, changed].every(Number.isSafeInteger) || typeof format !== 'string') return null
  const sign = { kind, at: Number(at), format, added: Number(added), changed: Number(changed) } as const
  return gone === true ? { ...sign, gone } : sign
}

/** A sign that cannot be read still says that its parts were written to the end. */
const counts = (value: unknown): boolean => value !== undefined && !(isLoose(value) && value['gone'] === true)

type Signs = ReadonlyMap<Id, unknown>

/** The signs among `keys` as they are stored; what is in `beside` will be stored soon and counts already. */
export const readSigns = async (
  keyValue: KeyValue,
  keys: readonly string[],
  beside: { readonly [key: string]: unknown } = {},
): Promise<Signs> => {
  const signs = keys.filter(key => batchKey(key)?.kind === 'sign')
  const found = { ...(signs.length > 0 ? await keyValue.get(signs) : {}), ...beside }
  return new Map(
    Object.entries(found).flatMap(([key, value]) => {
      const meaning = batchKey(key)
      return meaning?.kind === 'sign' ? [[meaning.batch, value]] : []
    }),
  )
}

/** The keys of parts that count, and those that do not or no longer. */
export const sortParts = (keys: readonly string[], signs: Signs) => {
  const parts = keys.flatMap(key => {
    const meaning = batchKey(key)
    return meaning === null || meaning.kind === 'sign' ? [] : [{ key, ...meaning }]
  })
  const { signed = [], unsigned = [] } = Object.groupBy(parts, ({ batch }) =>
    counts(signs.get(batch)) ? 'signed' : 'unsigned',
  )
  return { signed, unsigned }
}

/** What was packed into a part, before it is read; null where its text is broken. */
export const packedIn = (value: unknown): unknown => {
  try {
    return JSON.parse(String(value))
  } catch {
    return null
  }
}

/** What a part holds; nothing, and one thing that cannot be read, where its text is broken. */
export const readPart = (value: unknown): Pack => {
  const packed = packedIn(value)
  const pack = readPack(packed)
  return packed === null ? { ...pack, strange: new Map([['checkIns', [value]]]) } : pack
}

/** The text of a part that holds this pack; see readPart. */
export const writePart = (pack: Pack): string => JSON.stringify(writePack(pack))

/** The text of a part with these rows. */
export const partText = (rows: readonly StoredRow[]): string => {
  const stores: { [store: string]: unknown[] } = {}
  for (const { store, row } of rows) {
    const items = stores[store] ?? []
    items.push(lean(row))
    stores[store] = items
  }
  return JSON.stringify(stores)
}

/** Every key of a batch among `keys`, its sign last, so that what is cut off in between counts as before. */
export const keysOf = (keys: readonly string[], batch: Id): readonly string[] => [
  ...keys.filter(key => {
    const meaning = batchKey(key)
    return meaning?.batch === batch && meaning.kind !== 'sign'
  }),
  signKey(batch),
]

/** Removes the parts of batches that were never signed or were taken back. To be called while nobody writes one. */
export const clearUnsigned = async (keyValue: KeyValue): Promise<void> => {
  const keys = await keyValue.keys()
  if (!keys.some(key => batchKey(key) !== null)) return
  const signs = await readSigns(keyValue, keys)
  const { unsigned } = sortParts(keys, signs)
  if (unsigned.length > 0) await keyValue.remove(unsigned.map(({ key }) => key))
  const gone = [...signs].flatMap(([batch, value]) => (counts(value) ? [] : [signKey(batch)]))
  if (gone.length > 0) await keyValue.remove(gone)
}
