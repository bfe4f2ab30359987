/** What the list says of a check-in or a pause, in words; what came from elsewhere and is unknown here is said as it is. */
import type { FeltAnswer } from '../../lib/core/check-in.ts'
import type { HistoryEntry } from '../../lib/core/history.ts'
import type { CheckIn, Session } from '../../lib/core/records.ts'
import type { Moment } from '../../lib/core/time.ts'
import { formatDay, formatDayTime, isZone } from '../../lib/platform/formats.ts'
import { isKnown, type MessageKey, t } from '../../lib/platform/i18n.ts'
import { energyKeys, farKeys, meaningKeys, pleasantKeys, stepText, valueText } from '../fields/scale-texts.ts'
import type { Labels } from '../words/labels.ts'

const easeKeys = {
  eased: 'ease_eased',
  same: 'ease_same',
  worse: 'ease_worse',
} as const satisfies { readonly [ease: string]: MessageKey }

/** Whether it is one of the eleven places, or no number at all. */
export const isOnScale = (felt: FeltAnswer): boolean =>
  typeof felt !== 'number' || (Number.isInteger(felt) && felt >= 0 && felt <= 10)

export const feltLine = (felt: FeltAnswer): string => {
  if (felt === null) return t('entry_felt_none')
  if (felt === 'cant-tell') return t('entry_felt_cant_tell')
  const line = t('entry_felt', felt)
  return isOnScale(felt) ? line : t('entry_off_scale', line)
}

/** What a word, tag or pause is called; its bare id where neither Thaw nor the person named it. */
export const nameOf = (labels: Labels, kind: 'word' | 'tag' | 'pause', id: string): string => {
  const name = labels[kind](id)
  return name === id.replaceAll('-', ' ') && !isKnown(kind, id) ? t('entry_unknown', id) : name
}

export const sessionLine = (session: Session, name: string): string => {
  if ('sealed' in session) return t('entry_shut_pause')
  const { before, after, ease } = session
  const parts = [session.completed ? t('entry_pause', name) : t('entry_pause_part', name)]
  if (after !== null)
    parts.push(before === null ? t('entry_pause_after', after) : t('entry_pause_felt', before, after))
  if (ease !== null) parts.push(valueText(easeKeys, ease))
  // None of its lines begins with what stands between.
  return parts.join('\u00a0· ')
}

/** What was answered besides felt, words and note, in one line; empty where nothing was. */
export const moreLine = ({ far, pleasant, energy, meaning, cantTell }: CheckIn): string => {
  const farSaid = cantTell.includes('far') ? t('felt_cant_tell') : far !== null && valueText(farKeys, far)
  const pleasantSaid = stepText(pleasantKeys, cantTell.includes('pleasant') ? 'cant-tell' : pleasant)
  const energySaid = stepText(energyKeys, cantTell.includes('energy') ? 'cant-tell' : energy)
  return [
    farSaid !== false && t('entry_far', farSaid),
    meaning !== null && t('entry_meaning', valueText(meaningKeys, meaning)),
    pleasantSaid !== null && t('entry_pleasant', pleasantSaid),
    energySaid !== null && t('entry_energy', energySaid),
  ]
    .filter(part => part !== false)
    .join('\u00a0· ')
}

/** What is strange about when it was; `now` may be unknown. */
export const oddLines = (
  { at, day, place, timed, apart, zone }: HistoryEntry,
  now: Moment | null,
): readonly string[] => [
  ...(day === place ? [] : [t('entry_odd_day')]),
  ...(apart ? [t('entry_odd_apart')] : []),
  ...(now !== null && (timed && !apart ? at > now.at : place > now.day) ? [t('entry_odd_future')] : []),
  ...(isZone(zone) ? [] : [t('entry_odd_zone', zone)]),
]

/** When it was, for the names of buttons. */
export const whenLine = (entry: HistoryEntry): string =>
  entry.timed && !entry.apart && entry.day === entry.place
    ? formatDayTime(entry.at, entry.zone)
    : formatDay(entry.day, 'date')
