/** Whether Thaw is locked, for the frame of a page; a page that showed something begins anew once it is. */
import { type ReadonlySignal, signal } from '@preact/signals'
import type { Lock, LockState } from './lock-ports.ts'
import type { PageLock } from './page-parts.ts'
import type { Changes, Log } from './ports.ts'
import { storeError } from './store-error.ts'

type Needs = {
  readonly lock: PageLock
  readonly changes: Pick<Changes, 'listen'>
  /** Tells of every key and press. */
  readonly onUse: (used: () => void) => void
  /** Begins the page anew, so that nothing of what it showed is left in it. */
  readonly openAnew: () => void
  /** Waited for between two slices of what goes on by itself. */
  readonly pause: () => Promise<void>
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

/** Goes on with a lock that was put on or taken off and cut off, where it is open; never rejects. */
export const goOnByItself = async (
  lock: Pick<Lock, 'facts' | 'finish'>,
  { pause, log }: Pick<Needs, 'pause' | 'log'>,
): Promise<void> => {
  try {
    const { state, unfinished } = await lock.facts()
    if (state !== 'unlocked' || unfinished === null) return
    const done = await lock.finish({ pause }, 'care')
    if (!done.ok) log.note('lock', storeError(done.problem))
  } catch (problem) {
    log.note('lock', problem)
  }
}

export const createLockState = ({ lock, changes, onUse, openAnew, pause, log }: Needs): PageLockState => {
  const state = signal<LockState>('none')
  const wasChanged = signal(false)
  let loaded: Lock | null = null

  const look = async () => {
    try {
      loaded ??= await lock.load()
      const { state: now, ...facts } = await loaded.facts()
      if (state.peek() === 'unlocked' && now === 'locked') return openAnew()
      const isOpened = state.peek() === 'locked' && now === 'unlocked'
      wasChanged.value = now === 'unlocked' && facts.wasChanged
      state.value = now
      // Nobody else would: what sees to it when a page is opened came too early.
      if (isOpened) await goOnByItself(loaded, { pause, log })
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
