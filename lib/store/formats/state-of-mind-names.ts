/** What Apple's State of Mind calls things: HKStateOfMind.h names them, and exporters write names or numbers. */
import type { Step } from '../../core/records.ts'
import type { FoundMood } from './collect.ts'
import { numberIn } from './json.ts'

/** In the order of their numbers in HealthKit, which begin at 1. */
export const labels =
  'amazed amused angry anxious ashamed brave calm content disappointed discouraged disgusted embarrassed excited frustrated grateful guilty happy hopeless irritated jealous joyful lonely passionate peaceful proud relieved sad scared stressed surprised worried annoyed confident drained hopeful indifferent overwhelmed satisfied'.split(
    ' ',
  )

/** Likewise in the order of their numbers, which begin at 1. */
export const associations =
  'community,current events,dating,education,family,fitness,friends,health,hobbies,identity,money,partner,self care,spirituality,tasks,travel,work,weather'.split(
    ',',
  )

/** The seven that HealthKit divides its valence into, evenly. */
const classes: readonly { readonly name: string; readonly suggested: Step }[] = [
  { name: 'very unpleasant', suggested: -4 },
  { name: 'unpleasant', suggested: -2 },
  { name: 'slightly unpleasant', suggested: -2 },
  { name: 'neutral', suggested: 0 },
  { name: 'slightly pleasant', suggested: 2 },
  { name: 'pleasant', suggested: 2 },
  { name: 'very pleasant', suggested: 4 },
]

/** Of a valence from −1 to 1. */
export const moodOf = (valence: number): FoundMood | null => {
  const found = classes[Math.min(6, Math.floor(((valence + 1) / 2) * 7))]
  return found === undefined ? null : { key: found.name, label: found.name, suggested: found.suggested }
}

/** `currentEvents`, `current_events` and `Current Events` are one name. */
const plainName = (name: string): string =>
  name
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .replaceAll('_', ' ')
    .trim()
    .toLowerCase()

/** Names in a list or in one cell; a number is the name that HealthKit has for it, and left out where it has none. */
export const namesIn = (value: unknown, numbered: readonly string[]): readonly string[] => {
  const items = typeof value === 'string' ? value.replace(/^\[|\]$/g, '').split(/[,;|\n]/) : value
  return (Array.isArray(items) ? items : []).flatMap(item => {
    const number = numberIn(item)
    if (number !== null) return numbered[number - 1] ?? []
    return typeof item === 'string' ? [plainName(item.replace(/^\s*"|"\s*$/g, ''))] : []
  })
}
