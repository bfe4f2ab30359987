/** What a day of the map says in words: its check-ins, what was answered, and its markers. */
import type { MapDay, MapScale } from '../../../lib/core/heat-map.ts'
import type { Far, Step } from '../../../lib/core/records.ts'
import { formatDay } from '../../../lib/platform/formats.ts'
import { asSentence, formatNumber, joinSentences, plural, t } from '../../../lib/platform/i18n.ts'
import { energyKeys, farKeys, pleasantKeys } from '../../fields/scale-texts.ts'

/** A value of a scale as it is called: felt by its number, the others in words. */
export const valueText = (scale: MapScale, value: number): string => {
  if (scale === 'far') return t(farKeys[value as Far])
  if (scale === 'pleasant') return t(pleasantKeys[value as Step])
  if (scale === 'energy') return t(energyKeys[value as Step])
  return formatNumber(value)
}

const valueSentence = (scale: MapScale, { shows, answered }: MapDay): readonly string[] => {
  if (shows.kind !== 'value' || scale === 'count') return []
  const middle = valueText(scale, shows.middle)
  return answered === 1
    ? [t(`heat_day_${scale}`, middle)]
    : [t(`heat_day_${scale}_middle`, middle, valueText(scale, shows.highest))]
}

const write = (scale: MapScale, day: MapDay, found: boolean): string =>
  joinSentences([
    ...(day.when === 'to-come' ? [t('heat_day_to_come')] : []),
    day.checkIns === 0
      ? t(found ? 'heat_day_not_found' : 'heat_day_none')
      : plural('heat_day_check_ins', day.checkIns),
    ...valueSentence(scale, day),
    ...(day.cantTell > 0 ? [plural('heat_day_cant_tell', day.cantTell)] : []),
    ...(day.unanswered > 0 ? [plural('heat_day_no_answer', day.unanswered)] : []),
  ])

/** Most days of a year say what another one said; each saying is written once, and the asking for texts is what takes long. */
const sayings = new Map<string, string>()

const saying = (scale: MapScale, day: MapDay, found: boolean): string => {
  const { shows, checkIns, answered, cantTell, unanswered } = day
  const values = shows.kind === 'value' ? `${shows.middle} ${shows.highest} ${answered}` : ''
  const key = [scale, found, day.when === 'to-come', checkIns, values, cantTell, unanswered].join()
  const known = sayings.get(key)
  if (known !== undefined) return known
  const said = write(scale, day, found)
  sayings.set(key, said)
  return said
}

/** Of all that is drawn for a year, writing its dates takes longest. */
const dates = new Map<string, string>()

const dateOf = ({ day }: MapDay): string => {
  const known = dates.get(day)
  if (known !== undefined) return known
  const date = formatDay(day, 'date')
  dates.set(day, date)
  return date
}

/** "May 3, 2026. 3 check-ins. Middle of felt 4, highest 6. “Can’t tell” 1 time." `found` where the map shows only what was found. */
export const daySentence = (
  scale: MapScale,
  day: MapDay,
  markers: readonly string[],
  found: boolean,
): string => {
  // What a person wrote may read from the other side than the sentence.
  const written = markers.map(text => t('heat_day_marker', `\u2068${text}\u2069`))
  return joinSentences([asSentence(dateOf(day)), saying(scale, day, found), ...written])
}
