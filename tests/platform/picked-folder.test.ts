/** A folder that the person picked, over what the browser gives out. */
import { expect, test } from 'vitest'
import { ownFolder, type PickedFolder } from '../../lib/platform/picked-folder.ts'

/** A folder with these files; what cannot be opened rejects with what stands for it. */
const folder = (files: { readonly [name: string]: Blob | DOMException }) => {
  const getFileHandle = async (name: string) => {
    const file = files[name] ?? new DOMException('', 'NotFoundError')
    if (file instanceof DOMException) throw file
    return { getFile: async () => file }
  }
  const handle = { name: 'Documents', getFileHandle } as unknown as PickedFolder
  return ownFolder({ read: async () => handle, write: async () => {} })
}

test('an empty file, as a write that broke off leaves it, is none', async () => {
  const own = folder({ 'a.json': new Blob(['{}']), 'b.json': new Blob([]) })
  expect(await Promise.all(['a.json', 'b.json', 'c.json'].map(own.has))).toEqual([true, false, false])
})

test('a disk that refuses is told', async () => {
  const own = folder({ 'a.json': new DOMException('', 'NotReadableError') })
  await expect(own.has('a.json')).rejects.toThrow(expect.objectContaining({ name: 'NotReadableError' }))
})
