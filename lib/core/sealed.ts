/** What of each record a lock encrypts, and what stands in its place: a sealed record is still one of its store, and counts in its day. */
import type { Loose } from './loose.ts'
import { isTombstone, type Row } from './merge.ts'
import type { RecordTypes, StoreName } from './records.ts'

/** What every sealed row carries: its secrets, encrypted, as text. */
type Sealed = { readonly sealed?: string }

/** What stands in a record of the store where its own is encrypted; a field that need not be there is left out. */
type Blanks = { readonly [Store in StoreName]: Partial<RecordTypes[Store]> | null }

/**
 * Times, ids, scales and the numbers that days add up stay; null: nothing of the store is a secret. Reminders are known by their times
 * alone. `raw` is whatever an import found.
 */
const blanks: Blanks = {
  checkIns: { meaning: null, words: [], tags: [], note: '' },
  sessions: {
    pauseId: 'sealed',
    before: null,
    after: null,
    ease: null,
    completed: false,
    seconds: 0,
    probability: null,
    reason: null,
  },
  reflections: { type: 'line', fields: {} },
  markers: { type: '', text: '' },
  nudges: null,
  words: { label: null, group: null, hidden: false },
  tags: { label: null, group: null, hidden: false },
  pauses: { label: null, text: null, favourite: false, hidden: false },
}

/** Secrets that not every record has. */
const optional: { readonly [Store in StoreName]?: readonly string[] } = {
  checkIns: ['raw'],
  sessions: ['comparable'],
  pauses: ['steps'],
}

const loose = (row: Row): Loose => row as unknown as Loose

export const sealedText = (row: Row): string | null => {
  const { sealed } = row as Row & Sealed
  return sealed ?? null
}

/** Whether a row holds secrets in the clear, or as good as: what is left of a deleted record holds none. */
export const isOpen = (store: StoreName, row: Row): boolean =>
  blanks[store] !== null && !isTombstone(row) && sealedText(row) === null

const secretNames = (store: StoreName): readonly string[] => [
  ...Object.keys(blanks[store] ?? {}),
  ...(optional[store] ?? []),
]

/** The secrets of an open row, in one order whatever order the row has. */
export const secretsOf = (store: StoreName, row: Row): Loose => {
  const all = loose(row)
  return Object.fromEntries(
    secretNames(store).flatMap(name => (all[name] === undefined ? [] : [[name, all[name]]])),
  )
}

/** The row with `sealed` in place of its secrets. */
export const closed = <Kept extends Row>(store: StoreName, row: Kept, sealed: string): Kept => {
  const kept = { ...row } as unknown as { [name: string]: unknown }
  for (const name of optional[store] ?? []) delete kept[name]
  return { ...kept, ...blanks[store], sealed } as unknown as Kept
}

/** The row with its secrets again; whatever else was sealed with them stays away. */
export const opened = <Kept extends Row>(store: StoreName, row: Kept, secrets: Loose): Kept => {
  const { sealed: _, ...kept } = row as Kept & Sealed
  const own = secretNames(store).flatMap(name =>
    Object.hasOwn(secrets, name) ? [[name, secrets[name]]] : [],
  )
  return { ...kept, ...Object.fromEntries(own) } as unknown as Kept
}

/** What is left of a row whose secrets nobody can open any more: its times and numbers. */
export const withoutSecrets = <Kept extends Row>(store: StoreName, row: Kept): Kept => opened(store, row, {})
