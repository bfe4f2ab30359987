/** The composition root of the table for spreadsheets; its writer is loaded when one is made. */
import { isOwnId } from '../core/own-id.ts'
import type { Id } from '../core/records.ts'
import { holdBusy } from '../platform/hold.ts'
import { label } from '../platform/i18n.ts'
import { createCsvExport } from './csv-export.ts'
import { createLabels, type LabelKind } from './labels.ts'
import type { PageParts } from './page-parts.ts'

/** Where an own name is gone, a page shows other words for it, which would come back from the table as that name. */
const nameInTable = (kind: LabelKind, id: Id): string => (isOwnId(id) ? id : label(kind, id))

export const composeCsv = ({ records, changes, clock, takeOut, later }: PageParts) =>
  createCsvExport({
    records,
    clock,
    labels: createLabels({ records, changes, names: nameInTable }),
    takeOut,
    loadWriter: async () => (await import('../store/formats/csv-write.ts')).writeCsv,
    pause: () => new Promise(resolve => later(0, resolve)),
    holdBusy,
  })
