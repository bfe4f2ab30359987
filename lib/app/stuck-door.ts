/** The way to "I'm stuck" on Today, whose code is loaded when it is first taken. */
import { type ReadonlySignal, signal } from '@preact/signals'
import { once } from './once.ts'
import type { StuckPage } from './stuck-page.ts'

export type StuckDoor = {
  /** null until it was asked for. */
  readonly page: ReadonlySignal<StuckPage | null>
  /** Its code could not be read, as after an update under an open page. */
  readonly failed: ReadonlySignal<boolean>
  open(): Promise<void>
  /** Leads back to Today, from whichever door. */
  close(): void
  /** Another section is opened: the doors close, but over a name that could not be kept, which is to be seen. */
  leave(): void
}

export const createStuckDoor = (load: () => Promise<StuckPage>): StuckDoor => {
  const page = signal<StuckPage | null>(null)
  const failed = signal(false)
  const bring = once(load)
  return {
    page,
    failed,
    open: async () => {
      failed.value = false
      try {
        page.value = await bring()
      } catch {
        failed.value = true
        return
      }
      await page.value.open()
    },
    close: () => page.value?.close(),
    leave: () => {
      if (page.value?.unkept.value === null) page.value.close()
    },
  }
}
