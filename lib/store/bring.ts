/** Brings many rows into the history at once. */
import type { LongWork, Meeting, WholeHistory } from '../app/data-ports.ts'
import type { Stored } from '../app/ports.ts'
import type { StoredRow } from '../core/merge.ts'
import { batchWriter } from './batch-writer.ts'
import { readSign, type Sign, signKey } from './batches.ts'
import { carryOut } from './carry-out.ts'
import type { Connection } from './connection.ts'
import type { Afterwards } from './long-turn.ts'
import { meet, meetingRounds } from './meet.ts'
import { paceOf } from './pace.ts'
import type { Parts } from './parts.ts'

/** After meeting, each row is written into the journal and into the database. */
const writingRounds = 2

/** Read here alone: `readSign` is part of every page, which has no use for it. */
type ImportSign = Sign & { /** Those of the changed that had been deleted. */ readonly returned: number }

/** 0 where an earlier Thaw signed it. */
const returnedIn = (sign: unknown): number => {
  const { returned } = sign as Partial<ImportSign>
  return Number.isSafeInteger(returned) ? Number(returned) : 0
}

/** See WholeHistory. Rejects an id that another import has already. */
export const bring = (
  parts: Parts,
  connection: Connection,
  { id, format, withDeleted = false }: Parameters<WholeHistory['bring']>[0],
  rows: readonly StoredRow[],
  work: LongWork,
  afterwards: Afterwards,
): Stored<Meeting | null> => {
  const pace = paceOf(work, (meetingRounds + writingRounds) * rows.length)
  const { keyValue, clock } = parts
  const writer = batchWriter(keyValue, id, pace)
  let meeting: Meeting = { added: 0, changed: 0, returned: 0, same: 0, later: 0, deleted: 0 }
  return carryOut(parts, connection, {
    pace,
    afterwards,
    job: {
      plan: async database => {
        const known = (await keyValue.get([signKey(id)]))[signKey(id)]
        const back = withDeleted ? clock.now().epochMilliseconds : null
        const met = await meet(database, rows, pace, back)
        if (met === null) return null
        meeting = met.meeting
        if (known !== undefined) {
          const sign = readSign(known)
          if (sign?.kind !== 'import' || sign.gone || met.changes.rows.length > 0)
            throw new DOMException('Another import is there', 'ConstraintError')
          // It was brought in before, but the caller was not told so.
          const { added, changed } = sign
          const same = Math.max(0, meeting.same - added - changed)
          meeting = { ...meeting, added, changed, returned: returnedIn(known), same }
        }
        // Only rows that win are written and put.
        pace.advance(writingRounds * (rows.length - met.changes.rows.length))
        return { told: meeting, changes: met.changes.rows.length > 0 ? met.changes : null }
      },
      prepare: ({ rows }) => writer.write(rows),
      undo: writer.undo,
      sign: () => {
        const { added, changed, returned } = meeting
        const at = clock.now().epochMilliseconds
        const sign: ImportSign = { kind: 'import', at, format, added, changed, returned }
        return { [signKey(id)]: sign }
      },
      after: async () => {},
    },
  })
}
