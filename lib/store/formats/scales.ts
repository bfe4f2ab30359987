/** What the scales of other apps suggest for `pleasant`; each suggestion is the person's to confirm. */
import { type Step, steps } from '../../core/records.ts'
import type { FoundMood } from './collect.ts'

/** Of five steps, `place` 0 for the lowest; null for any other place. */
export const fromFive = (place: number): Step | null => steps[place] ?? null

/** The English names that apps give to their five moods before a person renames them. */
const names: readonly (readonly string[])[] = [
  ['awful', 'terrible', 'very bad', 'very sad', 'horrible'],
  ['bad', 'sad', 'not good'],
  ['meh', 'okay', 'ok', 'so-so', 'neutral', 'average'],
  ['good', 'happy'],
  ['rad', 'great', 'amazing', 'awesome', 'excellent', 'very good', 'very happy'],
]

/** A mood that has a name alone: the usual English ones are suggested, every other is asked. */
export const moodNamed = (name: string): FoundMood | null => {
  const label = name.trim()
  if (label === '') return null
  const place = names.findIndex(ofPlace => ofPlace.includes(label.toLowerCase()))
  return { key: label, label, suggested: fromFive(place) }
}

/** A mood that is a number of five, from `lowest` up. */
export const moodNumbered = (number: number, lowest: number): FoundMood => ({
  key: String(number),
  label: String(number),
  suggested: fromFive(number - lowest),
})
