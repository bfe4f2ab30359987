/**
 * The three shapes that Pixels has written: a day with one mood, a day with entries, an entry a day with scores. Moods are numbers,
 * 1 the worst and 5 the best; the day is all that is known of the time.
 */
import type { ForeignRead } from '../../core/foreign.ts'
import { type Collector, createCollector } from './collect.ts'
import { fieldOf, isObject, isText, type JsonObject, numberIn, wrongFields } from './json.ts'
import { moodNumbered } from './scales.ts'
import { readDay, type TimeRead } from './times.ts'

const isPixel = (item: unknown): boolean =>
  typeof fieldOf(item, 'date') === 'string' &&
  ['mood', 'entries', 'scores'].some(field => fieldOf(item, field) !== undefined)

export const isPixels = (value: unknown): boolean => Array.isArray(value) && value.slice(0, 50).some(isPixel)

/** What stands in a list for names: plain ones, or lists of them under the type that they are of. */
const itemsIn = (tags: unknown): readonly unknown[] =>
  (Array.isArray(tags) ? tags : []).flatMap(tag => {
    const names = isObject(tag) ? (fieldOf(tag, 'entries') ?? []) : null
    return Array.isArray(names) ? names : [tag]
  })

const namesIn = (tags: unknown): readonly string[] => itemsIn(tags).filter(isText)

const isNames = (tags: unknown): boolean => Array.isArray(tags) && itemsIn(tags).every(isText)

const dayOfPixel = (date: unknown): TimeRead => {
  const day = readDay(typeof date === 'string' ? date : '')
  return day === 'no-time' || day === 'bad-time' || day === 'out-of-range' ? day : { kind: 'day', day }
}

/** The fields that are read; any other is kept as it is. */
const read = ['date', 'type', 'mood', 'value', 'scores', 'notes', 'emotions', 'tags', 'entries']

/** The same of a day that lists its entries. */
const ofDay = ['date', 'entries']

/** One score after the other is one answer after the other; note and tags belong to the first. */
const takePixel = (
  collector: Collector,
  line: number,
  time: TimeRead,
  pixel: JsonObject,
  scores: unknown,
  others: JsonObject = {},
) => {
  const notes = fieldOf(pixel, 'notes')
  const wrong = wrongFields(pixel, { notes: isText, emotions: isNames, tags: isNames })
  const isList = Array.isArray(scores)
  const values = isList ? scores : [scores]
  const rest = Object.entries(pixel).filter(([field]) => !read.includes(field))
  for (const [place, value] of (values.length > 0 ? values : [undefined]).entries()) {
    const score = numberIn(value)
    if (score === null && value !== undefined && value !== null) {
      collector.refuse(line, 'wrong-type', isList ? 'scores' : 'mood')
      continue
    }
    const isFirst = place === 0
    collector.take({
      line,
      time,
      timeField: 'date',
      mood: score === null ? null : moodNumbered(score, 1),
      note: isFirst && isText(notes) ? notes : '',
      tags: isFirst ? [...namesIn(fieldOf(pixel, 'emotions')), ...namesIn(fieldOf(pixel, 'tags'))] : [],
      raw: {
        ...(isFirst ? { ...others, ...Object.fromEntries(rest) } : {}),
        ...(score === null ? {} : { mood: score }),
        ...(values.length > 1 ? { score: place + 1 } : {}),
        ...(isFirst && Array.isArray(fieldOf(pixel, 'tags')) ? { tags: fieldOf(pixel, 'tags') } : {}),
      },
      wrong: isFirst ? wrong : [],
    })
  }
}

export const readPixels = (value: unknown): ForeignRead => {
  const collector = createCollector('pixels')
  for (const [place, item] of (Array.isArray(value) ? value : []).entries()) {
    const line = place + 1
    if (!isObject(item)) {
      collector.refuse(line, 'wrong-type')
      continue
    }
    const time = dayOfPixel(fieldOf(item, 'date'))
    const entries = fieldOf(item, 'entries')
    const type = fieldOf(item, 'type')
    if (Array.isArray(entries)) {
      // What is told of the day belongs to its first mood.
      let others = Object.fromEntries(Object.entries(item).filter(([field]) => !ofDay.includes(field)))
      for (const entry of entries) {
        if (!isObject(entry)) collector.refuse(line, 'wrong-type', 'entries')
        else if (fieldOf(entry, 'type') !== 'Mood') collector.refuse(line, 'no-content', 'type')
        else {
          takePixel(collector, line, time, entry, fieldOf(entry, 'value'), others)
          others = {}
        }
      }
    } else if (type !== undefined && type !== 'Mood') collector.refuse(line, 'no-content', 'type')
    else takePixel(collector, line, time, item, fieldOf(item, 'scores') ?? fieldOf(item, 'mood'))
  }
  return collector.read()
}
