/** Who holds the keys of the lock: read from memory that the browser's pages share, and waited for while it is locked. */
import type { Gate, Sealer } from '../../app/lock-ports.ts'
import type { Changes, KeyValue } from '../../app/ports.ts'
import { type LockHeader, readLockHeader } from '../../core/lock.ts'
import { lockKey } from '../lock-key.ts'
import { type Bytes, fromText, toText } from './bytes.ts'
import { createSealer } from './sealer.ts'

/** Under which the data key lies, in memory alone: https://developer.chrome.com/docs/extensions/reference/api/storage#storage_areas */
const heldKey = 'lock-key'

type Held = { readonly id: string; readonly key: string }

type Needs = {
  readonly local: Pick<KeyValue, 'get'>
  /** Held in memory, and seen by Thaw's own pages alone. */
  readonly session: KeyValue
  readonly changes: Changes
}

export type Keyring = {
  /** Null where there is no lock, `unreadable` where what is stored is no lock that could be opened. */
  header(): Promise<LockHeader | 'unreadable' | null>
  /** The data key; null while it is locked. */
  key(header: LockHeader): Promise<Bytes | null>
  hold(header: LockHeader, key: Bytes): Promise<void>
  /** Forgets the key. */
  drop(): Promise<void>
  /** Tells everybody, this context first, that something about the lock changed. */
  announce(): void
  readonly gate: Gate
}

/**
 * Every asker of `gate` gets the same sealer until the lock changes. It rejects where the browser refuses; the next asker then looks anew.
 */
export const createKeyring = ({ local, session, changes }: Needs): Keyring => {
  const header: Keyring['header'] = async () => {
    const stored = (await local.get([lockKey]))[lockKey]
    return stored === undefined ? null : (readLockHeader(stored) ?? 'unreadable')
  }

  /** What is held may be the key of another lock. */
  const key: Keyring['key'] = async ({ id }) => {
    const held = (await session.get([heldKey]))[heldKey] as Partial<Held> | undefined
    try {
      return held?.id === id ? fromText(String(held.key)) : null
    } catch {
      return null
    }
  }

  let looking: Promise<Sealer | null> | null = null
  let turned = Promise.withResolvers<void>()

  const look = async (): Promise<Sealer | null> => {
    for (;;) {
      const next = turned.promise
      const found = await header()
      if (found === null) return null
      const known = found === 'unreadable' ? null : await key(found)
      if (known === null || found === 'unreadable') {
        await next
        continue
      }
      const sealer = await createSealer(known, found)
      // While the lock is taken off, what is read may still be sealed, and what is written no longer is.
      if (found.state === 'opening') return { ...sealer, seal: async (_store, row) => row, opensOnly: true }
      return sealer
    }
  }

  const turn = () => {
    looking = null
    turned.resolve()
    turned = Promise.withResolvers()
  }
  changes.listen(topic => {
    if (topic === 'lock') turn()
  })

  return {
    header,
    key,
    hold: async ({ id }, bytes) => {
      const held: Held = { id, key: toText(bytes) }
      await session.set({ [heldKey]: held })
    },
    drop: () => session.remove([heldKey]),
    announce: () => {
      turn()
      changes.announce('lock')
    },
    gate: () => {
      if (looking !== null) return looking
      const begun = look()
      looking = begun
      begun.catch(() => {
        if (looking === begun) looking = null
      })
      return begun
    },
  }
}
