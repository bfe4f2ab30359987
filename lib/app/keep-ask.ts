/** "Keep a line about this?": asked when much was felt, or a high of the day reached the person, once a day at most, and never while things feel far away. */
import { computed, effect, type ReadonlySignal, signal } from '@preact/signals'
import { isFar } from '../core/check-in.ts'
import { type Asked, highReached } from '../core/keepsake.ts'
import { momentOf } from '../core/time.ts'
import type { OpenCheckIn } from './check-in-types.ts'
import type { Line } from './line.ts'
import type { PauseRun } from './pause-run.ts'
import type { Clock, Slot } from './ports.ts'

export type KeepAsk = {
  /** Whether the question stands on the screen that is shown. */
  readonly asks: ReadonlySignal<boolean>
  /** The question was seen: it counts for this day. */
  seen(): void
  readonly line: Line
}

type Needs = {
  readonly open: Pick<OpenCheckIn, 'draft' | 'record'>
  readonly after: PauseRun['after']
  readonly line: Line
  readonly slot: Slot<Asked>
  readonly clock: Clock
  readonly owner: () => string
}

/** From here on something came through that may be worth a line. */
const much = 7

export const createKeepAsk = ({ open, after, line, slot, clock, owner }: Needs): KeepAsk => {
  /** Not known until it is read, and not asked until it is known. */
  const asked = signal<Asked | null | 'unread'>('unread')
  void slot.read().then(
    last => {
      asked.value = last
    },
    () => {},
  )
  const today = () => momentOf(clock.now()).day

  /** The session in which a high that reached them was written: it is gone from the draft once the pause is over. */
  const high = signal<string | null>(null)
  effect(() => {
    const { writing, sessionId } = open.draft.value
    const reach = writing?.values['highReach']
    if (reach !== undefined) high.value = Number(reach) >= highReached ? sessionId : null
  })

  const felt = computed(() => {
    const { place } = open.draft.value
    if (place === 'after') return after.value?.after ?? null
    return place === 'offer' ? open.record.value.felt : null
  })
  const asks = computed(() => {
    if (asked.value === 'unread' || isFar(open.record.value.far)) return false
    const isFree = asked.value?.day !== today() || asked.value.owner === owner()
    const { place, sessionId } = open.draft.value
    const hadHigh = place === 'after' && high.value !== null && high.value === sessionId
    return isFree && (hadHigh || (felt.value ?? 0) >= much)
  })

  return {
    asks,
    line,
    seen: () => {
      const now = { day: today(), owner: owner() }
      const last = asked.value
      if (last !== 'unread' && last?.day === now.day && last.owner === now.owner) return
      asked.value = now
      // Where the browser refuses, it may be asked once more.
      slot.write(now).catch(() => {})
    },
  }
}
