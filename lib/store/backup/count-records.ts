/** Counts the records of a Thaw backup that write.ts wrote, line by line, so that it is never in memory as a whole. */
import { isTombstone, type Row } from '../../core/merge.ts'
import { beginsAsBackup } from './format.ts'

const blockSize = 2 ** 20

/** The records of one line; a line without a record holds none. Throws where it is broken. */
const recordsIn = (line: string): number => {
  if (!line.startsWith('{')) return 0
  return isTombstone(JSON.parse(line.endsWith(',') ? line.slice(0, -1) : line) as Row) ? 0 : 1
}

/** Whether a backup ends with these lines: where it is sealed, its lock stands after the settings. */
const isEnd = (before: string, last: string): boolean =>
  last.endsWith('}') &&
  (last.startsWith('"settings":') || (last.startsWith('"lock":') && before.startsWith('"settings":')))

const count = async (content: Blob): Promise<number | null> => {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  let records = 0
  let head: string | null = null
  let before = ''
  let last = ''
  let rest = ''
  for (let from = 0; from < content.size; from += blockSize) {
    const block = await content.slice(from, from + blockSize).arrayBuffer()
    const lines = (rest + decoder.decode(block, { stream: true })).split('\n')
    rest = lines.pop() ?? ''
    for (const line of lines) {
      if (head === null) head = line
      else records += recordsIn(line)
      before = last
      last = line
    }
  }
  const isWhole = beginsAsBackup(head ?? '') && isEnd(before, last) && rest === ''
  return isWhole ? records : null
}

/** What is left of deleted ones does not count. Null where it is no such backup, or not all of one, or cannot be read. */
export const countRecords = (content: Blob): Promise<number | null> => count(content).catch(() => null)
