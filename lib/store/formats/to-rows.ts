/**
 * Makes records of the entries of another app, once a person has said what its moods come to.
 *
 * The same entry and the same choices always give the same record, the time of its last change included: brought in again, it
 * changes nothing; what the person changed or deleted meanwhile is later and stands. The name of an activity becomes a tag of the
 * person's own, the same for every app, unless `tags` says which tag is called so already.
 */
import { isBlank } from '../../core/blank.ts'
import type { ForeignEntry, ForeignRead, ForeignTime, Unreadable } from '../../core/foreign.ts'
import type { StoredRow } from '../../core/merge.ts'
import { labelAtMost, labelKey, lengthPast } from '../../core/own-label.ts'
import type { CheckIn, Id, Origin, OwnTag, Step } from '../../core/records.ts'
import { hour, type Instant } from '../../core/time.ts'
import { contentId } from './content-id.ts'
import { lived, writtenTime } from './lived.ts'

export type RowChoices = {
  /** What each mood, by its key, comes to; null, or no mention, leaves `pleasant` unanswered. */
  readonly moods: ReadonlyMap<string, Step | null>
  /** Where the times of the file were lived, as far as it does not say: an IANA id. */
  readonly zone: string
  readonly now: Instant
  /** Tags that there are already, by `tagKey` of what they are called. */
  readonly tags?: ReadonlyMap<string, Id>
}

export type MadeRows = {
  readonly rows: readonly StoredRow<'checkIns' | 'tags'>[]
  readonly unreadable: readonly Unreadable[]
}

/** Names are compared as English ones, whatever the language is now, so that a file gives the same tags in any. */
const locale = 'en'

/** Equal for names that differ in case, width or blanks alone. */
export const tagKey = (name: string): string => labelKey(name, locale)

/** A file may be a day ahead, by its zone or a clock that goes wrong. */
const ahead = 24 * hour
/** What is written in a file may be further ahead, by the zone in which it is read; more than this is refused. */
const writtenAhead = 2 * ahead
/** Older than any change that a person made. */
const beforeAnyChange: Instant = 0

/**
 * When a record was last changed that nobody has changed since it came: always the same, whenever it is brought in and whatever
 * is chosen, and before it can come at all, so that every change a person makes is later. Not one time for all,
 * because the journal packs records by the month of their last change, and none of its packs may hold a whole file.
 */
const unchangedSince = (time: ForeignTime): Instant =>
  Math.max(beforeAnyChange, writtenTime(time) - writtenAhead)

/** The choices, so that the records of one import are told from those of another that differs in them. */
const originOf = ({ format }: ForeignRead, { moods, zone }: RowChoices): Origin => {
  const made = [format, zone, [...moods].sort(([one], [other]) => (one < other ? -1 : 1))]
  return `import:${contentId(0, JSON.stringify(made))}`
}

/** The field under which names stand that make no tag: one that the entry does not have itself. */
const namesField = (raw: ForeignEntry['raw']): string => {
  let field = 'names'
  while (Object.hasOwn(raw, field)) field += '+'
  return field
}

/** Gives rows for one entry after the other; made once for a file. */
export const createRowMaker = (
  read: ForeignRead,
  choices: RowChoices,
): ((entry: ForeignEntry) => readonly StoredRow<'checkIns' | 'tags'>[] | Unreadable) => {
  const origin = originOf(read, choices)
  /** How often the same entry came before: each of several equal entries is a record. */
  const seen = new Map<Id, number>()
  /** What each name came to: looking at one takes longer than all the rest of an entry. */
  const known = new Map<string, Id | null>()
  const made = new Set<Id>()

  /** Null for a name that is too long for a tag, or shows nothing. */
  const tagOf = (name: string): Id | null => {
    const before = known.get(name)
    if (before !== undefined) return before
    const key = lengthPast(name, labelAtMost, locale) === null ? tagKey(name) : ''
    const id =
      key === '' || isBlank(name)
        ? null
        : (choices.tags?.get(key) ?? contentId(beforeAnyChange, JSON.stringify(['tag', key])))
    known.set(name, id)
    return id
  }

  /** The tag's own record, once. */
  const rowOf = (name: string, id: Id): readonly StoredRow<'tags'>[] => {
    if (made.has(id) || choices.tags?.get(tagKey(name)) === id) return []
    made.add(id)
    const row: OwnTag = {
      id,
      updatedAt: beforeAnyChange,
      origin: 'import:tags',
      label: name,
      group: null,
      hidden: false,
    }
    return [{ store: 'tags', row }]
  }

  return entry => {
    if (writtenTime(entry.time) > choices.now + writtenAhead)
      return { line: entry.line, reason: 'out-of-range', field: 'date' }
    const moment = lived(entry.time, choices.zone)
    if (moment.at > choices.now + ahead) return { line: entry.line, reason: 'out-of-range', field: 'date' }
    const content = JSON.stringify([read.format, entry.time, entry.mood, entry.note, entry.tags, entry.raw])
    const idOf = (before: number): Id => contentId(writtenTime(entry.time), `${before} ${content}`)
    // By its first id, because a hundred thousand contents would be as long as the file.
    const first = idOf(0)
    const before = seen.get(first) ?? 0
    seen.set(first, before + 1)
    const tags = entry.tags.flatMap(name => {
      const id = tagOf(name)
      return id === null ? [] : [{ id, name }]
    })
    const others = entry.tags.filter(name => tagOf(name) === null)
    const checkIn: CheckIn = {
      id: before === 0 ? first : idOf(before),
      updatedAt: unchangedSince(entry.time),
      origin,
      ...moment,
      felt: null,
      far: null,
      pleasant: entry.mood === null ? null : (choices.moods.get(entry.mood) ?? null),
      energy: null,
      cantTell: [],
      meaning: null,
      words: [],
      tags: [...new Set(tags.map(({ id }) => id))],
      note: entry.note,
      source: `import:${read.format}`,
      precision: entry.time.kind === 'day' ? 'day' : 'minute',
      nudgeId: null,
      raw: others.length === 0 ? entry.raw : { ...entry.raw, [namesField(entry.raw)]: others },
    }
    return [...tags.flatMap(({ id, name }) => rowOf(name, id)), { store: 'checkIns', row: checkIn }]
  }
}

/** All of it at once. */
export const toRows = (read: ForeignRead, choices: RowChoices): MadeRows => {
  const make = createRowMaker(read, choices)
  const rows: StoredRow<'checkIns' | 'tags'>[] = []
  const unreadable: Unreadable[] = []
  for (const entry of read.entries) {
    const given = make(entry)
    if ('reason' in given) unreadable.push(given)
    else rows.push(...given)
  }
  return { rows, unreadable }
}
