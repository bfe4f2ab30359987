/** What the person of a made-up year added and changed: words, a tag, a pause, a favourite, and two markers. */
import type { Fields, Id, OwnPause, StoreName } from '../../core/records.ts'
import type { Seeded } from '../../core/seeded.ts'
import { hour, type Instant } from '../../core/time.ts'
import type { MadeUpDay } from './made-up-days.ts'
import type { OwnIds } from './made-up-words.ts'

/** One record as a store is asked to keep it. */
export type MadeUp = {
  readonly [Store in StoreName]: { readonly store: Store; readonly id: Id; readonly fields: Fields<Store> }
}[StoreName]

/** The text of a message key in the language shown. */
export type Say = (key: string) => string

export type MadeUpOwn = {
  readonly ids: OwnIds
  /** The rows of the pauses, as the list of pauses takes them. */
  readonly pauses: readonly OwnPause[]
  readonly records: readonly MadeUp[]
}

const pauseRows = (id: Id, updatedAt: Instant, say: Say): readonly OwnPause[] => {
  const kept = { updatedAt, origin: 'own' } as const
  const changed = { ...kept, label: null, text: null }
  return [
    { ...changed, id: 'window', favourite: true, hidden: false },
    { ...changed, id: 'box', favourite: false, hidden: true },
    {
      ...kept,
      id,
      label: say('made_pause'),
      text: say('made_pause_about'),
      steps: [
        { text: say('made_pause_step_1'), seconds: 20 },
        { text: say('made_pause_step_2'), seconds: null },
        { text: say('made_pause_step_3'), seconds: 30 },
      ],
      favourite: false,
      hidden: false,
    },
  ]
}

const markerDays = [
  { ago: 242, type: 'move', text: '' },
  { ago: 73, type: 'own', text: 'made_marker' },
] as const

/** `start` is when all of it was added. */
export const madeUpOwn = (
  days: readonly MadeUpDay[],
  start: Instant,
  say: Say,
  seeded: Seeded,
): MadeUpOwn => {
  const ids = {
    quietWord: seeded.id(start),
    warmWord: seeded.id(start + hour),
    tag: seeded.id(start + 2 * hour),
  }
  const pauses = pauseRows(seeded.id(start + 3 * hour), start, say)
  const markers = markerDays.flatMap(({ ago, type, text }): readonly MadeUp[] => {
    const date = days.find(day => day.ago === ago)?.date
    if (!date) return []
    const at = date.toZonedDateTime({ timeZone: 'UTC', plainTime: '12:00' }).epochMilliseconds
    const fields = { day: date.toString(), type, text: text && say(text) }
    return [{ store: 'markers', id: seeded.id(at), fields }]
  })
  return {
    ids,
    pauses,
    records: [
      {
        store: 'words',
        id: ids.quietWord,
        fields: { label: say('made_word_quiet'), group: 'quiet-far', hidden: false },
      },
      {
        store: 'words',
        id: ids.warmWord,
        fields: { label: say('made_word_warm'), group: 'warm-settled', hidden: false },
      },
      { store: 'words', id: 'bitter', fields: { label: null, group: null, hidden: true } },
      { store: 'tags', id: ids.tag, fields: { label: say('made_tag'), group: 'around', hidden: false } },
      ...pauses.map(
        ({ id, label, text, steps, favourite, hidden }): MadeUp => ({
          store: 'pauses',
          id,
          fields: { label, text, ...(steps && { steps }), favourite, hidden },
        }),
      ),
      ...markers,
    ],
  }
}
