/** What the background looks after at each of its starts, in order: a deletion comes to its end before anything is kept again. */
import type { Eraser } from './erase.ts'
import { oneAtATime } from './one-at-a-time.ts'
import type { Changes, Log } from './ports.ts'

type ErasureNeeds = {
  readonly eraser: Pick<Eraser, 'isBegun' | 'finish'>
  readonly changes: Pick<Changes, 'announce'>
  readonly log: Log
}

/**
 * Finishes a deletion of everything that was killed half-way. Await it before anything is read: what such a deletion left behind must
 * not be read any more. Two small reads where there was none; never rejects.
 */
export const createErasureEnd = ({ eraser, changes, log }: ErasureNeeds): (() => Promise<void>) => {
  const end = async () => {
    try {
      if (!(await eraser.isBegun())) return
      await eraser.finish()
      for (const topic of ['settings', 'records', 'nudge', 'check-in'] as const) changes.announce(topic)
    } catch (problem) {
      log.note('erase', problem)
    }
  }
  // A deletion that began after this worker did must be found as well.
  return oneAtATime(end)
}

type CareNeeds = {
  readonly endErasure: () => Promise<void>
  /** Nothing was ever kept, or everything was deleted. */
  readonly neverUsed: () => Promise<boolean>
  readonly careForHistory: () => Promise<void>
  readonly takeSnapshot: () => Promise<void>
  readonly log: Log
}

/** Makes nothing where nothing is kept; never rejects. */
export const createBackgroundCare =
  ({ endErasure, neverUsed, careForHistory, takeSnapshot, log }: CareNeeds) =>
  async (): Promise<void> => {
    try {
      await endErasure()
      if (await neverUsed()) return
      await careForHistory()
      await takeSnapshot()
    } catch (problem) {
      log.note('care', problem)
    }
  }
