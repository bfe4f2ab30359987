/** Makes the history what it was before an import, in the database and in the journal. */
import type { LongWork } from '../app/data-ports.ts'
import type { KeyValue, Stored } from '../app/ports.ts'
import type { Row, StoredRow } from '../core/merge.ts'
import { winner } from '../core/merge.ts'
import type { Id } from '../core/records.ts'
import { ok } from '../core/result.ts'
import { keysOf, readSign, type Sign, signKey } from './batches.ts'
import { carryOut, type Plan } from './carry-out.ts'
import type { Connection } from './connection.ts'
import type { Later } from './long-turn.ts'
import { gather, type RowChange } from './many-changes.ts'
import type { Pace } from './pace.ts'
import { paceOf } from './pace.ts'
import { journalPortions, packRows } from './packs.ts'
import type { Parts } from './parts.ts'
import { sameVersion } from './same-version.ts'
import type { Database } from './upgrades.ts'
import { wayBack } from './way-back.ts'

const nameOf = ({ store, id }: Pick<RowChange, 'store' | 'id'>): string => `${store} ${id}`

/**
 * What the journal lacks of the versions that are to stand again; null where it holds later ones besides the import's, which
 * would come back by themselves.
 */
const lackingIn = async (
  keyValue: KeyValue,
  changes: readonly RowChange[],
  without: { readonly [key: string]: unknown },
  pace: Pace,
): Promise<readonly StoredRow[] | null | 'stopped'> => {
  const wanted = new Map(changes.map(change => [nameOf(change), change]))
  const found = new Map<string, Row>()
  for await (const { rows } of journalPortions(keyValue, without)) {
    for (const { store, row } of rows) {
      const name = nameOf({ store, id: row.id })
      const other = found.get(name)
      if (wanted.has(name)) found.set(name, other === undefined ? row : winner(other, row))
    }
    if (!(await pace.rest())) return 'stopped'
  }
  const lacking: StoredRow[] = []
  for (const [name, { store, after }] of wanted) {
    const there = found.get(name)
    if (after === null ? there !== undefined : there !== undefined && winner(after, there) !== after)
      return null
    if (after !== null && !sameVersion(after, there)) lacking.push({ store, row: after })
  }
  return lacking
}

/** Each row is compared, and put back. */
const rounds = 2

/** See WholeHistory. */
export const takeBack = async (
  parts: Parts,
  connection: Connection,
  id: Id,
  work: LongWork,
  later: Later,
): Stored<boolean | null> => {
  const { keyValue } = parts
  const key = signKey(id)
  const sign = readSign((await keyValue.get([key]))[key])
  if (sign?.kind !== 'import' || sign.gone) return ok(false)
  const gone: Sign = { ...sign, gone: true }
  const pace = paceOf(work, rounds * (sign.added + sign.changed))
  let lacking: readonly StoredRow[] = []

  const plan = async (database: Database): Promise<Plan<boolean> | null> => {
    const gathering = gather(await database.get('meta', 'meta'))
    const rows: RowChange[] = []
    for await (const changes of wayBack(database, keyValue, id)) {
      if (changes === null) return { changes: null, told: false }
      for (const change of changes) gathering.add(change)
      rows.push(...changes)
      pace.advance(changes.length)
      if (!(await pace.rest())) return null
    }
    const found = await lackingIn(keyValue, rows, { [key]: gone }, pace)
    if (found === 'stopped') return null
    if (found === null) return { changes: null, told: false }
    lacking = found
    const changes = await gathering.end(database, pace)
    return changes && { changes, told: true }
  }

  return carryOut(parts, connection, {
    pace,
    later,
    job: {
      plan,
      prepare: async () => {
        // Older than what the import brought, they change nothing until that is gone.
        await packRows(keyValue, lacking)
        return !pace.isStopped()
      },
      undo: async () => {},
      sign: () => ({ [key]: gone }),
      // It counts no longer; whatever is left of it goes with the next care.
      after: async () => later(keyValue.keys().then(keys => keyValue.remove(keysOf(keys, id)))),
    },
  })
}
