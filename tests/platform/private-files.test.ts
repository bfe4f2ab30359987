/** The files of Thaw's own folder, over what the browser gives out. */
import { afterEach, expect, test, vi } from 'vitest'
import { privateFiles } from '../../lib/platform/private-files.ts'

afterEach(() => vi.unstubAllGlobals())

/** A folder with these files; what cannot be opened rejects with what stands for it. */
const folder = (files: { readonly [name: string]: Blob | DOMException }) => {
  const handles = Object.entries(files).map(([name, file]) => {
    const getFile = async () => {
      if (file instanceof DOMException) throw file
      return file
    }
    return [name, { kind: 'file', getFile }] as const
  })
  const directory = {
    entries: async function* () {
      yield* handles
    },
  }
  vi.stubGlobal('navigator', {
    storage: { getDirectory: async () => ({ getDirectoryHandle: async () => directory }) },
  })
  return privateFiles('snapshots')
}

test('a file that another page removes meanwhile is not listed, and the others are', async () => {
  const files = folder({
    'a.json': new Blob(['12']),
    'b.json.part': new DOMException('', 'NotFoundError'),
    'c.json': new Blob(['123']),
  })
  expect(await files.list()).toEqual([
    { name: 'a.json', bytes: 2 },
    { name: 'c.json', bytes: 3 },
  ])
})

test('a disk that refuses is told', async () => {
  const files = folder({ 'a.json': new DOMException('', 'NotReadableError') })
  await expect(files.list()).rejects.toThrow(expect.objectContaining({ name: 'NotReadableError' }))
})
