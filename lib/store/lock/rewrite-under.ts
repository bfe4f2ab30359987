/** Encrypts everything that is in the clear, or opens everything that is encrypted, as far as it can be opened. */
import type { LongWork, Rewrite, Rewriting } from '../../app/data-ports.ts'
import type { Rewritten, Sealer } from '../../app/lock-ports.ts'
import type { Stored } from '../../app/ports.ts'
import { ok } from '../../core/result.ts'
import { withoutSecrets } from '../../core/sealed.ts'

export type RewritingHistory = Rewriting & {
  /** See WholeHistory. */
  putRight(): Stored<void>
}

/** All or none; not done where it was stopped. */
export const rewriteUnder = async (
  { rewrite, putRight }: RewritingHistory,
  sealer: Sealer,
  isSealing: boolean,
  work: LongWork = {},
): Stored<Rewritten> => {
  const run = async (change: Rewrite, running: LongWork): Stored<boolean> => {
    const all = await rewrite(change, running)
    return all.ok ? ok(all.value !== null) : all
  }
  const ended = (done: Awaited<ReturnType<typeof run>>, unopened: number) =>
    done.ok ? ok({ isDone: done.value, unopened }) : done
  if (isSealing) return ended(await run(sealer.seal, work), 0)

  const damaged = new AbortController()
  const wanted = work.signal ? [work.signal] : []
  const whole: Rewrite = (store, row) =>
    sealer.open(store, row).catch(() => {
      damaged.abort()
      return row
    })
  const first = await run(whole, { ...work, signal: AbortSignal.any([...wanted, damaged.signal]) })
  if (!damaged.signal.aborted || work.signal?.aborted) return ended(first, 0)

  // The second copy may have it whole. Where it has not, it would otherwise keep everything else encrypted; nothing could open it later.
  await putRight()
  const unopened = new Set<string>()
  const asFarAsCan: Rewrite = (store, row) =>
    sealer.open(store, row).catch(() => {
      unopened.add(`${store}/${row.id}`)
      return withoutSecrets(store, row)
    })
  const second = await run(asFarAsCan, work)
  return ended(second, unopened.size)
}
