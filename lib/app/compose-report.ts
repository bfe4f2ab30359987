/** The composition root of the report for a therapist. */
import { firstWeekday } from '../platform/first-weekday.ts'
import { nameInPrint } from '../platform/print-title.ts'
import type { PageParts } from './page-parts.ts'
import { createReportPage, type ReportPage } from './report.ts'

export const composeReport = ({ records, clock, later }: PageParts): ReportPage => {
  const page = createReportPage({
    records,
    clock,
    weekStart: firstWeekday,
    pause: () => new Promise(resolve => later(0, resolve)),
  })
  nameInPrint(page.fileName)
  return page
}
