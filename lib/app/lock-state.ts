/** Whether Thaw is locked, for the frame of a page; a page that showed something begins anew once it is. */
import { type ReadonlySignal, signal } from '@preact/signals'
import type { Lock, LockState } from './lock-ports.ts'
import type { PageLock } from './page-parts.ts'
import type { Changes, Log } from './ports.ts'

type Needs = {
  readonly lock: PageLock
  readonly changes: Pick<Changes, 'listen'>
  /** Tells of every key and press. */
  readonly onUse: (used: () => void) => void
  /** Begins the page anew, so that nothing of what it showed is left in it. */
  readonly openAnew: () => void
  readonly log: Log
}

export type PageLockState = {
  /** `none` until it is known. */
  readonly state: ReadonlySignal<LockState>
  /** What the lock keeps in the clear was found changed, and set right, which the person has not read yet. */
  readonly wasChanged: ReadonlySignal<boolean>
  readChanged(): void
  lockNow(): void
  /** Once; to be awaited before the page is drawn where there is a lock. */
  load(): Promise<void>
}

export const createLockState = ({ lock, changes, onUse, openAnew, log }: Needs): PageLockState => {
  const state = signal<LockState>('none')
  const wasChanged = signal(false)
  let loaded: Lock | null = null

  const look = async () => {
    try {
      loaded ??= await lock.load()
      const { state: now, ...facts } = await loaded.facts()
      if (state.peek() === 'unlocked' && now === 'locked') return openAnew()
      wasChanged.value = now === 'unlocked' && facts.wasChanged
      state.value = now
    } catch (problem) {
      log.note('lock', problem)
    }
  }

  return {
    state,
    wasChanged,
    readChanged: () => {
      wasChanged.value = false
      loaded?.readChanged().catch(problem => log.note('lock', problem))
    },
    lockNow: () => {
      loaded?.lock().catch(problem => log.note('lock', problem))
    },
    load: async () => {
      changes.listen(topic => {
        if (topic === 'lock') void look()
      })
      onUse(() => loaded?.touch())
      await look()
    },
  }
}
