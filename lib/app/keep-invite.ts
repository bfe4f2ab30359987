/** "Keep a line about this?" after a high of the day that reached the person and was written on the main page: the same question as in a check-in, once a day over both. */
import { computed, effect, type ReadonlySignal, signal } from '@preact/signals'
import { type Asked, highReached } from '../core/keepsake.ts'
import type { OpenReflection } from '../core/open-reflection.ts'
import type { Far, Id } from '../core/records.ts'
import { momentOf } from '../core/time.ts'
import type { Clock, Slot } from './ports.ts'
import type { ReflectionForm } from './reflection-form.ts'

export type KeepInvite = {
  /** Whether the question stands there. */
  readonly asks: ReadonlySignal<boolean>
  /** The question was seen: it counts for this day. */
  seen(): void
  /** Leads to where a line is kept. */
  accept(): Promise<void>
}

type Needs = {
  /** The form of highs and lows. */
  readonly form: Pick<ReflectionForm, 'open'>
  /** How far away things feel now; null where that is not known. */
  readonly far: ReadonlySignal<Far | null>
  readonly slot: Slot<Asked>
  readonly clock: Clock
  readonly keepLine: () => Promise<void>
}

/** A new one, which is kept, with a high that reached them. */
const hadHigh = ({ before, saved, values }: OpenReflection): boolean =>
  before === null && saved && Number(values['highReach'] ?? 0) >= highReached

export const createKeepInvite = ({ form, far, slot, clock, keepLine }: Needs): KeepInvite => {
  /** The record with such a high that was written last. */
  const high = signal<Id | null>(null)
  /** Not asked until it is known. */
  const asked = signal<Asked | null | 'unread'>('unread')
  const today = () => momentOf(clock.now()).day

  const readLast = async () => {
    asked.value = await slot.read().catch(() => 'unread' as const)
  }
  let last: OpenReflection | null = null
  effect(() => {
    const open = form.open.value
    if (open === null && last !== null && hadHigh(last)) {
      high.value = last.id
      // A check-in may have asked since this page was opened.
      void readLast()
    } else if (open !== null) high.value = null
    last = open
  })

  return {
    asks: computed(() => {
      if (high.value === null || asked.value === 'unread' || (far.value ?? 0) >= 2) return false
      return asked.value?.day !== today() || asked.value.owner === high.value
    }),
    seen: () => {
      if (high.value === null) return
      asked.value = { day: today(), owner: high.value }
      // Where the browser refuses, it may be asked once more.
      slot.write(asked.value).catch(() => {})
    },
    accept: async () => {
      high.value = null
      await keepLine()
    },
  }
}
