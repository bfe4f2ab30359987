/** The lock of a history: set up, opened, closed, changed, and what each of those does with its header. */
import type { Locked, LockFacts, LockOfHistory, WayIn } from '../../app/lock-ports.ts'
import type { Chance, Clock, KeyValue, Stored } from '../../app/ports.ts'
import { defaultMinutes, type LockHeader, type LockMinutes } from '../../core/lock.ts'
import { fail, ok } from '../../core/result.ts'
import { type Instant, minute, second } from '../../core/time.ts'
import type { HeaderChange } from '../lock-header.ts'
import { attempt, isOf } from './attempt.ts'
import type { Bytes } from './bytes.ts'
import { createFinish, type FinishNeeds } from './finish.ts'
import { isProved, provedHeader, withMac } from './header-mac.ts'
import { makeLock, newCode, unwrapKey, wrapKey } from './keys.ts'
import { usedKey } from './used.ts'

export type LockNeeds = FinishNeeds & {
  /** Held in memory, and seen by Thaw's own pages alone. */
  readonly session: KeyValue
  /** What of `session` stays when it is locked; everything else may be somebody's words. */
  readonly stays: readonly string[]
  readonly history: {
    changeLock(change: HeaderChange): Stored<boolean>
    mendLock(): Stored<void>
  }
  /** Has the daily copies made anew later, also where it cannot be done now. */
  readonly renewLater: () => Promise<void>
  /** Asks to be woken at a time, to lock by then. */
  readonly wakeBy: (at: Instant) => void
  readonly clock: Clock
  readonly chance: Chance
}

/** How often a person's use is noted. */
const noted = 20 * second

/** The header with its state set to `sealing`. A proof of `opening` covers that state, so it is dropped. */
const adopted = ({ mac, ...header }: LockHeader): LockHeader => ({
  ...header,
  state: 'sealing',
  ...(mac !== undefined && header.state !== 'opening' && { mac }),
})

/** See Lock. What gives a Locked never rejects; `facts` and `lock` reject where the browser refuses. */
export const createLock = (needs: LockNeeds): LockOfHistory => {
  const { keyring, session, stays, history, renewCopies, renewLater } = needs
  const { changes, wakeBy, clock, chance } = needs
  const now = () => clock.now().epochMilliseconds
  let notedAt = 0

  const wakeFor = (minutes: LockMinutes) => {
    if (minutes !== null) wakeBy(now() + minutes * minute)
  }

  const hold = async (header: LockHeader, key: Bytes) => {
    await session.set({ [usedKey]: now() })
    await keyring.hold(header, key)
    wakeFor(header.minutes)
  }

  const readHeader = async (): Locked<LockHeader> => {
    let found = await keyring.header()
    // The other copy may be whole.
    if (found === 'unreadable' && (await history.mendLock()).ok) found = await keyring.header()
    return found === null || found === 'unreadable' ? fail({ kind: 'unreadable' }) : ok(found)
  }

  const keysBy = async (way: WayIn): Locked<{ readonly header: LockHeader; readonly key: Bytes }> => {
    const found = await readHeader()
    if (!found.ok) return found
    const key = await unwrapKey(found.value, way)
    return key === null ? fail({ kind: 'wrong' }) : ok({ header: found.value, key })
  }

  /** Changes the header as it stands by then: other pages change it too. */
  const change = async (next: HeaderChange): Locked<boolean> => {
    const changed = await history.changeLock(next)
    // Where it failed, one of the two copies may have been written.
    if (!changed.ok || changed.value) keyring.announce()
    return changed
  }

  /**
   * Changes the header if it is still of the same lock. `opened` is the kind of the way in that opened it just now; null where it was open
   * before.
   */
  const changeOf = async (
    { id }: LockHeader,
    key: Bytes,
    opened: WayIn['kind'] | null,
    next: (current: LockHeader) => LockHeader,
  ): Locked<void> => {
    const changed = await change(async (current, within) =>
      isOf(current, id) ? withMac(key, next(await provedHeader(key, current, within, opened))) : undefined,
    )
    if (!changed.ok) return changed
    return changed.value ? ok(undefined) : fail({ kind: 'failed', name: 'InvalidStateError' })
  }

  /** Takes `next` in place of the way in of its kind; every other one stays, whatever opened it. */
  const replaceWay = async (way: WayIn, next: WayIn): Locked<void> => {
    const opened = await keysBy(way)
    if (!opened.ok) return opened
    const { header, key } = opened.value
    const wrapped = await wrapKey(header.id, key, next)
    // The daily copies hold the header too, and open with the one before until they are made anew. That is kept first: what fails
    // after the header was changed would hide that it was.
    await renewLater()
    const changed = await changeOf(header, key, way.kind, current => ({
      ...current,
      ways: [wrapped, ...current.ways.filter(({ kind }) => kind !== next.kind)],
    }))
    const stands = await keyring.header()
    // Also where only one copy was written: that is what opens the lock from now on.
    if (!changed.ok && !(isOf(stands, header.id) && stands.ways.some(({ key: one }) => one === wrapped.key)))
      return changed
    // They may have been made meanwhile.
    await renewLater().catch(() => {})
    return ok(undefined)
  }

  const finish = createFinish({ ...needs, readHeader, change, changeOf })

  return {
    gate: keyring.gate,

    facts: async (): Promise<LockFacts> => {
      const header = await keyring.header()
      const nothing = { unfinished: null, hasCode: false, wasChanged: false } as const
      if (header === null) return { ...nothing, state: 'none', minutes: defaultMinutes }
      if (header === 'unreadable') return { ...nothing, state: 'locked', minutes: null }
      return {
        state: (await keyring.key(header)) === null ? 'locked' : 'unlocked',
        unfinished: header.state === 'sealing' ? 'on' : header.state === 'opening' ? 'off' : null,
        hasCode: header.ways.some(({ kind }) => kind === 'code'),
        minutes: header.minutes,
        wasChanged: header.changed === true,
      }
    },

    listen: heard =>
      changes.listen(topic => {
        if (topic === 'lock') heard()
      }),

    unlock: way =>
      attempt(async () => {
        const opened = await keysBy(way)
        if (!opened.ok) return opened
        const { header, key } = opened.value
        // The header is set right first, because whoever hears that the lock is open goes by it. Where that fails it is done at the next
        // unlocking, unless everything would be written in the clear until then.
        if (!(await isProved(key, header))) {
          const right = await changeOf(header, key, way.kind, same => same)
          if (!right.ok && header.state === 'opening') return right
        }
        const stands = await readHeader()
        await hold(stands.ok ? stands.value : header, key)
        keyring.announce()
        return ok(undefined)
      }),

    lock: async () => {
      if ((await keyring.header()) === null) return
      await session.remove((await session.keys()).filter(key => !stays.includes(key)))
      keyring.announce()
    },

    touch: () => {
      if (now() - notedAt < noted) return
      notedAt = now()
      const note = async () => {
        const header = await keyring.header()
        if (header === null || header === 'unreadable' || (await keyring.key(header)) === null) return
        await session.set({ [usedKey]: now() })
      }
      // Unnoted, it locks a little sooner.
      note().catch(() => {})
    },

    turnOn: ask =>
      attempt(async () => {
        if ((await keyring.header()) !== null) return fail({ kind: 'failed', name: 'ConstraintError' })
        const { header, dataKey, code } = await makeLock(chance.id(now()), ask)
        // Whoever writes once the header stands must find the key.
        await hold(header, dataKey)
        const changed = await change(current => (current === null ? header : undefined))
        const stands = await keyring.header()
        // Also where only one copy was written: the code that opens it must be told, and `finish` writes the other copy.
        if (isOf(stands, header.id)) return ok({ code })
        await keyring.drop()
        return changed.ok ? fail({ kind: 'failed', name: 'ConstraintError' }) : changed
      }),

    finish,

    adopt: header =>
      attempt(async () => {
        const found = await keyring.header()
        if (found !== null && found !== 'unreadable') return ok(found.id === header.id)
        // What was written since is in the clear.
        return change(current => (current === null || current === 'unreadable' ? adopted(header) : undefined))
      }),

    turnOff: (way, work) =>
      attempt(async () => {
        const opened = await keysBy(way)
        if (!opened.ok) return opened
        const { header, key } = opened.value
        await hold(header, key)
        const changed = await changeOf(header, key, way.kind, current => ({ ...current, state: 'opening' }))
        return changed.ok ? finish(work) : changed
      }),

    changePassphrase: (way, passphrase) =>
      attempt(async () => {
        const replaced = await replaceWay(way, { kind: 'passphrase', text: passphrase })
        if (replaced.ok) await renewCopies().catch(() => {})
        return replaced
      }),

    renewCode: way =>
      attempt(async () => {
        const code = newCode()
        const renewed = await replaceWay(way, { kind: 'code', text: code })
        if (!renewed.ok) return renewed
        // The code before this one no longer opens anything, so the person sees the new one without waiting for the copies.
        void renewCopies().catch(() => {})
        return ok(code)
      }),

    setMinutes: minutes =>
      attempt(async () => {
        const found = await readHeader()
        if (!found.ok) return found
        const key = await keyring.key(found.value)
        if (key === null) return fail({ kind: 'failed', name: 'NotAllowedError' })
        const changed = await changeOf(found.value, key, null, current => ({ ...current, minutes }))
        if (changed.ok) wakeFor(minutes)
        return changed
      }),

    readChanged: () =>
      attempt(async () => {
        const changed = await change(current => {
          if (current === null || current === 'unreadable') return undefined
          const { changed: _, ...rest } = current
          return rest
        })
        return changed.ok ? ok(undefined) : changed
      }),
  }
}
