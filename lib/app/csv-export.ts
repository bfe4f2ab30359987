/** The page model of the table for spreadsheets: a period or everything, with notes or without. */
import { type ReadonlySignal, signal } from '@preact/signals'
import { type ChosenPeriod, createChosenPeriod } from './chosen-period.ts'
import { makeCsv, type WriteCsv } from './csv-file.ts'
import type { Clock, Records, TakeOut } from './ports.ts'
import { wholePeriod } from './report-reading.ts'

export type CsvStep =
  | { readonly kind: 'ready' }
  /** So many of so many check-ins are written; 0 of 0 until the number is known. */
  | { readonly kind: 'running'; readonly done: number; readonly of: number }
  | { readonly kind: 'saved'; readonly checkIns: number }
  /** There is no check-in, so there is no file. */
  | { readonly kind: 'empty' }
  | { readonly kind: 'stopped' }
  /** The history could not be read, or no file could be made of it. */
  | { readonly kind: 'failed' }

export type CsvExport = Omit<ChosenPeriod, 'setWhole'> & {
  readonly notes: ReadonlySignal<boolean>
  readonly step: ReadonlySignal<CsvStep>
  /** Reads how far the history reaches. */
  load(): Promise<void>
  setNotes(on: boolean): void
  /** Resolves when it has ended, however it did; does nothing while it runs. */
  start(): Promise<void>
  stop(): void
}

type Needs = {
  readonly records: Pick<Records, 'days' | 'daySpan' | 'made' | 'page'>
  readonly clock: Clock
  readonly labels: Parameters<WriteCsv>[1] & { load(): Promise<void> }
  readonly takeOut: Pick<TakeOut, 'saveFile'>
  readonly loadWriter: () => Promise<WriteCsv>
  /** Lets the page do what waits, between two slices of work. */
  readonly pause: () => Promise<void>
  /** Keeps an update from ending the work; what it gives back lets go. */
  readonly holdBusy: () => () => void
}

export const createCsvExport = ({
  records,
  clock,
  labels,
  takeOut,
  loadWriter,
  pause,
  holdBusy,
}: Needs): CsvExport => {
  const today = clock.now().toPlainDate().toString()
  const { setWhole, ...chosen } = createChosenPeriod('whole', today)
  const notes = signal(true)
  const step = signal<CsvStep>({ kind: 'ready' })
  let stopping = new AbortController()

  const load = async () => {
    const whole = await wholePeriod(records)
    if (whole.ok) setWhole(whole.value)
  }

  const make = async (): Promise<CsvStep> => {
    const period = chosen.name.value === 'whole' ? null : chosen.period.value
    const ask = { period, notes: notes.value }
    const [write] = await Promise.all([loadWriter(), labels.load()])
    const onProgress = (done: number, of: number) => {
      step.value = { kind: 'running', done, of }
    }
    const work = { onProgress, signal: stopping.signal, pause }
    const made = await makeCsv({ records, labels, write }, ask, work)
    if (!made.ok) return { kind: 'failed' }
    if (made.value === null) return { kind: 'stopped' }
    const { file, checkIns } = made.value
    if (file === null) return { kind: 'empty' }
    const name = `thaw-${clock.now().toPlainDate().toString()}.csv`
    const taken = takeOut.saveFile(name, file)
    if (taken === 'done') return { kind: 'saved', checkIns }
    return { kind: taken === 'told' ? 'ready' : 'failed' }
  }

  return {
    ...chosen,
    notes,
    step,
    load,
    setNotes: on => {
      notes.value = on
    },
    start: async () => {
      if (step.value.kind === 'running') return
      step.value = { kind: 'running', done: 0, of: 0 }
      stopping = new AbortController()
      const letGo = holdBusy()
      try {
        step.value = await make()
      } catch {
        // The writer could not be loaded, as after an update under an open page, or there is no room for a file.
        step.value = { kind: 'failed' }
      } finally {
        letGo()
      }
    },
    stop: () => stopping.abort(),
  }
}
