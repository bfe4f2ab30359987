/** Periods that are often asked for, so that nobody needs to type two dates. */
import type { PeriodFilter } from './filter.ts'

const quickPeriodNames = ['this-month', 'days-30', 'this-year', 'last-year'] as const

export type QuickPeriod = {
  readonly name: (typeof quickPeriodNames)[number]
  readonly period: PeriodFilter & { readonly from: string; readonly to: string }
}

/** They are as long as the calendar has them, also where part of them is still to come. */
export const quickPeriods = (today: Temporal.PlainDate): readonly QuickPeriod[] => {
  const between = (from: Temporal.PlainDate, to: Temporal.PlainDate) => ({
    from: from.toString(),
    to: to.toString(),
  })
  const month = today.with({ day: 1 })
  const year = today.with({ month: 1, day: 1 })
  const yearFrom = (first: Temporal.PlainDate) =>
    between(first, first.add({ years: 1 }).subtract({ days: 1 }))
  return [
    { name: 'this-month', period: between(month, month.add({ months: 1 }).subtract({ days: 1 })) },
    { name: 'days-30', period: between(today.subtract({ days: 29 }), today) },
    { name: 'this-year', period: yearFrom(year) },
    { name: 'last-year', period: yearFrom(year.subtract({ years: 1 })) },
  ]
}
