/** What cannot be done over made-up data: it belongs to the person's own Thaw, and the page says so. */
import { type ReadonlySignal, signal } from '@preact/signals'

export type Refusals = {
  /** Which press was refused last, counted so that each one is said anew; null where there is nothing to say. */
  readonly last: ReadonlySignal<number | null>
  refuse(): void
  /** Something else is looked at. */
  putAway(): void
}

export const createRefusals = (): Refusals => {
  const last = signal<number | null>(null)
  let count = 0
  return {
    last,
    refuse: () => {
      count += 1
      last.value = count
    },
    putAway: () => {
      last.value = null
    },
  }
}
