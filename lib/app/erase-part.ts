/** The page model of the place where everything can be deleted: from the person's word on, the page for it takes over. */
import { type ReadonlySignal, signal } from '@preact/signals'
import type { Eraser } from './erase.ts'

type EraseStep =
  | { readonly kind: 'ready' }
  | { readonly kind: 'beginning' }
  /** It could not begin; nothing was deleted. */
  | { readonly kind: 'failed' }

export type ErasePartModel = {
  readonly step: ReadonlySignal<EraseStep>
  /** The person has said so; the page is left. */
  erase(): Promise<void>
}

type Needs = {
  readonly eraser: Pick<Eraser, 'begin'>
  /** Leaves for the page that deletes everything. */
  readonly leave: () => void
}

export const createErasePart = ({ eraser, leave }: Needs): ErasePartModel => {
  const step = signal<EraseStep>({ kind: 'ready' })
  return {
    step,
    erase: async () => {
      if (step.value.kind === 'beginning') return
      step.value = { kind: 'beginning' }
      try {
        await eraser.begin()
        leave()
      } catch {
        step.value = { kind: 'failed' }
      }
    },
  }
}
