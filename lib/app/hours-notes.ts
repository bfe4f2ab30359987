/** What is to be said of the hours of reminders while they are typed: that they cross midnight, overlap, are none or all. */
import type { NudgeSettings } from '../core/settings.ts'
import { type HoursNote, hoursNote, isWholeWeek, overlapsOn } from './reminder-plan.ts'
import { hoursIn, type RemindersForm } from './reminders-form.ts'

export type HoursNotes = {
  readonly covers: 'nothing' | 'some' | 'all'
  /** Monday first. */
  readonly days: readonly {
    readonly rows: readonly (HoursNote | null)[]
    /** Some of them, or of the evening before, cover the same time. */
    readonly overlap: boolean
  }[]
}

/** Of what holds by `settings`, beside the rows as they stand in the form. */
export const hoursNotes = (form: RemindersForm | null, settings: NudgeSettings | null): HoursNotes => {
  if (form === null || settings === null) return { covers: 'some', days: [] }
  const { hours } = settings
  const nothing = hours.every(windows => windows.length === 0)
  return {
    covers: nothing ? 'nothing' : isWholeWeek(hours) ? 'all' : 'some',
    days: form.hours.map((rows, day) => ({
      rows: rows.map(row => {
        const found = hoursIn(row)
        return found && hoursNote(found)
      }),
      overlap: overlapsOn(hours, day),
    })),
  }
}
