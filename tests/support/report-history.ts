/** A summer with a bit of everything that a report can hold, as the journal from which a browser's empty history is restored. */
import { newCheckIn } from '../../lib/core/check-in.ts'
import type {
  CheckIn,
  Kept,
  Marker,
  NudgeRecord,
  RecordTypes,
  Reflection,
  Session,
} from '../../lib/core/records.ts'
import { momentOf } from '../../lib/core/time.ts'
import { canaryKey } from '../../lib/store/canary.ts'
import { monthOf, packKey } from '../../lib/store/journal.ts'

const zone = 'Europe/Berlin'
let made = 0

const keptAt = (day: string, hour: number): Kept & ReturnType<typeof momentOf> => {
  made += 1
  const moment = momentOf(
    Temporal.PlainDate.from(day).toZonedDateTime({ timeZone: zone, plainTime: { hour } }),
  )
  const time = moment.at.toString(16).padStart(12, '0')
  const id = `${time.slice(0, 8)}-${time.slice(8)}-7000-8000-${made.toString(16).padStart(12, '0')}`
  return { ...moment, id, updatedAt: moment.at, origin: 'own' }
}

const checkIn = (day: string, hour: number, said: Partial<CheckIn>): CheckIn => {
  const { id, updatedAt, origin, ...moment } = keptAt(day, hour)
  return { id, updatedAt, origin, ...newCheckIn(moment, { source: 'popup', nudgeId: null }), ...said }
}

const session = (day: string, hour: number, said: Partial<Session>): Session => ({
  ...keptAt(day, hour),
  pauseId: 'look-up',
  checkInId: null,
  before: null,
  after: null,
  ease: null,
  completed: true,
  seconds: 20,
  probability: null,
  reason: null,
  ...said,
})

const words = ['numb', 'behind-glass', 'tired', 'okay', 'calm', 'lonely', 'on-autopilot', 'curious'] as const
const eases = ['eased', 'same', 'worse', null] as const

/** 80 days from 2025-06-01 on, every ninth of them and two weeks in July without a check-in. */
const days = Array.from({ length: 80 }, (_, at) =>
  Temporal.PlainDate.from('2025-06-01').add({ days: at }).toString(),
)
const lived = days.filter((_, at) => at % 9 !== 4 && (at < 30 || at > 44))

const regular = lived.flatMap((day, at) =>
  Array.from({ length: 1 + (at % 3) }, (_, place) => {
    const number = at * 3 + place
    const step = ([-4, -2, 0, 2, 4] as const)[number % 5] ?? 0
    return checkIn(day, 8 + place * 4, {
      ...(at % 11 === 5 ? { cantTell: ['felt' as const] } : { felt: ((number * 7) % 11) as 0 }),
      far: number % 3 === 0 ? ((number % 4) as 0) : null,
      pleasant: number % 4 === 0 ? step : null,
      energy: number % 50 === 7 ? step : null,
      words: [{ id: words[number % 8] ?? 'numb', guess: number % 3 === 0 }],
      tags:
        number % 2 === 0 ? ['work'] : number % 5 === 0 ? ['alone', 'took-the-edge-off-with-something'] : [],
      note: number % 10 === 0 ? `Note ${number}: it went by <b>behind</b> glass.` : '',
    })
  }),
)

export const reportCheckIns: readonly CheckIn[] = [
  ...regular,
  // A day of no calendar, and a word that no Thaw knows.
  checkIn('2025-06-20', 21, { felt: 10, day: '2025-06-31', note: 'An impossible day' }),
  checkIn('2025-06-20', 22, { felt: 4, words: [{ id: 'word-of-a-newer-thaw', guess: true }] }),
]

const sessions = lived.slice(0, 24).map((day, at) =>
  session(day, 9, {
    pauseId: ['look-up', 'long-exhale', 'hum', 'pause-of-a-newer-thaw'][at % 4] ?? 'hum',
    ease: eases[(at * 3) % 4] ?? null,
    before: at % 3 === 0 ? null : 3,
    after: ((at * 5) % 8) as 0,
    completed: at % 5 !== 0,
  }),
)

const reflection = (day: string, type: Reflection['type'], fields: Reflection['fields']): Reflection => ({
  ...keptAt(day, 20),
  type,
  fields,
})

const reflections = [
  reflection('2025-06-02', 'thought', {
    situation: 'At my desk',
    thought: 'I shouldn’t feel this way',
    traps: ['self-blame'],
    friend: 'That it is allowed',
    other: null,
    pauseId: 'another-way',
  }),
  reflection('2025-06-09', 'step', {
    text: 'Open the window',
    minutes: '2',
    expected: 4,
    pauseId: 'one-small-thing',
  }),
  reflection(
    '2025-06-10',
    'plan',
    Object.fromEntries([
      ['if', 'tag:work'],
      ['then', 'look-up'],
      ['pauseId', 'if-then'],
    ]),
  ),
  reflection('2025-06-11', 'line', { text: 'A line of mine', kept: true }),
  reflection('2025-06-11', 'person', { name: 'Somebody else' }),
]

const markerKept = keptAt('2025-07-01', 12)
const markers: readonly Marker[] = [
  {
    id: markerKept.id,
    updatedAt: markerKept.updatedAt,
    origin: 'own',
    day: '2025-07-01',
    type: 'medication',
    text: 'half of it',
  },
]

const nudges: readonly NudgeRecord[] = lived.slice(0, 20).map((day, at) => {
  const { id, updatedAt, origin } = keptAt(day, 10)
  return {
    id,
    updatedAt,
    origin,
    plannedAt: updatedAt,
    shownAt: updatedAt,
    openedAt: at % 4 === 0 ? null : updatedAt,
    answeredAt: at % 4 === 0 ? null : updatedAt,
    outcome: at % 4 === 0 ? 'expired' : 'answered',
    heldBackBy: null,
    reason: null,
  }
})

export const reportRecords = { checkIns: reportCheckIns, sessions, reflections, markers, nudges } satisfies {
  readonly [Store in keyof RecordTypes]?: readonly RecordTypes[Store][]
}

/** For `storage.local`. */
export const journalOf = (
  records: {
    readonly [Store in keyof RecordTypes]?: readonly RecordTypes[Store][]
  },
): { readonly [key: string]: unknown } => {
  const packs = new Map<string, { [store: string]: Kept[] }>()
  let newest: { readonly store: string; readonly id: string; readonly at: number } | null = null
  for (const [store, rows] of Object.entries(records)) {
    for (const row of rows) {
      const key = packKey(monthOf(row.updatedAt))
      const pack = packs.get(key) ?? {}
      packs.set(key, pack)
      pack[store] = [...(pack[store] ?? []), row]
      if (newest === null || row.updatedAt >= newest.at) newest = { store, id: row.id, at: row.updatedAt }
    }
  }
  return {
    ...Object.fromEntries(packs),
    [canaryKey]: {
      installId: keptAt('2025-01-01', 1).id,
      sequence: 1_000,
      counts: Object.fromEntries(Object.entries(records).map(([store, rows]) => [store, rows.length])),
      newest: newest && { store: newest.store, id: newest.id },
    },
  }
}
