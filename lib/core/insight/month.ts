/** The month of a day, without a calendar object for each of a hundred thousand. */
import type { DayNumber } from './facts.ts'

/** Year and month (0 to 11) of a day, from the civil calendar by Howard Hinnant, https://howardhinnant.github.io/date_algorithms.html */
export const monthOf = (day: DayNumber): { readonly year: number; readonly month: number } => {
  const shifted = day + 719_468
  const era = Math.floor(shifted / 146_097)
  const ofEra = shifted - era * 146_097
  const yearOfEra = Math.floor(
    (ofEra - Math.floor(ofEra / 1_460) + Math.floor(ofEra / 36_524) - Math.floor(ofEra / 146_096)) / 365,
  )
  const ofYear = ofEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const fromMarch = Math.floor((5 * ofYear + 2) / 153)
  const month = (fromMarch + 2) % 12
  return { year: yearOfEra + era * 400 + (month < 2 ? 1 : 0), month }
}
