/** Looks over the text of a JSON file before it is parsed: how deep it is, how many records it holds, and on which lines. */
import { fileLimits, type RefusedReason } from '../../core/foreign.ts'
import { fail, ok, type Result } from '../../core/result.ts'

/** The line on which each item of a list under `records` begins, by the name of the list. */
export type Lines = ReadonlyMap<string, readonly number[]>

const quote = 34
const newline = 10
const isSpace = (code: number): boolean => code === 32 || code === newline || code === 13 || code === 9

/** The place of the quote that ends the string begun at `from`; the end of the text where none does. */
const stringEnd = (text: string, from: number): number => {
  for (let end = text.indexOf('"', from + 1); end !== -1; end = text.indexOf('"', end + 1)) {
    let slashes = 0
    while (text.charCodeAt(end - 1 - slashes) === 92) slashes += 1
    if (slashes % 2 === 0) return end
  }
  return text.length
}

const read = (name: string): string => {
  try {
    return String(JSON.parse(name))
  } catch {
    return name
  }
}

/**
 * One way through the text, without recursion, whatever it is: text that is no JSON is found out when it is parsed. Refused with
 * `too-deep` and `too-many`.
 */
export const scan = (text: string): Result<Lines, RefusedReason> => {
  const lines = new Map<string, number[]>()
  let depth = 0
  let line = 1
  let count = 0
  /** The last string in the file's own object, and in one right below it. */
  let outer = ''
  let inner = ''
  let list: number[] | null = null
  /** The next character that is none of space begins an item of the list. */
  let begins = false

  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    if (code === newline) line += 1
    if (list !== null && depth === 3 && begins && !isSpace(code) && code !== 93 /* ] */) {
      begins = false
      list.push(line)
      count += 1
      if (count > fileLimits.records) return fail('too-many')
    }
    switch (code) {
      case quote: {
        const end = stringEnd(text, at)
        if (depth === 1) outer = text.slice(at, end + 1)
        if (depth === 2) inner = text.slice(at, end + 1)
        at = end
        break
      }
      case 44: // ,
        if (depth === 3) begins = true
        break
      case 91: // [
      case 123: // {
        depth += 1
        if (depth > fileLimits.depth) return fail('too-deep')
        if (depth === 3 && code === 91 && read(outer) === 'records') {
          list = []
          begins = true
          // Of two lists with one name the later one counts, as it does when the text is parsed.
          lines.set(read(inner), list)
        }
        break
      case 93: // ]
      case 125: // }
        depth -= 1
        if (depth < 3) list = null
        break
    }
  }
  return ok(lines)
}
