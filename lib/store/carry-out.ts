/** Carries out a change of many rows: worked out, written into the journal, then into the database, all of it or nothing. */
import type { Stored } from '../app/ports.ts'
import { fail, ok } from '../core/result.ts'
import type { Canary } from './canary.ts'
import { canaryKey, readCanary, sameMark } from './canary.ts'
import type { Connection } from './connection.ts'
import { sameRow } from './days-count.ts'
import { errorOf } from './error-of.ts'
import { assertSealed, lockKey } from './lock-key.ts'
import type { Afterwards } from './long-turn.ts'
import { daysUnder, type ManyChanges } from './many-changes.ts'
import { newestAfter } from './newest-after.ts'
import type { Pace } from './pace.ts'
import type { Parts } from './parts.ts'
import { problemOf } from './problem.ts'
import { putMany } from './put-many.ts'
import { slices } from './rows-under.ts'
import type { Database } from './upgrades.ts'

// Why nothing is ever there by half:
//
// What is to be kept outside the database is written first, as parts that count only once their batch is signed. Then comes the
// one transaction. It leaves the sign in `meta` too, so that where Thaw is killed after it, or finds no room, the next opening
// ends it: the marks differ, and recovery writes the sign. Else the sign is written at once, together with the canary.
//
// What is to be written is worked out beforehand, while others may write: as long as the mark is the one that stood then, no
// record has changed since (see check-days). Where it has changed, all is worked out once more, with the turn to write.

/** What is to be done; without changes there is nothing to do, or it may not be done. */
export type Plan<Told> = { readonly changes: ManyChanges | null; readonly told: Told }

/** Does it with the turn to write, unless a record was changed meanwhile: then it is stale, and all is worked out anew. */
type InTurn = (work: () => Promise<void>) => Promise<void>

/** For whoever has it already. */
const atOnce: InTurn = work => work()

export type Job<Told> = {
  /** Null where it was stopped. */
  plan(database: Database): Promise<Plan<Told> | null>
  /**
   * Writes beside the database what must be there before it changes, in place of what it wrote before; false where it was stopped. What
   * others write in too is written `inTurn`.
   */
  prepare(changes: ManyChanges, inTurn: InTurn): Promise<boolean>
  /** Removes what was prepared, after nothing came of it. */
  undo(): Promise<void>
  /** The sign of the batch by its key; once it is written, what was prepared counts. */
  sign(changes: ManyChanges): { readonly [key: string]: unknown }
  /** What is left to do then. Where it fails or is never reached, the care of the history does it later. */
  after(changes: ManyChanges): Promise<void>
}

type End<Told> = 'stopped' | { readonly told: Told }

const isSameDays = async (database: Database, { days }: ManyChanges): Promise<boolean> => {
  for (const slice of slices(days)) {
    const stored = await daysUnder(
      database,
      slice.map(({ day }) => day),
    )
    if (!slice.every(({ before }, place) => sameRow(stored[place], before))) return false
  }
  return true
}

/** Gives null where it was stopped. To be called with the turn at long work. */
export const carryOut = async <Told>(
  { keyValue, clock, chance }: Parts,
  connection: Connection,
  {
    job,
    pace,
    afterwards,
  }: { readonly job: Job<Told>; readonly pace: Pace; readonly afterwards: Afterwards },
): Stored<Told | null> => {
  /** Once the transaction has ended, what was prepared belongs to the history. */
  let isKept = false

  /** With the turn to write. */
  const write = async (
    database: Database,
    changes: ManyChanges,
  ): Promise<'stale' | 'stopped' | 'written'> => {
    const canary = await readCanary(keyValue)
    const meta = await database.get('meta', 'meta')
    if (!sameMark(canary, meta) || !sameMark(meta, changes.mark)) return 'stale'
    if (!(await isSameDays(database, changes))) return 'stale'
    assertSealed(
      (await keyValue.get([lockKey]))[lockKey],
      changes.rows.flatMap(({ store, after }) => (after === null ? [] : [{ store, row: after }])),
    )
    const counts = new Map(Object.entries(canary?.counts ?? {}))
    for (const [store, more] of Object.entries(changes.more))
      counts.set(store, Math.max(0, (counts.get(store) ?? 0) + more))
    const mark: Canary = {
      installId: canary?.installId ?? chance.id(clock.now().epochMilliseconds),
      sequence: (canary?.sequence ?? 0) + 1,
      counts: Object.fromEntries(counts),
      newest: await newestAfter(database, changes.rows, canary?.newest ?? null),
    }
    const beside = job.sign(changes)
    const { installId, sequence } = mark
    if (!(await putMany(database, changes, { id: 'meta', installId, sequence, beside }, pace)))
      return 'stopped'
    isKept = true
    await keyValue.set({ ...beside, [canaryKey]: mark })
    // The change itself is done by now, whatever becomes of this.
    await job.after(changes).catch(() => {})
    return 'written'
  }

  const inTurn =
    ({ mark }: ManyChanges): InTurn =>
    async work => {
      const done = await connection.write(async database => {
        if (sameMark(await database.get('meta', 'meta'), mark)) await work()
      })
      if (!done.ok) throw errorOf(done.problem)
    }

  const attempt = async (): Stored<End<Told>> => {
    // Others may write meanwhile.
    const planned = await connection.read(database => job.plan(database))
    if (!planned.ok) return planned
    if (planned.value === null) return ok('stopped')
    const { changes, told } = planned.value
    if (changes === null) return ok({ told })
    if (!(await job.prepare(changes, inTurn(changes)))) return ok('stopped')
    const written = await connection.write(database => write(database, changes))
    if (!written.ok) return written
    if (written.value !== 'stale') return ok(written.value === 'stopped' ? written.value : { told })
    pace.again()
    return connection.write(async (database): Promise<End<Told>> => {
      if (!sameMark(await readCanary(keyValue), await database.get('meta', 'meta')))
        await connection.reconcile(database)
      const plan = await job.plan(database)
      if (plan === null) return 'stopped'
      if (plan.changes === null) return { told: plan.told }
      if (!(await job.prepare(plan.changes, atOnce))) return 'stopped'
      const ended = await write(database, plan.changes)
      if (ended === 'stale') throw new DOMException('Both copies still disagree', 'DataError')
      return ended === 'stopped' ? ended : { told: plan.told }
    })
  }

  const ended = await attempt().catch(error => fail(problemOf(error)))
  const isDone = ended.ok && ended.value !== 'stopped'
  if (!isDone && !isKept) afterwards(job.undo())
  // The database has it, and the second copy will: nobody may be told that nothing came of it.
  if (!ended.ok) return isKept ? fail({ ...ended.problem, perhapsDone: true }) : ended
  if (ended.value === 'stopped') return ok(null)
  pace.finish()
  return ok(ended.value.told)
}
