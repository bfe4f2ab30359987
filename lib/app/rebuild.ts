/** The page model of counting the days again by hand; it goes on whatever section is open. */
import { type ReadonlySignal, signal } from '@preact/signals'
import type { CheckDays } from './day-check.ts'

export type RebuildStep =
  | { readonly kind: 'ready' }
  /** So many rows of so many are read; 0 of 0 until the number is known. */
  | { readonly kind: 'running'; readonly done: number; readonly of: number }
  /** `repaired` of `checked` days differed and were put right. */
  | { readonly kind: 'done'; readonly checked: number; readonly repaired: number }
  | { readonly kind: 'stopped'; readonly repaired: number }
  /** The history could not be read or written. */
  | { readonly kind: 'failed' }

export type Rebuild = {
  readonly step: ReadonlySignal<RebuildStep>
  /** Resolves when it has ended, however it did; does nothing while it runs. */
  start(): Promise<void>
  /** What was put right until then stays. */
  stop(): void
}

export const createRebuild = ({ check }: { readonly check: CheckDays }): Rebuild => {
  const step = signal<RebuildStep>({ kind: 'ready' })
  let stopping = new AbortController()

  return {
    step,
    start: async () => {
      if (step.value.kind === 'running') return
      step.value = { kind: 'running', done: 0, of: 0 }
      stopping = new AbortController()
      const checked = await check({
        insist: true,
        signal: stopping.signal,
        onProgress: (done, of) => {
          step.value = { kind: 'running', done, of }
        },
      })
      if (!checked.ok) {
        step.value = { kind: 'failed' }
        return
      }
      const { checked: days, repaired, whole } = checked.value
      step.value = whole ? { kind: 'done', checked: days, repaired } : { kind: 'stopped', repaired }
    },
    stop: () => stopping.abort(),
  }
}
