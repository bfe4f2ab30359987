/** Two quiet minutes, where the person asks for them: how many are left, by the clock and not by counting. */
import { computed, type ReadonlySignal, signal } from '@preact/signals'
import { minute } from '../core/time.ts'
import type { CheckInPorts, OpenCheckIn } from './check-in-types.ts'

const lasts = 2 * minute

/** Whole minutes that have not ended yet; 0 once all have; null where none were asked for. */
export type MinutesLeft = number | null

/** They go on where the popup was closed and opened again, because their beginning stands in the draft. */
export type Quiet = {
  readonly left: ReadonlySignal<MinutesLeft>
  start(): void
  stop(): void
}

export const createQuiet = (
  { draft, move, now }: Pick<OpenCheckIn, 'draft' | 'move' | 'now'>,
  { later }: Pick<CheckInPorts, 'later'>,
): Quiet => {
  /** The clock as it was looked at last. */
  const looked = signal(now())
  const left = computed((): MinutesLeft => {
    const { quietSince } = draft.value
    if (quietSince === null) return null
    const spent = looked.value - quietSince
    // A clock that was set back says nothing about how long it was quiet: the minutes end.
    return spent < 0 || spent >= lasts ? 0 : Math.ceil((lasts - spent) / minute)
  })
  let stopLooking = () => {}

  const look = () => {
    stopLooking()
    looked.value = now()
    const { quietSince } = draft.value
    if (!left.value || quietSince === null) return
    const nextChange = quietSince + lasts - (left.value - 1) * minute
    stopLooking = later(nextChange - looked.value, look)
  }
  look()

  return {
    left,
    start: () => {
      move({ quietSince: now() })
      look()
    },
    stop: () => {
      stopLooking()
      move({ quietSince: null })
    },
  }
}
