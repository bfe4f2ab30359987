/** Brings many rows into the history at once. */
import type { LongWork, Meeting } from '../app/data-ports.ts'
import type { Stored } from '../app/ports.ts'
import type { StoredRow } from '../core/merge.ts'
import type { Id } from '../core/records.ts'
import { batchWriter } from './batch-writer.ts'
import { type Sign, signKey } from './batches.ts'
import { carryOut } from './carry-out.ts'
import type { Connection } from './connection.ts'
import type { Later } from './long-turn.ts'
import { meet, meetingRounds } from './meet.ts'
import { paceOf } from './pace.ts'
import type { Parts } from './parts.ts'

/** Once they were met, rows are written into the journal, and into the database. */
const writingRounds = 2

/** See WholeHistory. Rejects an id that an import has already. */
export const bring = (
  parts: Parts,
  connection: Connection,
  { id, format }: { readonly id: Id; readonly format: string },
  rows: readonly StoredRow[],
  work: LongWork,
  later: Later,
): Stored<Meeting | null> => {
  const pace = paceOf(work, (meetingRounds + writingRounds) * rows.length)
  const { keyValue, clock } = parts
  const writer = batchWriter(keyValue, id, pace)
  let meeting: Meeting = { added: 0, changed: 0, same: 0 }
  return carryOut(parts, connection, {
    pace,
    later,
    job: {
      plan: async database => {
        if (signKey(id) in (await keyValue.get([signKey(id)])))
          throw new DOMException('That import is there', 'ConstraintError')
        const met = await meet(database, rows, pace)
        if (met === null) return null
        meeting = met.meeting
        // Written and put are those alone that win.
        pace.advance(writingRounds * (rows.length - met.changes.rows.length))
        return { told: meeting, changes: met.changes.rows.length > 0 ? met.changes : null }
      },
      prepare: ({ rows }) => writer.write(rows),
      undo: writer.undo,
      sign: () => {
        const { added, changed } = meeting
        const at = clock.now().epochMilliseconds
        const sign: Sign = { kind: 'import', at, format, added, changed }
        return { [signKey(id)]: sign }
      },
      after: async () => {},
    },
  })
}
