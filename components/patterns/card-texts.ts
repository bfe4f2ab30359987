/** What a card of Patterns says, in words: its sentence, its counts, and what its rows are called. */
import type { Card, Estimate, Group, Subject, Unit, Verdict } from '../../lib/core/insight/card.ts'
import type { Facts } from '../../lib/core/insight/facts.ts'
import type { Marker } from '../../lib/core/records.ts'
import {
  formatDay,
  formatMinutes,
  formatMonths,
  formatOnePlace,
  formatShare,
  formatWeekday,
} from '../../lib/platform/formats.ts'
import { joinSentences, type MessageKey, plural, t } from '../../lib/platform/i18n.ts'
import { markerText } from '../history/markers/marker-texts.ts'
import type { Labels } from '../words/labels.ts'

/** What rows are called by: names of the person's own, and where winter is. */
export type Naming = {
  readonly labels: Labels
  readonly markers: readonly Marker[]
  readonly hemisphere: Facts['hemisphere']
  /** What pauses are for, as the person said. */
  readonly aim: Facts['aim']
}

const places = 10

/** To one place; never "−0". */
const rounded = (value: number): string => formatOnePlace(Math.round(value * places) / places || 0)

const units = {
  'check-ins': 'check_ins',
  'such-check-ins': 'such_check_ins',
  days: 'days',
  winters: 'winters',
  'such-pauses': 'such_pauses',
  'quiet-pauses': 'quiet_pauses',
  'highs-and-lows': 'highs_and_lows',
} as const satisfies { [Name in Unit]: string }

const hourIn = (id: string): number => Number(id) * 60

const monthOf = (month: number): string => String(month).padStart(2, '0')

const winterBegins = { north: '12', south: '06' } as const

const months = 12
const inQuarter = 3

/** "July – September 2025" for `year-2025-3`. */
const quarterName = (year: string, quarter: number): string => {
  const first = (quarter - 1) * inQuarter + 1
  return formatMonths(`${year}-${monthOf(first)}-01`, `${year}-${monthOf(first + inQuarter - 1)}-01`)
}

const spreadNames = {
  mean: 'patterns_group_mean',
  sd: 'patterns_group_sd',
  change: 'patterns_group_change',
  inertia: 'patterns_group_inertia',
} as const satisfies { [id: string]: MessageKey }

const seasonName = (id: string, { hemisphere }: Naming): string => {
  if (id === 'winter') return t('patterns_group_winter')
  const [kind, number = ''] = id.split('-')
  if (kind === 'winter')
    return t('patterns_winter', formatDay(`${number}-${winterBegins[hemisphere]}-01`, 'month'))
  const month = Number(number)
  return month >= 1 && month <= months ? formatDay(`2024-${monthOf(month)}-01`, 'monthAlone') : id
}

const markerName = (id: string, { markers }: Naming): string => {
  const marker = markers.find(one => one.id === id)
  return marker
    ? t('patterns_marker', markerText(marker), formatDay(marker.day, 'date'))
    : t('patterns_marker_gone')
}

/** Every quiet pause together. */
const quiet = 'quiet'

const pauseName = (id: string, { labels }: Naming): string => {
  if (id === quiet) return labels.pause('quiet-pause')
  return id.startsWith('kind-') ? t(`pause_${id.replaceAll('-', '_')}` as MessageKey) : labels.pause(id)
}

/** What a row of the card is called. */
export const groupName = (subject: Subject, id: string, naming: Naming): string => {
  switch (subject) {
    case 'hour':
      return t('patterns_hours', formatMinutes(hourIn(id)), formatMinutes(hourIn(id) + 240))
    case 'weekday':
      return formatWeekday(Number(id))
    case 'tag':
      return naming.labels.tag(id)
    case 'season':
      return seasonName(id, naming)
    case 'markers':
      return markerName(id, naming)
    case 'reach':
      return t(id === 'high' ? 'patterns_group_high' : 'patterns_group_low')
    case 'pauses':
      return pauseName(id, naming)
    case 'spread':
      return t(spreadNames[id as keyof typeof spreadNames] ?? 'patterns_group_mean')
    case 'words': {
      const [, year = '', quarter = ''] = id.split('-')
      return quarterName(year, Number(quarter))
    }
  }
}

/** By how much, always upwards: the sentence says which way. */
const byHowMuch = ({ value, interval }: Estimate): readonly string[] => {
  const ends = interval ? [interval.from, interval.to] : [value, value]
  return value < 0
    ? [-value, ...ends.map(end => -end).toReversed()].map(rounded)
    : [value, ...ends].map(rounded)
}

/** Neither compares anything, so nothing is claimed of it, nor is it alike. */
type Describing = 'spread' | 'words'

const describesAlone = (subject: Subject): subject is Describing =>
  subject === 'spread' || subject === 'words'

/** Cards of which some part is compared with nothing; of the others it can always be said what is claimed, alike or undecided. */
const described = {
  season: 'patterns_describes_season',
  reach: 'patterns_describes_reach',
  pauses: 'patterns_describes_pauses',
  spread: 'patterns_describes_spread',
  words: 'patterns_describes_words',
} as const satisfies { readonly [One in Subject]?: MessageKey }

const describes = (subject: Subject): string =>
  t(subject in described ? described[subject as keyof typeof described] : 'patterns_nothing_yet')

const alike = (subject: Subject): string =>
  describesAlone(subject) ? describes(subject) : t(`patterns_alike_${subject}`)

const claim = (subject: Subject, group: Group, way: 'higher' | 'lower', naming: Naming): string => {
  const numbers = byHowMuch(group.difference ?? { value: 0, interval: null })
  const name = groupName(subject, group.id, naming)
  switch (subject) {
    case 'hour':
      return t(
        `patterns_${way}_hour`,
        ...[formatMinutes(hourIn(group.id)), formatMinutes(hourIn(group.id) + 240)],
        ...numbers,
      )
    case 'season':
      return t(`patterns_${way}_season`, ...numbers)
    case 'reach':
      return t(
        `patterns_${(way === 'higher') === (group.id === 'high') ? 'higher' : 'lower'}_reach`,
        ...numbers,
      )
    case 'pauses':
      return t(`patterns_${way}_${naming.aim === 'lighter' ? 'ease' : 'pauses'}`, name, ...numbers)
    case 'spread':
    case 'words':
      return describes(subject)
    default:
      return t(`patterns_${way}_${subject}`, name, ...numbers)
  }
}

type CannotTell = Extract<Verdict, { kind: 'cannot-tell' }>

const moreText = (more: number, of: Unit): string => plural(`patterns_more_${units[of]}`, more)

/** What is short of the one group that a card asks about, or of the nearest of several. */
const cannotTell = ({ more, of }: CannotTell, { subject, nearest }: Card, naming: Naming): string => {
  if (more === null) return t('patterns_cant_tell_open')
  if (nearest === null)
    return more === 'few' ? t('patterns_cant_tell_few') : t('patterns_cant_tell', moreText(more, of))
  const name = groupName(subject, nearest, naming)
  return more === 'few' ? t('patterns_nearest_few', name) : t('patterns_nearest', name, moreText(more, of))
}

/** What a card that describes cannot tell yet of what it asks as well, or that all of it is alike. */
const undecidedIn = (card: Card, naming: Naming): string | null => {
  const { subject, undecided } = card
  if (undecided?.kind === 'cannot-tell') return cannotTell(undecided, card, naming)
  if (undecided) return alike(subject)
  return subject === 'season' ? t('patterns_season_waits') : null
}

const isCompared = ({ subject, groups }: Card): boolean =>
  subject === 'pauses' && groups.some(({ against }) => against !== null)

/** The one sentence of a card. */
export const cardSentence = (card: Card, naming: Naming): string => {
  const { verdict, subject } = card
  switch (verdict.kind) {
    case 'nothing-yet':
      return t('patterns_nothing_yet')
    case 'cannot-tell':
      return cannotTell(verdict, card, naming)
    case 'alike':
      return alike(subject)
    case 'describes': {
      const undecided = subject === 'words' ? null : undecidedIn(card, naming)
      // Where there are quiet pauses, the marks are no longer compared with nothing.
      if (undecided && isCompared(card)) return undecided
      return joinSentences([describes(subject), ...(undecided ? [undecided] : [])])
    }
    case 'claim': {
      const group = card.groups.find(({ id }) => id === card.leading)
      return group ? claim(subject, group, verdict.direction, naming) : describes(subject)
    }
  }
}

/** Less than one in a hundred is no share worth reading, and would round to none. */
const worthSharing = 0.01

const missingText = (missing: number, share: number): string =>
  share < worthSharing
    ? t('patterns_count_missing_few', missing)
    : t('patterns_count_missing', missing, formatShare(share))

/** What it stands on, and how much of it is missing. */
export const countsText = ({ n, cantTell, missing, missingShare, apart = 0 }: Card): string =>
  joinSentences([
    plural('patterns_answers', n),
    ...(cantTell > 0 ? [t('patterns_count_cant_tell', cantTell)] : []),
    ...(missing > 0 ? [missingText(missing, missingShare)] : []),
    ...(apart > 0 ? [t('patterns_count_apart', apart)] : []),
  ])

/** A number to one place; a dash where there is none. */
export const numberText = (value: number | null): string =>
  value === null ? t('patterns_none') : rounded(value)

export const intervalText = (estimate: Estimate | null): string =>
  estimate?.interval
    ? t('patterns_range', rounded(estimate.interval.from), rounded(estimate.interval.to))
    : t('patterns_none')

export const differenceText = (estimate: Estimate | null): string => {
  if (!estimate) return t('patterns_none')
  const { value, interval } = estimate
  return interval
    ? t('patterns_difference', rounded(value), rounded(interval.from), rounded(interval.to))
    : numberText(value)
}

/** What can be said of one row, in a word or two. */
export const saidText = (verdict: Verdict): string => {
  switch (verdict.kind) {
    case 'nothing-yet':
      return t('patterns_said_nothing_yet')
    case 'cannot-tell':
      return t('patterns_said_cannot_tell')
    case 'alike':
      return t('patterns_said_alike')
    case 'describes':
      return t('patterns_said_describes')
    case 'claim':
      return t(`patterns_said_${verdict.direction}`)
  }
}
