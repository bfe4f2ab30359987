/** Brings a lock that is being put on or taken off to its end: everything is rewritten, and then the header says so. */
import type { LongWork } from '../../app/data-ports.ts'
import type { Locked, LockOfHistory, Rewritten, WayIn } from '../../app/lock-ports.ts'
import type { Changes } from '../../app/ports.ts'
import type { LockHeader } from '../../core/lock.ts'
import { fail, ok } from '../../core/result.ts'
import type { HeaderChange } from '../lock-header.ts'
import { attempt, isOf } from './attempt.ts'
import type { Bytes } from './bytes.ts'
import { isProved } from './header-mac.ts'
import type { Keyring } from './keyring.ts'
import { type RewritingHistory, rewriteUnder } from './rewrite-under.ts'
import { createSealer } from './sealer.ts'

export type FinishNeeds = {
  readonly keyring: Keyring
  readonly history: RewritingHistory
  /** Writes once more, as it stands, what is secret outside the database, so that it is sealed or opened. */
  readonly rewriteValues: () => Promise<void>
  readonly changes: Changes
  /** Makes the daily copies anew; where it fails, the background does it later. */
  readonly renewCopies: () => Promise<unknown>
}

/** What a lock does with its header. */
type Header = {
  readHeader(): Locked<LockHeader>
  change(next: HeaderChange): Locked<boolean>
  changeOf(
    of: LockHeader,
    key: Bytes,
    opened: WayIn['kind'] | null,
    next: (current: LockHeader) => LockHeader,
  ): Locked<void>
}

/** See Lock. Never rejects. Goes round again where the lock was changed or written under meanwhile; `wrong` while it is locked. */
export const createFinish = ({
  keyring,
  history,
  rewriteValues,
  changes,
  renewCopies,
  readHeader,
  change,
  changeOf,
}: FinishNeeds & Header): LockOfHistory['finish'] => {
  /** `again` where the lock was changed meanwhile, or written under. */
  const round = async (
    work: LongWork | undefined,
    by: 'person' | 'care',
  ): Locked<Rewritten & { readonly again?: true }> => {
    const nothing: Rewritten = { isDone: true, unopened: 0 }
    if ((await keyring.header()) === null) return ok(nothing)
    const found = await readHeader()
    if (!found.ok) return found
    const { value: header } = found
    if (header.state === 'on') return ok(nothing)
    const key = await keyring.key(header)
    if (key === null) return fail({ kind: 'wrong' })
    if (header.state === 'opening' && !(await isProved(key, header))) {
      // Somebody else may have asked for it: then it goes on being encrypted.
      const right = await changeOf(header, key, null, same => same)
      return right.ok ? ok({ ...nothing, again: true }) : right
    }
    const sealer = await createSealer(key, header)
    const isSealing = header.state === 'sealing'
    const all = await rewriteUnder(history, sealer, isSealing, work, by)
    if (!all.ok || !all.value.isDone) return all
    await rewriteValues()
    const changed = await change(current => {
      if (!isOf(current, header.id) || current.state !== header.state) return undefined
      return isSealing ? { ...current, state: 'on' } : null
    })
    if (!changed.ok) return changed
    if (!changed.value) return ok({ ...all.value, again: true })
    if (!isSealing) await keyring.drop()
    await renewCopies().catch(() => {})
    changes.announce('records')
    return all
  }

  return (work, by = 'person') =>
    attempt(async () => {
      let unopened = 0
      for (;;) {
        const done = await round(work, by)
        if (!done.ok) return done
        const { again, isDone, unopened: more } = done.value
        // What an earlier round could not open is no longer encrypted in the next one.
        unopened += more
        if (!again) return ok({ isDone, unopened })
      }
    })
}
