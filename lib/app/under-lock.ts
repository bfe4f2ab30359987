/** Stands before something of the history and leads under the lock where there is one, without carrying the lock's code. */
import { type ReadonlySignal, signal } from '@preact/signals'
import type { Changes, KeyValue } from './ports.ts'

/** Loads what stands under the lock once one is known of. */
export type LockPlace<Under> = {
  /** Null where there is no lock, undefined as long as that is not known. */
  readonly known: ReadonlySignal<Under | null | undefined>
  look(): Promise<Under | null>
  /** Whether there is a lock now: what was loaded once stays, also after the lock was turned off. */
  stands(): Promise<boolean>
}

type Needs<Under> = {
  readonly local: Pick<KeyValue, 'get'>
  /** Where the lock's header lies. */
  readonly key: string
  readonly changes: Pick<Changes, 'listen'>
  readonly load: () => Promise<Under>
}

export const createLockPlace = <Under>({ local, key, changes, load }: Needs<Under>): LockPlace<Under> => {
  const known = signal<Under | null | undefined>(undefined)
  let looking: Promise<Under | null> | null = null
  changes.listen(topic => {
    // What was loaded knows by itself what becomes of the lock.
    if (topic !== 'lock' || known.peek()) return
    looking = null
    known.value = undefined
    void place.look()
  })
  const stands = async () => (await local.get([key]))[key] !== undefined
  const look = async () => {
    const under = (await stands()) ? await load() : null
    known.value = under
    return under
  }
  const place: LockPlace<Under> = {
    known,
    stands,
    look: () => {
      looking ??= look()
      const one = looking
      one.catch(() => {
        if (looking === one) looking = null
      })
      return one
    },
  }
  return place
}

type Asked = (...given: never[]) => Promise<unknown>

/**
 * Without a lock: `open`. With one: what `pick` takes from behind it. Until that is known, the calls in `reads` start at once, so that
 * nobody waits for two answers in a row.
 */
export const underLock = <Door extends object, Under>(
  open: Door,
  place: LockPlace<Under>,
  pick: (under: Under) => Door,
  reads: readonly (keyof Door)[] = [],
): Door =>
  new Proxy(open, {
    get: (_door, name) => {
      const method = name as keyof Door
      if (typeof open[method] !== 'function') return open[method]
      const ask = (door: Door) => door[method] as Asked
      return (...given: never[]) => {
        const known = place.known.peek()
        if (known !== undefined) return ask(known ? pick(known) : open)(...given)
        const begun = reads.includes(method) ? ask(open)(...given) : null
        // Looked at below.
        begun?.catch(() => {})
        return place.look().then(under => {
          if (under !== null) return ask(pick(under))(...given)
          return begun ?? ask(open)(...given)
        })
      }
    },
  })
