/** What reminder settings mean, in words. */
import type { PlanSentence, PlanWindow } from '../../lib/app/reminder-plan.ts'
import { formatLength, formatMinutes, formatWeekday } from '../../lib/platform/formats.ts'
import { formatList, plural, t } from '../../lib/platform/i18n.ts'

const endText = ({ to, nextDay }: PlanWindow): string =>
  nextDay ? t('plan_next_day', formatMinutes(to)) : formatMinutes(to)

const windowsText = (windows: readonly PlanWindow[]): string =>
  formatList(windows.map(window => t('plan_window', formatMinutes(window.from), endText(window))))

const timesText = (times: readonly number[]): string => formatList(times.map(formatMinutes))

const randomBetween = (perDay: number, window: PlanWindow, gap: number): string => {
  const ends = [formatMinutes(window.from), endText(window)] as const
  return gap > 0
    ? plural('plan_random_between_gap', perDay, ...ends, formatLength(gap))
    : plural('plan_random_between', perDay, ...ends)
}

export const planText = (sentence: PlanSentence): string => {
  switch (sentence.kind) {
    case 'off':
      return t('next_off')
    case 'no-way':
      return t('plan_no_way')
    case 'no-hours':
      return t('plan_no_hours')
    case 'no-times':
      return t('plan_no_times')
    case 'any-time':
      return t('plan_any_time')
    case 'dot':
      return t('plan_dot')
    case 'random':
      return plural('plan_random', sentence.perDay)
    case 'random-between':
      return randomBetween(sentence.perDay, sentence.window, sentence.gap)
    case 'every':
      return t('plan_every', formatLength(sentence.minutes))
    case 'every-between': {
      const { minutes, window } = sentence
      return t('plan_every_between', formatLength(minutes), formatMinutes(window.from), endText(window))
    }
    case 'fixed':
      return t(sentence.allDays ? 'plan_fixed' : 'plan_fixed_hours', timesText(sentence.times))
    case 'windows':
      return t('plan_windows', windowsText(sentence.windows))
    case 'days': {
      const days = formatList(sentence.days.map(formatWeekday))
      return sentence.windows.length === 0
        ? t('plan_days_none', days)
        : t('plan_days', days, windowsText(sentence.windows))
    }
    case 'gap':
      return t('plan_gap', formatLength(sentence.minutes))
    case 'cap':
      return plural('plan_cap', sentence.cap)
    case 'cap-wins':
      return plural('plan_cap_wins', sentence.cap)
    case 'gap-wins':
      return plural(
        sentence.everyDay ? 'plan_gap_wins' : 'plan_gap_wins_some',
        sentence.fits,
        formatLength(sentence.gap),
      )
    case 'times-left':
      if (!sentence.everyDay) return t('plan_times_left_some')
      return sentence.fits === 0 ? t('plan_times_none') : plural('plan_times_left', sentence.fits)
  }
}
