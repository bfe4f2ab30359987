/** The lock in the frame of a page: nothing until one is known of, and then what is loaded for it. */
import { effect, type ReadonlySignal, signal } from '@preact/signals'
import type { LockPlace } from './under-lock.ts'

/** `load` is called once. null until it is there; without it the page waits, and shows nothing. */
export const createFrameLock = <Frame>(
  place: LockPlace<unknown>,
  load: () => Promise<Frame>,
): ReadonlySignal<Frame | null> => {
  const frame = signal<Frame | null>(null)
  const stop = effect(() => {
    if (!place.known.value) return
    void load().then(loaded => {
      stop()
      frame.value = loaded
    })
  })
  void place.look()
  return frame
}
