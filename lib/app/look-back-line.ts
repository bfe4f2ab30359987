/** The page model of the one line on Today that offers the weekly look-back, where it was asked for. */
import { type ReadonlySignal, signal } from '@preact/signals'
import { type LookBackOffer, lookBackEvery, lookBacksIn, mayBeOffered, noOffer } from '../core/look-back.ts'
import type { Clock, Records, Slot } from './ports.ts'

export type LookBackLine = {
  readonly shown: ReadonlySignal<boolean>
  /** Never rejects: what cannot be read is no reason for a word. */
  load(): Promise<void>
  putOff(): Promise<void>
}

type Needs = {
  readonly records: Pick<Records, 'since'>
  readonly offer: Slot<LookBackOffer>
  readonly clock: Clock
}

export const createLookBackLine = ({ records, offer, clock }: Needs): LookBackLine => {
  const shown = signal(false)
  const now = () => clock.now().epochMilliseconds

  const read = async (): Promise<boolean> => {
    if (!mayBeOffered((await offer.read()) ?? noOffer, now())) return false
    const lately = await records.since('reflections', now() - lookBackEvery)
    return lately.ok && lookBacksIn(lately.value).length === 0
  }

  /** Another page may have switched it off since. */
  const keepPutOff = async () => {
    const { on } = (await offer.read()) ?? noOffer
    await offer.write({ on, putOffAt: now() })
  }

  return {
    shown,
    load: async () => {
      shown.value = await read().catch(() => false)
    },
    putOff: async () => {
      shown.value = false
      // Where it cannot be kept, the line comes again with the next page.
      await keepPutOff().catch(() => {})
    },
  }
}
