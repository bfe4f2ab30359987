/** The page model of saving what can still be read of a history that does not open. */
import { type ReadonlySignal, signal } from '@preact/signals'
import type { LongWork, WholeHistory, WriteBackup } from './data-ports.ts'
import type { Clock, Log, TakeOut } from './ports.ts'
import { storeError } from './store-error.ts'

type RescueStep =
  | { readonly kind: 'ready' }
  | { readonly kind: 'reading' }
  /** The file was given to the browser to save, with so many records in it. */
  | { readonly kind: 'done'; readonly records: number }
  | { readonly kind: 'failed' }

export type Rescue = {
  /** The history does not open, and not for the reason that a newer Thaw made it. */
  readonly needed: ReadonlySignal<boolean>
  readonly step: ReadonlySignal<RescueStep>
  load(): Promise<void>
  save(): Promise<void>
}

type Needs = {
  readonly whole: Pick<WholeHistory, 'counts'>
  /** Writes what can still be read as a backup. */
  readonly writeRescued: WriteBackup
  readonly takeOut: Pick<TakeOut, 'saveFile'>
  readonly clock: Clock
  readonly log: Log
}

export const createRescue = ({ whole, writeRescued, takeOut, clock, log }: Needs): Rescue => {
  const needed = signal(false)
  const step = signal<RescueStep>({ kind: 'ready' })

  const write = async (): Promise<RescueStep> => {
    const parts: string[] = []
    const work: LongWork = {}
    const written = await writeRescued(part => void parts.push(part), work)
    if (!written.ok) throw storeError(written.problem)
    if (written.value === null) return { kind: 'ready' }
    const name = `thaw-${clock.now().toPlainDate()}-rescued.json`
    takeOut.saveFile(name, new Blob(parts, { type: 'application/json' }))
    const { records } = written.value
    return { kind: 'done', records }
  }

  return {
    needed,
    step,
    load: async () => {
      const counts = await whole.counts()
      needed.value = !counts.ok && counts.problem.kind === 'failed'
    },
    save: async () => {
      if (step.value.kind === 'reading') return
      step.value = { kind: 'reading' }
      try {
        step.value = await write()
      } catch (problem) {
        log.note('rescue', problem)
        step.value = { kind: 'failed' }
      }
    },
  }
}
