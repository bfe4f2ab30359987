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

/** All rows or none. Not done where it was stopped, nor where `care` meets a row that cannot be opened: a person is told what is lost. */
export const rewriteUnder = async (
  { rewrite, putRight }: RewritingHistory,
  sealer: Sealer,
  isSealing: boolean,
  work: LongWork = {},
  by: 'person' | 'care',
): Stored<Rewritten> => {
  const run = async (change: Rewrite, running: LongWork): Stored<boolean> => {
    const all = await rewrite(change, running)
    return all.ok ? ok(all.value !== null) : all
  }
  const ended = (done: Awaited<ReturnType<typeof run>>, unopened: number) =>
    done.ok ? ok({ isDone: done.value, unopened }) : done
  if (isSealing) return ended(await run(sealer.seal, work), 0)

  const openAll = async () => {
    const damaged = new AbortController()
    const whole: Rewrite = (store, row) =>
      sealer.open(store, row).catch(() => {
        damaged.abort()
        return row
      })
    const signal = AbortSignal.any([...(work.signal ? [work.signal] : []), damaged.signal])
    const done = await run(whole, { ...work, signal })
    return { done, isDamaged: damaged.signal.aborted && work.signal?.aborted !== true }
  }
  const first = await openAll()
  if (!first.isDamaged) return ended(first.done, 0)

  // The second copy may have it whole. Where it has not, it would otherwise keep everything else encrypted; nothing could open it later.
  const right = await putRight()
  if (!right.ok) return right
  if (by === 'care') return ended((await openAll()).done, 0)
  const unopened = new Set<string>()
  const asFarAsCan: Rewrite = (store, row) =>
    sealer.open(store, row).catch(() => {
      unopened.add(`${store}/${row.id}`)
      return withoutSecrets(store, row)
    })
  const second = await run(asFarAsCan, work)
  return ended(second, unopened.size)
}
