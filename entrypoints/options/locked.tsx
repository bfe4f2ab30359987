/** What stands in place of a page while Thaw is locked: composed and drawn. */
import type { FunctionComponent } from 'preact'
import { showChanged } from '../../components/lock/ChangedNotice.tsx'
import { LockedPage } from '../../components/lock/LockedPage.tsx'
import { LockScreen } from '../../components/lock/LockScreen.tsx'
import type { FrameLock } from '../../components/options/OptionsPage.tsx'
import { composeLockScreen } from '../../lib/app/compose-lock-screen.ts'
import { composeLockState } from '../../lib/app/compose-lock-state.ts'

type Parts = Parameters<typeof composeLockScreen>[0]

/** What the frame of the main page shows of the lock. */
export const openFrame = async (parts: Parts): Promise<FrameLock> => {
  const lock = composeLockState(parts)
  await lock.load()
  showChanged(lock)
  return {
    ...lock,
    loadScreen: async () => {
      const model = await composeLockScreen(parts)
      return () => <LockScreen model={model} />
    },
  }
}

/** A page by itself: `draw` is given what stands there while it is locked, and `open` is called once it is not. */
export const openLockedPage = async (
  parts: Parts,
  draw: (Locked: FunctionComponent) => void,
  open: () => void,
): Promise<void> => {
  const lock = composeLockState(parts)
  await lock.load()
  if (lock.state.value !== 'locked') return open()
  const model = await composeLockScreen(parts)
  draw(() => <LockedPage model={model} />)
  const stop = lock.state.subscribe(state => {
    if (state === 'locked') return
    // `subscribe` calls back at once, before `stop` is assigned.
    queueMicrotask(() => stop())
    open()
  })
}
