/** The page model of a deletion of everything: it does it, says what stands in its way, and that it is done. */
import { type ReadonlySignal, signal } from '@preact/signals'
import { second } from '../core/time.ts'
import type { Left } from './data-ports.ts'
import type { Eraser } from './erase.ts'
import type { Changes, Later } from './ports.ts'

export type ErasedStep =
  | { readonly kind: 'deleting' }
  /** Nothing of the person's is left, but a page that does not answer holds on to the empty database. */
  | { readonly kind: 'blocked' }
  | { readonly kind: 'done' }
  /** Some of it could not be deleted. */
  | { readonly kind: 'left' }

export type ErasedPage = {
  readonly step: ReadonlySignal<ErasedStep>
  /** Once, when the page was drawn. */
  load(): Promise<void>
  /** Deletes once more what could not be deleted. */
  again(): Promise<void>
}

type Needs = {
  readonly eraser: Eraser
  /** Sends other pages away, which would write and read on. */
  readonly leaveOthers: () => void
  /** Goes to the main page. */
  readonly leave: () => void
  /** Whether nothing of Thaw's is kept. */
  readonly isEmpty: () => Promise<boolean>
  readonly later: Later
  readonly changes: Pick<Changes, 'announce'>
}

export const createErasedPage = (needs: Needs): ErasedPage => {
  const { eraser, leaveOthers, leave, isEmpty, later, changes } = needs
  const step = signal<ErasedStep>({ kind: 'deleting' })

  const lookAgain = async (): Promise<void> => {
    // What is not told this time may be the next time.
    if (await isEmpty().catch(() => false)) step.value = { kind: 'done' }
    else later(second, () => void lookAgain())
  }

  const end = (left: readonly Left[]) => {
    if (left.includes('content')) step.value = { kind: 'left' }
    else if (left.length === 0) step.value = { kind: 'done' }
    else {
      step.value = { kind: 'blocked' }
      later(second, () => void lookAgain())
    }
  }

  const run = async () => {
    step.value = { kind: 'deleting' }
    leaveOthers()
    try {
      const { left } = await eraser.finish()
      // The worker, and whatever page there still is, look again and find nothing.
      for (const topic of ['settings', 'records', 'nudge', 'check-in'] as const) changes.announce(topic)
      end(Object.values(left))
    } catch {
      step.value = { kind: 'left' }
    }
  }

  return {
    step,
    load: async () => {
      if (await eraser.isBegun()) await run()
      // Opened again later, when there may be something new.
      else if (await isEmpty()) step.value = { kind: 'done' }
      else leave()
    },
    again: async () => {
      await eraser.begin().catch(() => {})
      await run()
    },
  }
}
