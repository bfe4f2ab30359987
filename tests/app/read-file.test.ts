/** A file read in the data worker arrives on the page as it was read, in parts that are short. */
import { expect, test } from 'vitest'
import { type FileHead, type FilePart, partSize, takeApart } from '../../lib/app/file-parts.ts'
import { createReadFile } from '../../lib/app/read-file.ts'
import type { FileRead } from '../../lib/core/file-read.ts'
import { backedUp, foreignRead } from '../support/import-world.ts'

const many = Array.from({ length: 2 * partSize + 1 }, (_, number) => backedUp(number + 1))
const unreadable = [{ line: 3, reason: 'bad-row' }] as const

/** Reads as the worker does: everything is copied on its way. */
const through = async (read: FileRead) => {
  const sizes: number[] = []
  const told: [number, number][] = []
  const readFile = createReadFile(async (_name, { passphrase }, { onPart, onProgress }) => {
    expect(passphrase).toBe('open')
    const send = (part: FilePart) => {
      sizes.push(part.items.length)
      onPart(structuredClone(part))
    }
    return structuredClone<FileHead>(takeApart(read, send, onProgress ?? (() => {})))
  })
  const arrived = await readFile(new File(['x'], 'x'), 'open', { onProgress: (...so) => told.push(so) })
  return { arrived, sizes, told }
}

test.each<readonly [string, FileRead]>([
  ['a backup', { kind: 'thaw', rows: many, unreadable, settings: { welcomed: true } }],
  ['a backup of nothing', { kind: 'thaw', rows: [], unreadable: [], settings: null }],
  ['a table', { kind: 'csv', rows: many.slice(0, 1), unreadable }],
  [
    'a backup from among other files',
    { kind: 'thaw', rows: [], unreadable: [], settings: null, zip: { read: ['a'], left: ['b'] } },
  ],
  ['one of another app', { kind: 'foreign', read: foreignRead(['meh']), zip: { read: ['a'], left: ['b'] } }],
  ['a file of another app', { kind: 'foreign', read: { ...foreignRead(['meh', 'rad']), unreadable } }],
  ['an encrypted file', { kind: 'encrypted' }],
  ['a file that is none', { kind: 'refused', reason: 'zip-bomb' }],
])('%s arrives as it was read', async (_, read) => {
  expect((await through(read)).arrived).toEqual(read)
})

test('no part is longer than it may be, and it tells how many of how many came', async () => {
  const { sizes, told } = await through({ kind: 'thaw', rows: many, unreadable, settings: null })
  expect(sizes).toEqual([partSize, partSize, 1, 1])
  expect(told.at(0)).toEqual([partSize, 2 * partSize + 2])
  expect(told.at(-1)).toEqual([2 * partSize + 2, 2 * partSize + 2])
})

test('one that was stopped gives nothing', async () => {
  const readFile = createReadFile(async () => null)
  expect(await readFile(new File(['x'], 'x'), null, {})).toBeNull()
})
