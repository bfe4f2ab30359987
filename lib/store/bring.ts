/** Brings many rows into the history at once. */
import type { LongWork, Meeting } from '../app/data-ports.ts'
import type { Stored } from '../app/ports.ts'
import type { StoredRow } from '../core/merge.ts'
import type { Id } from '../core/records.ts'
import { batchWriter } from './batch-writer.ts'
import { readSign, type Sign, signKey } from './batches.ts'
import { carryOut } from './carry-out.ts'
import type { Connection } from './connection.ts'
import type { Later } from './long-turn.ts'
import { meet, meetingRounds } from './meet.ts'
import { paceOf } from './pace.ts'
import type { Parts } from './parts.ts'

/** Once they were met, rows are written into the journal, and into the database. */
const writingRounds = 2

/** See WholeHistory. Rejects an id that another import has already. */
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
        const known = (await keyValue.get([signKey(id)]))[signKey(id)]
        const met = await meet(database, rows, pace)
        if (met === null) return null
        meeting = met.meeting
        if (known !== undefined) {
          const sign = readSign(known)
          if (sign?.kind !== 'import' || sign.gone || met.changes.rows.length > 0)
            throw new DOMException('Another import is there', 'ConstraintError')
          // It was brought in before, and whoever asked was not told so.
          const { added, changed } = sign
          meeting = { added, changed, same: rows.length - added - changed }
        }
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
