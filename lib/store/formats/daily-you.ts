/** Daily You's JSON: a text and a mood from −2 to 2 for each day, its times those of the clock on the wall. */
import type { ForeignRead } from '../../core/foreign.ts'
import { createCollector } from './collect.ts'
import { fieldOf, isObject, numberIn } from './json.ts'
import { moodNumbered } from './scales.ts'
import { readIso } from './times.ts'

export const isDailyYou = (value: unknown): boolean =>
  Array.isArray(value) && value.slice(0, 50).some(item => fieldOf(item, 'timeCreated') !== undefined)

/** The fields that are read; any other is kept as it is. Pictures are not brought along. */
const read = ['id', 'time', 'timeCreated', 'text', 'mood', 'images', 'imgPath']

export const readDailyYou = (value: unknown): ForeignRead => {
  const collector = createCollector('daily-you')
  for (const [place, item] of (Array.isArray(value) ? value : []).entries()) {
    const line = place + 1
    if (!isObject(item)) {
      collector.refuse(line, 'wrong-type')
      continue
    }
    // Later versions let a person move an entry to another time than that of its making.
    const timeField = typeof fieldOf(item, 'time') === 'string' ? 'time' : 'timeCreated'
    const time = fieldOf(item, timeField)
    const given = fieldOf(item, 'mood')
    const mood = numberIn(given)
    const text = fieldOf(item, 'text')
    if (mood === null && given !== undefined && given !== null) {
      collector.refuse(line, 'wrong-type', 'mood')
      continue
    }
    if (typeof text !== 'string' && text !== undefined && text !== null) {
      collector.refuse(line, 'wrong-type', 'text')
      continue
    }
    const others = Object.entries(item).filter(([field]) => !read.includes(field))
    collector.take({
      line,
      time:
        typeof time === 'string'
          ? readIso(time)
          : time === undefined || time === null
            ? 'no-time'
            : 'bad-time',
      timeField,
      mood: mood === null ? null : moodNumbered(mood, -2),
      note: text ?? '',
      tags: [],
      raw: { ...Object.fromEntries(others), ...(mood === null ? {} : { mood }) },
    })
  }
  return collector.read()
}
