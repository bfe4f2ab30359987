/** The line on the next reminder, in words. */
import type { NextLine } from '../../lib/app/next-line.ts'
import { formatDay, formatTime } from '../../lib/platform/formats.ts'
import { messageKey, plural, t } from '../../lib/platform/i18n.ts'

type Kind = NextLine['kind'] | 'unknown' | undefined

const planned: ReadonlySet<Kind> = new Set(['before', 'between', 'at', 'use'])

/** Whether the line still says that one comes, as it did before: to be read, and no news to be told aloud minute by minute. */
export const drawsNearer = (before: Kind, now: Kind): boolean => planned.has(before) && planned.has(now)

export const nextText = (line: NextLine): string => {
  const time = (at: number) => formatTime(at, line.zone)
  switch (line.kind) {
    case 'off':
      return t('next_off')
    case 'shown':
      return t('next_waiting')
    case 'quiet':
      return t('nudge_went_quiet')
    case 'none':
      return t('next_none')
    case 'held':
      return t(messageKey('next_held', line.by))
    case 'away-until-time':
      return t('next_away_time', time(line.until))
    case 'away-until-day':
      return line.on === 'tomorrow' ? t('next_away_tomorrow') : t('next_away_day', formatDay(line.on.day))
    case 'before':
      return t('next_before', time(line.to))
    case 'between': {
      const { on, from, to } = line
      if (on === 'today') return t('next_between', time(from), time(to))
      if (on === 'tomorrow') return t('next_between_tomorrow', time(from), time(to))
      return t('next_between_day', formatDay(on.day), time(from), time(to))
    }
    case 'at': {
      const { on, at } = line
      if (on === 'today') return t('next_at', time(at))
      if (on === 'tomorrow') return t('next_at_tomorrow', time(at))
      return t('next_at_day', formatDay(on.day), time(at))
    }
    case 'use':
      return line.minutes === null ? t('next_use_away') : plural('next_use', line.minutes)
  }
}
