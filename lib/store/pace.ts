/** How far a long piece of work has come, and whether it is still wanted. */
import type { LongWork } from '../app/data-ports.ts'

export type Pace = {
  /** `count` more are done; what is done once more after `again` is not told twice. */
  advance(count: number): void
  /** The work starts again from the beginning. */
  again(): void
  isStopped(): boolean
  /** Lets the page answer; false where the work was stopped. */
  rest(): Promise<boolean>
  /** All is done. */
  finish(): void
}

/**
 * `of`: how many rows there are to do, each counted as often as it is looked at. `onProgress` is told of rows done, never of fewer than
 * before.
 */
export const paceOf = ({ onProgress, signal, pause }: LongWork, of: number): Pace => {
  let done = 0
  let told = -1
  const isStopped = () => signal?.aborted === true
  const tell = () => {
    if (done <= told) return
    told = done
    onProgress?.(Math.min(done, of), of)
  }
  return {
    advance: count => {
      done += count
      tell()
    },
    again: () => {
      done = 0
    },
    isStopped,
    rest: async () => {
      if (!isStopped()) await pause?.()
      return !isStopped()
    },
    finish: () => {
      done = of
      tell()
    },
  }
}
