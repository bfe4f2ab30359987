/** Files in the origin-private file system, which no other program shows and which goes with Thaw. */
import type { PrivateFiles } from '../app/data-ports.ts'
import { isNamed } from './is-named.ts'
import { writeTo } from './write-to.ts'

/** As both browsers have it; TypeScript knows it not yet: https://developer.mozilla.org/docs/Web/API/FileSystemFileHandle/move */
type Movable = FileSystemFileHandle & { move?(name: string): Promise<void> }

const pieceSize = 2 ** 20

/** What `read` gives; null where there is no such file or folder. */
const orMissing = async <Value>(read: () => Promise<Value>): Promise<Value | null> => {
  try {
    return await read()
  } catch (error) {
    if (isNamed(error, 'NotFoundError')) return null
    throw error
  }
}

/**
 * The files of one folder. Works in pages, in Chromium's service worker and in Firefox's event page (measured in Chromium 156 and
 * Firefox 153, where both have `createWritable` and a `move` that replaces what stands there).
 */
export const privateFiles = (folder: string): PrivateFiles => {
  const opened = async (create: boolean) => {
    const root = await navigator.storage.getDirectory()
    return root.getDirectoryHandle(folder, { create })
  }
  const known = () => orMissing(() => opened(false))

  return {
    write: async (name, fill) => {
      const directory = await opened(true)
      const beside = `${name}.part`
      const part: Movable = await directory.getFileHandle(beside, { create: true })
      try {
        await writeTo(part, fill)
        if (part.move) {
          await part.move(name)
          return
        }
        // The stream of the file itself writes beside it too, and swaps when it is closed.
        const whole = await part.getFile()
        await writeTo(await directory.getFileHandle(name, { create: true }), async put => {
          for (let from = 0; from < whole.size; from += pieceSize)
            await put(new Uint8Array(await whole.slice(from, from + pieceSize).arrayBuffer()))
        })
        await directory.removeEntry(beside)
      } catch (error) {
        await directory.removeEntry(beside).catch(() => {})
        throw error
      }
    },
    read: async name => {
      const directory = await known()
      return directory && orMissing(async () => (await directory.getFileHandle(name)).getFile())
    },
    list: async () => {
      const directory = await known()
      const files: { name: string; bytes: number }[] = []
      if (directory === null) return files
      for await (const [name, handle] of directory.entries()) {
        if (handle.kind !== 'file') continue
        // Another page may have removed it meanwhile.
        const file = await orMissing(() => (handle as FileSystemFileHandle).getFile())
        if (file !== null) files.push({ name, bytes: file.size })
      }
      return files
    },
    remove: async name => {
      const directory = await known()
      if (directory !== null) await orMissing(() => directory.removeEntry(name))
    },
  }
}

/** The daily copies of the history. */
export const snapshotFiles = privateFiles('snapshots')
