/**
 * Daylio's own backup: JSON in base64 in a zip, earlier without the zip. Months count from 0; a mood finds its place through its
 * group, 1 the best and 5 the worst.
 */
import type { ForeignRead } from '../../core/foreign.ts'
import { createCollector, type FoundMood } from './collect.ts'
import { fieldOf, isObject, isText, type JsonObject, numberIn, wrongFields } from './json.ts'
import { withoutMarkup } from './markup.ts'
import { fromFive } from './scales.ts'
import { asUtc, dayOf, moment, type TimeRead } from './times.ts'

export const isDaylioBackup = (value: unknown): boolean => Array.isArray(fieldOf(value, 'dayEntries'))

const predefined = ['rad', 'good', 'meh', 'bad', 'awful']

/** No zone lies further from UTC, in minutes. */
const farthest = 14 * 60

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])
const textOf = (value: unknown): string => (isText(value) ? value : '')
const isNumber = (value: unknown): boolean => numberIn(value) !== null

/** Moods by their id. */
const moodsOf = (backup: unknown): ReadonlyMap<string, FoundMood> =>
  new Map(
    listOf(fieldOf(backup, 'customMoods')).flatMap(item => {
      const id = numberIn(fieldOf(item, 'id'))
      if (id === null) return []
      const group = numberIn(fieldOf(item, 'mood_group_id'))
      const name = predefined[(numberIn(fieldOf(item, 'predefined_name_id')) ?? 0) - 1] ?? String(id)
      const label = textOf(fieldOf(item, 'custom_name')).trim() || name
      return [
        [String(id), { key: String(id), label, suggested: group === null ? null : fromFive(5 - group) }],
      ]
    }),
  )

const namesOf = (tags: unknown): ReadonlyMap<string, string> =>
  new Map(
    listOf(tags).flatMap(item => {
      const id = numberIn(fieldOf(item, 'id'))
      const name = textOf(fieldOf(item, 'name')).trim()
      return id === null || name === '' ? [] : [[String(id), name]]
    }),
  )

/** The moment, with the offset that lies between it and the clock that the entry shows. */
const timeOf = (entry: JsonObject): TimeRead => {
  const [year, month, day, hour, minute] = ['year', 'month', 'day', 'hour', 'minute'].map(field =>
    numberIn(fieldOf(entry, field)),
  )
  const at = numberIn(fieldOf(entry, 'datetime'))
  const isShown = year != null && month != null && day != null
  if (!isShown && at === null) return 'no-time'
  const shift = numberIn(fieldOf(entry, 'timeZoneOffset'))
  const said = shift === null || Math.abs(shift) > farthest * 60_000 ? null : Math.round(shift / 60_000)
  if (!isShown) return moment(at ?? Number.NaN, said)
  const shown = dayOf(year, month + 1, day)
  if (shown === 'bad-time' || shown === 'out-of-range') return shown
  if (hour == null || minute == null) return { kind: 'day', day: shown }
  const isClock = Number.isInteger(hour) && Number.isInteger(minute) && hour >= 0 && hour <= 23
  if (!isClock || minute < 0 || minute > 59) return 'bad-time'
  const wall = { kind: 'wall', day: shown, minute: hour * 60 + minute } as const
  if (at === null) return wall
  const offset = Math.round((asUtc(shown, wall.minute) - Math.floor(at / 60_000) * 60_000) / 60_000)
  return Math.abs(offset) > farthest ? wall : moment(at, offset)
}

const fits = {
  mood: isNumber,
  note_title: isText,
  note: isText,
  tags: (tags: unknown) => Array.isArray(tags) && tags.every(isNumber),
}

/** The fields that are read; any other is kept as it is. */
const read = 'id minute hour day month year datetime timeZoneOffset mood note note_title tags assets'.split(
  ' ',
)

export const readDaylioBackup = (backup: unknown): ForeignRead => {
  const collector = createCollector('daylio-backup')
  const moods = moodsOf(backup)
  const names = namesOf(fieldOf(backup, 'tags'))
  for (const [place, entry] of listOf(fieldOf(backup, 'dayEntries')).entries()) {
    const line = place + 1
    if (!isObject(entry)) {
      collector.refuse(line, 'wrong-type')
      continue
    }
    const id = numberIn(fieldOf(entry, 'mood'))
    const mood =
      id === null ? null : (moods.get(String(id)) ?? { key: String(id), label: String(id), suggested: null })
    const title = textOf(fieldOf(entry, 'note_title')).trim()
    const written = textOf(fieldOf(entry, 'note'))
    const text = withoutMarkup(written)
    const tags = listOf(fieldOf(entry, 'tags')).map(tag => String(numberIn(tag) ?? ''))
    const unknown = tags.filter(tag => tag !== '' && !names.has(tag))
    collector.take({
      line,
      time: timeOf(entry),
      timeField: 'datetime',
      mood,
      note: [title, text].filter(part => part !== '').join('\n'),
      tags: tags.flatMap(tag => names.get(tag) ?? []),
      raw: {
        ...Object.fromEntries(Object.entries(entry).filter(([field]) => !read.includes(field))),
        ...(mood === null ? {} : { mood: mood.label }),
        ...(title === '' ? {} : { note_title: title }),
        ...(text === written.trim() ? {} : { note: written }),
        ...(unknown.length === 0 ? {} : { tags: unknown }),
      },
      wrong: wrongFields(entry, fits),
    })
  }
  return collector.read()
}
