/**
 * Makes the history what it was before an import, in the database and in the journal. A word, tag or pause that came with it stays
 * where something that did not is called by it.
 */
import type { LongWork } from '../app/data-ports.ts'
import type { KeyValue, Stored } from '../app/ports.ts'
import type { StoredRow } from '../core/merge.ts'
import { winner } from '../core/merge.ts'
import { isOwnMade } from '../core/named.ts'
import { type Id, type StoreName, storeNames } from '../core/records.ts'
import { ok } from '../core/result.ts'
import { keysOf, readSign, type Sign, signKey } from './batches.ts'
import { carryOut, type Plan } from './carry-out.ts'
import type { Connection } from './connection.ts'
import type { Afterwards } from './long-turn.ts'
import { gather, type RowChange } from './many-changes.ts'
import type { Pace } from './pace.ts'
import { paceOf } from './pace.ts'
import { emptyShelf, lay, type Shelf } from './pack-rows.ts'
import { journalPortions, packRows } from './packs.ts'
import type { Parts } from './parts.ts'
import { shown } from './rows.ts'
import { slices } from './rows-under.ts'
import { sameVersion } from './same-version.ts'
import { stillNamed } from './still-named.ts'
import type { Database } from './upgrades.ts'
import { wayBack } from './way-back.ts'

type Wanted = ReadonlyMap<StoreName, Map<Id, RowChange>>

/** The best version of these records that the journal holds besides the import's; null where it was stopped. */
const heldElsewhere = async (
  keyValue: KeyValue,
  wanted: Wanted,
  without: { readonly [key: string]: unknown },
  pace: Pace,
): Promise<Shelf | null> => {
  const found = emptyShelf()
  for await (const { rows } of journalPortions(keyValue, without)) {
    for (const one of rows) if (wanted.get(one.store)?.has(one.row.id)) lay(found, one)
    if (!(await pace.rest())) return null
  }
  return found
}

/** What a person made, that came with the import and would go with it. */
const goesWithIt = ({ store, before, after }: RowChange): boolean =>
  before !== null && shown(after) === null && isOwnMade({ store, row: before })

/** `going`, in which a row that something else names by now stays as it is; null where it was stopped. */
const withoutNamed = async (
  database: Database,
  wanted: Wanted,
  going: readonly RowChange[],
  pace: Pace,
): Promise<readonly RowChange[] | null> => {
  if (going.length === 0) return going
  const named = await stillNamed(database, wanted, new Set(going.map(({ id }) => id)), pace)
  return named && going.map(change => (named.has(change.id) ? { ...change, after: change.before } : change))
}

type Lack = readonly StoredRow[] | 'later' | 'stopped'

/** What the journal lacks of the versions that are to stand again; `later` where it holds later ones, which would come back. */
const lackingIn = async (wanted: Wanted, held: Shelf, pace: Pace): Promise<Lack> => {
  const lacking: StoredRow[] = []
  for (const [store, changes] of wanted)
    for (const slice of slices([...changes.values()])) {
      for (const { id, after } of slice) {
        const there = held.get(store)?.get(id)
        if (there !== undefined && (after === null || winner(after, there) !== after)) return 'later'
        if (after !== null && !sameVersion(after, there)) lacking.push({ store, row: after })
      }
      if (!(await pace.rest())) return 'stopped'
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
  afterwards: Afterwards,
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
    const wanted: Wanted = new Map(storeNames.map(store => [store, new Map()]))
    const want = (change: RowChange) => {
      gathering.add(change)
      wanted.get(change.store)?.set(change.id, change)
    }
    const going: RowChange[] = []
    for await (const changes of wayBack(database, keyValue, id)) {
      if (changes === null) return { changes: null, told: false }
      for (const change of changes) {
        if (goesWithIt(change)) going.push(change)
        else want(change)
      }
      pace.advance(changes.length)
      if (!(await pace.rest())) return null
    }
    const decided = await withoutNamed(database, wanted, going, pace)
    if (decided === null) return null
    decided.forEach(want)
    const held = await heldElsewhere(keyValue, wanted, { [key]: gone }, pace)
    const found = held === null ? 'stopped' : await lackingIn(wanted, held, pace)
    if (found === 'stopped') return null
    if (found === 'later') return { changes: null, told: false }
    lacking = found
    const changes = await gathering.end(database, pace)
    return changes && { changes, told: true }
  }

  return carryOut(parts, connection, {
    pace,
    afterwards,
    job: {
      plan,
      prepare: async (_changes, inTurn) => {
        // Older than what the import brought, they change nothing until that is gone.
        if (lacking.length > 0) await inTurn(() => packRows(keyValue, lacking))
        return !pace.isStopped()
      },
      undo: async () => {},
      sign: () => ({ [key]: gone }),
      // It counts no longer; whatever is left of it goes with the next care.
      after: async () => afterwards(keyValue.keys().then(keys => keyValue.remove(keysOf(keys, id)))),
    },
  })
}
