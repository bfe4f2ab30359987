/** The composition root of the table for spreadsheets; its writer is loaded when one is made. */
import { createCsvExport } from './csv-export.ts'
import type { PageParts } from './page-parts.ts'

export const composeCsv = ({ records, clock, labels, takeOut, later }: PageParts) =>
  createCsvExport({
    records,
    clock,
    labels,
    takeOut,
    loadWriter: async () => (await import('../store/formats/csv-write.ts')).writeCsv,
    pause: () => new Promise(resolve => later(0, resolve)),
  })
