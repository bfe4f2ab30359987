/** Reads a picked file in the data worker; what it holds comes in parts, none of which holds the page up. */
import type { DataAsks } from './data-asks.ts'
import { gatherParts } from './file-parts.ts'
import type { ReadFile } from './import-ports.ts'

type Read = DataAsks['read']

/** Asks the data worker to read; resolves with null where it was stopped. */
type AskToRead = (
  name: 'read',
  given: Read['given'],
  work: {
    readonly onPart: (part: Read['part']) => void
    readonly onProgress?: (done: number, of: number) => void
    readonly signal?: AbortSignal
  },
) => Promise<Read['answer'] | null>

export const createReadFile =
  (ask: AskToRead): ReadFile =>
  async (file, passphrase, { onProgress, signal }) => {
    const parts = gatherParts()
    const head = await ask(
      'read',
      { file, passphrase },
      { onPart: parts.add, ...(onProgress && { onProgress }), ...(signal && { signal }) },
    )
    return head && parts.whole(head)
  }
