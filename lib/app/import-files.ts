/** The files that a person gave, read one after the other: each is opened once the one before it is done with. */
import { type ReadonlySignal, signal } from '@preact/signals'

export type ImportFiles = {
  /** The names of those that wait. */
  readonly waiting: ReadonlySignal<readonly string[]>
  add(files: readonly File[]): void
  /** The next one, which then waits no longer; null where none does. */
  take(): File | null
}

export const createImportFiles = (): ImportFiles => {
  const files = signal<readonly File[]>([])
  const waiting = signal<readonly string[]>([])
  const put = (next: readonly File[]) => {
    files.value = next
    waiting.value = next.map(({ name }) => name)
  }
  return {
    waiting,
    add: more => put([...files.value, ...more]),
    take: () => {
      const [first, ...rest] = files.value
      put(rest)
      return first ?? null
    },
  }
}
