/** The notes of a made-up year: few and ordinary, each at most twice and long apart. */
import type { Felt } from '../../core/records.ts'
import type { Seeded } from '../../core/seeded.ts'
import type { Say } from './made-up-own.ts'

/** Keys of what can be said at whatever was felt, and of what can be said where little or more came through. */
const notes = {
  any: [
    'made_note_soup',
    'made_note_rain',
    'made_note_meeting',
    'made_note_bills',
    'made_note_train',
    'made_note_cooked',
    'made_note_back',
  ],
  little: [
    'made_note_next_room',
    'made_note_slept_badly',
    'made_note_episodes',
    'made_note_called',
    'made_note_screen',
  ],
  more: ['made_note_laughed', 'made_note_film', 'made_note_landlord', 'made_note_light', 'made_note_sister'],
} as const

/** Days between two of the same. */
const apart = 60
const timesAtMost = 2

/** Gives a note for what was felt so many days ago; null while all that fit were used lately or often. Asked oldest day first. */
export const madeUpNotes = (
  say: Say,
  seeded: Seeded,
): ((felt: Felt | null, ago: number) => string | null) => {
  const used = new Map<string, { readonly times: number; readonly ago: number }>()
  const isFree = (key: string, ago: number): boolean => {
    const before = used.get(key)
    return before === undefined || (before.times < timesAtMost && before.ago - ago >= apart)
  }
  return (felt, ago) => {
    const special = felt === null || felt <= 3 ? notes.little : felt >= 5 ? notes.more : []
    const free = [...notes.any, ...special, ...special].filter(key => isFree(key, ago))
    const key = free[Math.floor(seeded.next() * free.length)]
    if (key === undefined) return null
    used.set(key, { times: (used.get(key)?.times ?? 0) + 1, ago })
    return say(key)
  }
}
