/** Deletes everything that Thaw keeps; killed anywhere, the next start goes on with it. */

import { checkInTurn, nudgeTurn } from '../core/turns.ts'
import type { Erasable, Left } from './data-ports.ts'
import type { Locks } from './ports.ts'

/** The key that says that a deletion is under way, in `storage.local` or, on a full disk, in `storage.session`; it goes last. */
export const erasingKey = 'erasing'

export type ErasePorts = {
  readonly places: { readonly [name: string]: Erasable }
  readonly mark: {
    read(): Promise<boolean>
    put(): Promise<void>
    /** With whatever else stands beside it. */
    clear(): Promise<void>
  }
  /** Turns that are not long in coming; a turn that does not come rejects. */
  readonly locks: Locks
}

/** What is left, by its place; nothing where it is done. */
type Erased = { readonly left: { readonly [place: string]: Exclude<Left, 'nothing'> } }

export type Eraser = {
  /** From here on it is settled, whatever befalls the page. */
  begin(): Promise<void>
  /** Whether one is under way. */
  isBegun(): Promise<boolean>
  /** Ends one that is under way, and does nothing where none is. */
  finish(): Promise<Erased>
}

/**
 * Every writer has one of these turns, and takes the outer ones before the inner. Those that had their turn before have written, and those
 * that wait write once it is given back, which the next round finds.
 */
const turns = [nudgeTurn, checkInTurn, 'kept-file', 'snapshots', 'settings', 'thaw/long', 'thaw', 'log']

/** Each writer that waits may write once more; after so many rounds somebody writes on purpose. */
const rounds = 5

export const createEraser = ({ places, mark, locks }: ErasePorts): Eraser => {
  /** Goes on without a turn that does not come: a context that hangs must not prevent the deletion. */
  const inTurn = async <Value>(name: string, work: () => Promise<Value>): Promise<Value> => {
    let begun = false
    const begin = () => {
      begun = true
      return work()
    }
    try {
      return await locks.exclusive(name, begin)
    } catch (problem) {
      if (begun) throw problem
      return work()
    }
  }

  const emptied = async (empty: Erasable): ReturnType<Erasable> => {
    try {
      return await empty()
    } catch {
      // A note of it would be the first thing to be kept again.
      return { found: true, left: 'content' }
    }
  }

  /** One place after the other: the second copy before the database, so that nothing is ever restored from it. */
  const round = async (before: Erased['left']) => {
    const left: { [place: string]: Exclude<Left, 'nothing'> } = {}
    let found = false
    for (const [name, empty] of Object.entries(places)) {
      // It goes once it is let go of, and until then the browser answers nobody who asks for it.
      const end = before[name] === 'shell' ? { found: false, left: before[name] } : await emptied(empty)
      found ||= end.found
      if (end.left !== 'nothing') left[name] = end.left
    }
    return { found, left }
  }

  const allTurns = (before: Erased['left']) =>
    turns.reduceRight(
      (inner, name) => () => inTurn(name, inner),
      () => round(before),
    )()

  const finish = async (): Promise<Erased> => {
    if (!(await mark.read())) return { left: {} }
    let end = await allTurns({})
    for (let more = 1; more < rounds && end.found; more += 1) end = await allTurns(end.left)
    // Whatever could not be deleted is told; to delete once more at the next start would take what is new by then.
    await mark.clear()
    return { left: end.left }
  }

  return {
    begin: mark.put,
    isBegun: mark.read,
    finish: async () => ((await mark.read()) ? inTurn(erasingKey, finish) : { left: {} }),
  }
}
