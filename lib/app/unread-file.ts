/** Gives out the list of lines that could not be read as a text file, a sentence a line. */
import type { Unreadable } from '../core/foreign.ts'
import type { Clock, TakeOut } from './ports.ts'

/** `say` puts one into a sentence. Resolves once the browser has the file. */
export type SaveUnread = (
  unreadable: readonly Unreadable[],
  say: (one: Unreadable) => string,
) => Promise<void>

/** How many sentences are made in one go. */
const batchSize = 1_000

type Needs = {
  readonly takeOut: Pick<TakeOut, 'saveFile'>
  readonly clock: Clock
  /** Lets the page answer between two slices of the work. */
  readonly rest: () => Promise<void>
}

export const createSaveUnread =
  ({ takeOut, clock, rest }: Needs): SaveUnread =>
  async (unreadable, say) => {
    const parts: string[] = []
    for (let from = 0; from < unreadable.length; from += batchSize) {
      const sentences = unreadable.slice(from, from + batchSize).map(say)
      // A name from the file may hold anything, and a sentence is one line.
      parts.push(...sentences.map(sentence => `${sentence.replaceAll(/[\r\n]+/g, ' ')}\r\n`))
      await rest()
    }
    const day = clock.now().toPlainDate().toString()
    takeOut.saveFile(`thaw-${day}-unread-lines.txt`, new Blob(parts, { type: 'text/plain;charset=utf-8' }))
  }
