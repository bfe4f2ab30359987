/** What reminder settings mean, sentence by sentence, before any of it is words. */
import { fittingByDay } from '../core/fitting.ts'
import { remindersOn } from '../core/plan.ts'
import { assertNever } from '../core/result.ts'
import type { Hours, NudgeSettings, WeekHours } from '../core/settings.ts'

/** Hours of a day; `nextDay` where they end on the day after. */
export type PlanWindow = Hours & { readonly nextDay: boolean }

/** One sentence. Times are minutes after midnight, lengths minutes, weekdays 1 (Monday) to 7. */
export type PlanSentence =
  | { readonly kind: 'off' | 'no-way' | 'no-hours' | 'no-times' | 'any-time' | 'dot' }
  | { readonly kind: 'random'; readonly perDay: number }
  /** The whole plan in one sentence: one window, the same every day. `gap` is 0 where nothing is to be said of it. */
  | {
      readonly kind: 'random-between'
      readonly perDay: number
      readonly window: PlanWindow
      readonly gap: number
    }
  | { readonly kind: 'every'; readonly minutes: number }
  | { readonly kind: 'every-between'; readonly minutes: number; readonly window: PlanWindow }
  /** `allDays`: each of them comes on every day. */
  | { readonly kind: 'fixed'; readonly times: readonly number[]; readonly allDays: boolean }
  /** The same windows every day. */
  | { readonly kind: 'windows'; readonly windows: readonly PlanWindow[] }
  /** The days that share these windows; none where they have no reminders. */
  | { readonly kind: 'days'; readonly days: readonly number[]; readonly windows: readonly PlanWindow[] }
  | { readonly kind: 'gap'; readonly minutes: number }
  | { readonly kind: 'cap'; readonly cap: number }
  /** Fewer than asked for, because the day's cap is smaller. */
  | { readonly kind: 'cap-wins'; readonly cap: number }
  /** Fewer than asked for, because the gap stays: on every day, or on the tightest one. */
  | { readonly kind: 'gap-wins'; readonly fits: number; readonly gap: number; readonly everyDay: boolean }
  /** Of the fixed times so many come, by hours and gap: on every day, or on the tightest one. */
  | { readonly kind: 'times-left'; readonly fits: number; readonly everyDay: boolean }

const minutesPerDay = 24 * 60

/** Minutes that a window covers; one that ends where it starts is a whole day. */
const lengthOf = ({ from, to }: Hours): number => (to > from ? to - from : to + minutesPerDay - from)

/** Until midnight is still the same day. */
const planWindow = ({ from, to }: Hours): PlanWindow => ({ from, to, nextDay: to !== 0 && to <= from })

const sorted = (windows: readonly Hours[]): readonly PlanWindow[] =>
  [...windows].sort((one, other) => one.from - other.from || one.to - other.to).map(planWindow)

const sameWindows = (one: readonly Hours[], other: readonly Hours[]): boolean =>
  JSON.stringify(sorted(one)) === JSON.stringify(sorted(other))

/** The stretches of one day, from its midnight on, that belong to a window of it or reach over from the day before. */
const stretchesOn = (hours: WeekHours, place: number): readonly (readonly [number, number])[] => [
  ...(hours[(place + 6) % 7] ?? []).flatMap(window => {
    const over = window.from + lengthOf(window) - minutesPerDay
    return over > 0 ? [[0, over] as const] : []
  }),
  ...(hours[place] ?? []).map(window => [window.from, window.from + lengthOf(window)] as const),
]

/** What is to be said of one pair of times. */
export type HoursNote =
  | { readonly kind: 'next-day'; readonly to: number }
  | { readonly kind: 'whole-day'; readonly to: number }

export const hoursNote = (window: Hours): HoursNote | null => {
  if (window.from === window.to % minutesPerDay) return { kind: 'whole-day', to: window.to }
  return planWindow(window).nextDay ? { kind: 'next-day', to: window.to } : null
}

/** Whether hours of this day, 0 (Monday) to 6, cover something twice, or something that the evening before covers already. */
export const overlapsOn = (hours: WeekHours, place: number): boolean => {
  const stretches = [...stretchesOn(hours, place)].sort(([one], [other]) => one - other)
  return stretches.some(([from], index) => stretches.slice(0, index).some(([, to]) => from < to))
}

/** Whether reminders may come at any minute of the week. */
export const isWholeWeek = (hours: WeekHours): boolean =>
  hours.every((_, place) => {
    let reached = 0
    for (const [from, to] of [...stretchesOn(hours, place)].sort(([one], [other]) => one - other)) {
      if (from > reached) return false
      reached = Math.max(reached, to)
    }
    return reached >= minutesPerDay
  })

const hoursSentences = (hours: WeekHours): readonly PlanSentence[] => {
  if (isWholeWeek(hours)) return [{ kind: 'any-time' }]
  const [first] = hours
  if (hours.every(windows => sameWindows(windows, first)))
    return [{ kind: 'windows', windows: sorted(first) }]
  const groups: { days: number[]; windows: readonly PlanWindow[] }[] = []
  for (const [place, windows] of hours.entries()) {
    const group = groups.find(other => sameWindows(other.windows, windows))
    if (group) group.days.push(place + 1)
    else groups.push({ days: [place + 1], windows: sorted(windows) })
  }
  return groups.map(({ days, windows }) => ({ kind: 'days', days, windows }))
}

/** The one window that holds on every day, where there is one. */
const onlyWindow = (hours: WeekHours): PlanWindow | null => {
  const [window, ...more] = hours[0]
  const same = hours.every(windows => sameWindows(windows, hours[0]))
  return window && more.length === 0 && same && !isWholeWeek(hours) ? planWindow(window) : null
}

/** How many come on the tightest day that has hours, and whether that is so on every day. */
const fitsOf = (settings: NudgeSettings): { readonly fits: number; readonly everyDay: boolean } => {
  const counts = fittingByDay(settings).filter(count => count !== null)
  const fits = Math.min(...counts)
  return { fits, everyDay: counts.every(count => count === fits) }
}

const randomSentences = (asked: number, settings: NudgeSettings): readonly PlanSentence[] => {
  const { hours, gap, cap } = settings
  const wanted = Math.min(asked, cap)
  const { fits, everyDay } = fitsOf(settings)
  const perDay = everyDay ? fits : wanted
  const window = onlyWindow(hours)
  // One a day keeps any gap that a day has room for.
  const said = perDay > 1 ? gap : 0
  const plan: readonly PlanSentence[] = window
    ? [{ kind: 'random-between', perDay, window, gap: said }]
    : [
        { kind: 'random', perDay },
        ...hoursSentences(hours),
        ...(said > 0 ? [{ kind: 'gap', minutes: said } as const] : []),
      ]
  return [
    ...plan,
    ...(cap < asked ? [{ kind: 'cap-wins', cap } as const] : []),
    ...(fits < wanted ? [{ kind: 'gap-wins', fits, gap, everyDay } as const] : []),
  ]
}

const everySentences = (minutes: number, { hours, gap, cap }: NudgeSettings): readonly PlanSentence[] => {
  const window = onlyWindow(hours)
  return [
    ...(window
      ? [{ kind: 'every-between', minutes, window } as const]
      : [{ kind: 'every', minutes } as const, ...hoursSentences(hours)]),
    ...(gap > minutes ? [{ kind: 'gap', minutes: gap } as const] : []),
    { kind: 'cap', cap },
  ]
}

const fixedSentences = (times: readonly number[], settings: NudgeSettings): readonly PlanSentence[] => {
  if (times.length === 0) return [{ kind: 'no-times' }]
  const { hours, cap } = settings
  const { fits, everyDay: alike } = fitsOf({ ...settings, cap: times.length })
  const everyDay = alike && hours.every(windows => windows.length > 0)
  const allDays = everyDay && fits === times.length
  return [
    { kind: 'fixed', times, allDays },
    ...(allDays ? [] : hoursSentences(hours)),
    ...(fits < times.length ? [{ kind: 'times-left', fits, everyDay } as const] : []),
    ...(cap < times.length ? [{ kind: 'cap-wins', cap } as const] : []),
  ]
}

/** What these settings mean, the most important first. */
export const planSentences = (settings: NudgeSettings): readonly PlanSentence[] => {
  const { mode, hours, sharing } = settings
  if (mode.kind === 'off') return [{ kind: 'off' }]
  if (!remindersOn(settings)) return [{ kind: 'no-way' }]
  if (hours.every(windows => windows.length === 0)) return [{ kind: 'no-hours' }]
  const dot: readonly PlanSentence[] = sharing ? [{ kind: 'dot' }] : []
  switch (mode.kind) {
    case 'random':
      return [...randomSentences(mode.perDay, settings), ...dot]
    case 'every':
      return [...everySentences(mode.minutes, settings), ...dot]
    case 'fixed':
      return [...fixedSentences(mode.times, settings), ...dot]
    default:
      return assertNever(mode)
  }
}
