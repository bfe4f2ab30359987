/** Gathers what a file of another app holds, entry by entry, into shapes that cannot be wrong. */
import {
  type ForeignEntry,
  type ForeignFormat,
  type ForeignMood,
  type ForeignRead,
  fileLimits,
  type Unreadable,
  type UnreadableReason,
} from '../../core/foreign.ts'
import type { Step } from '../../core/records.ts'
import { keepable } from './json.ts'
import type { TimeRead } from './times.ts'

/** A mood of one entry, before all of them are counted. */
export type FoundMood = { readonly key: string; readonly label: string; readonly suggested: Step | null }

/** More than anybody picks; each distinct one becomes a tag. */
const mostTags = 200

/** What an entry holds, as a format's reader finds it. */
export type FoundEntry = {
  readonly line: number
  readonly time: TimeRead
  /** The field that the time stands in. */
  readonly timeField: string
  readonly mood: FoundMood | null
  readonly note: string
  readonly tags: readonly string[]
  readonly raw: { readonly [field: string]: unknown }
  /** The fields that are of a wrong type and left out of it. */
  readonly wrong?: readonly string[]
}

export type Collector = {
  readonly take: (found: FoundEntry) => void
  readonly refuse: (line: number, reason: UnreadableReason, field?: string) => void
  readonly read: () => ForeignRead
}

/** How much one entry may keep that Thaw has no field for: characters, and values besides. */
const mostRaw = 10 * fileLimits.text

/** How much a value is; it counts no further than `most`. */
const sizeOf = (value: unknown, most: number): number => {
  if (typeof value === 'string') return value.length > fileLimits.text ? most + 1 : value.length
  if (typeof value !== 'object' || value === null) return 1
  let size = 1
  for (const part of Object.values(value)) {
    size += 1 + sizeOf(part, most)
    if (size > most) break
  }
  return size
}

const plainTags = (tags: readonly string[]): readonly string[] => [
  ...new Set(tags.map(tag => tag.toWellFormed().trim()).filter(tag => tag !== '')),
]

const partsMarked = (
  unreadable: readonly Unreadable[],
  entries: readonly ForeignEntry[],
): readonly Unreadable[] => {
  const read = new Set(entries.map(({ line }) => line))
  return unreadable.map(one => (read.has(one.line) ? { ...one, part: true } : one))
}

/**
 * `take` refuses an entry that holds too much, too little or no time that can be read; `read` gives all of it once the file is at its end.
 */
export const createCollector = (format: ForeignFormat): Collector => {
  const entries: ForeignEntry[] = []
  const unreadable: Unreadable[] = []
  const moods = new Map<string, { mood: FoundMood; count: number }>()

  const refuse = (line: number, reason: UnreadableReason, field?: string) => {
    unreadable.push(field === undefined ? { line, reason } : { line, reason, field })
  }

  return {
    refuse,
    take: ({ line, time, timeField, mood, note, tags, raw, wrong = [] }) => {
      if (typeof time === 'string') return refuse(line, time, timeField)
      if (note.length > fileLimits.text) return refuse(line, 'too-long', 'note')
      const long = Object.keys(raw).find(field => sizeOf(raw[field], mostRaw) > mostRaw)
      if (long !== undefined) return refuse(line, 'too-long', long.slice(0, 100).toWellFormed())
      if (sizeOf(raw, mostRaw) > mostRaw) return refuse(line, 'too-long')
      if (mood !== null && mood.label.length > fileLimits.text) return refuse(line, 'too-long', 'mood')
      if (tags.some(tag => tag.length > fileLimits.text)) return refuse(line, 'too-long', 'tags')
      if (tags.length > mostTags) return refuse(line, 'bad-row', 'tags')
      const kept: ForeignEntry = {
        line,
        time,
        mood: mood?.key.toWellFormed() ?? null,
        note: note.toWellFormed().trim(),
        tags: plainTags(tags),
        raw: keepable(raw) as ForeignEntry['raw'],
      }
      const isEmpty =
        kept.mood === null && kept.note === '' && kept.tags.length === 0 && Object.keys(kept.raw).length === 0
      // One for all of them, so that as many are counted as there are entries.
      if (wrong.length > 0) refuse(line, 'wrong-type', wrong.join(', '))
      if (isEmpty) {
        if (wrong.length === 0) refuse(line, 'no-content')
        return
      }
      if (mood !== null && kept.mood !== null) {
        const known = moods.get(kept.mood)
        if (known) known.count += 1
        else moods.set(kept.mood, { mood, count: 1 })
      }
      entries.push(kept)
    },
    read: () => ({
      format,
      entries,
      moods: [...moods].map(
        ([key, { mood, count }]): ForeignMood => ({
          key,
          label: mood.label.toWellFormed(),
          count,
          suggested: mood.suggested,
        }),
      ),
      unreadable: partsMarked(unreadable, entries),
    }),
  }
}
