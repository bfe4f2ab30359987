/** Takes what a file was read into apart, and puts it together again: each part is short enough to be copied to a page unnoticed. */
import type { FileRead, ZipParts } from '../core/file-read.ts'
import type { ForeignEntry, ForeignMood, Unreadable } from '../core/foreign.ts'
import type { StoredRow } from '../core/merge.ts'

/** The most items of one part. */
export const partSize = 500

type Lists = {
  readonly rows: readonly StoredRow[]
  readonly entries: readonly ForeignEntry[]
  readonly moods: readonly ForeignMood[]
  readonly unreadable: readonly Unreadable[]
}

/** Items of one of the lists. */
export type FilePart = {
  readonly [Name in keyof Lists]: { readonly list: Name; readonly items: Lists[Name] }
}[keyof Lists]

type Without<Whole, Name extends PropertyKey> = Whole extends unknown ? Omit<Whole, Name> : never

/** What a file was read into, without its lists. */
export type FileHead =
  | Without<Exclude<FileRead, { readonly kind: 'foreign' }>, 'rows' | 'unreadable'>
  | {
      readonly kind: 'foreign'
      readonly format: Extract<FileRead, { kind: 'foreign' }>['read']['format']
      readonly zip?: ZipParts
    }

const listsOf = (read: FileRead): Partial<Lists> => {
  switch (read.kind) {
    case 'foreign': {
      const { entries, moods, unreadable } = read.read
      return { entries, moods, unreadable }
    }
    case 'thaw':
    case 'csv':
      return { rows: read.rows, unreadable: read.unreadable }
    default:
      return {}
  }
}

/** Gives each part to `send`, and then what is left. `progress` hears how many items of how many were given. */
export const takeApart = (
  read: FileRead,
  send: (part: FilePart) => void,
  progress: (done: number, of: number) => void,
): FileHead => {
  const lists = Object.entries(listsOf(read))
  const of = lists.reduce((sum, [, items]) => sum + items.length, 0)
  let done = 0
  for (const [list, items] of lists) {
    for (let from = 0; from < items.length; from += partSize) {
      const some = items.slice(from, from + partSize)
      send({ list, items: some } as FilePart)
      done += some.length
      progress(done, of)
    }
  }
  if (read.kind === 'foreign')
    return { kind: 'foreign', format: read.read.format, ...(read.zip && { zip: read.zip }) }
  if (read.kind !== 'thaw' && read.kind !== 'csv') return read
  const { rows: _, unreadable: __, ...head } = read
  return head
}

/** Gathers the parts, in whatever order the lists come, and makes of them and the head what was taken apart. */
export const gatherParts = () => {
  const lists: { readonly [Name in keyof Lists]: Lists[Name][number][] } = {
    rows: [],
    entries: [],
    moods: [],
    unreadable: [],
  }
  return {
    add: ({ list, items }: FilePart): void => {
      for (const item of items) (lists[list] as unknown[]).push(item)
    },
    whole: (head: FileHead): FileRead => {
      const { rows, entries, moods, unreadable } = lists
      if (head.kind === 'foreign')
        return {
          kind: 'foreign',
          read: { format: head.format, entries, moods, unreadable },
          ...(head.zip && { zip: head.zip }),
        }
      // A table of check-ins was taken apart into its own rows.
      return head.kind === 'thaw' || head.kind === 'csv' ? ({ ...head, rows, unreadable } as FileRead) : head
    },
  }
}
