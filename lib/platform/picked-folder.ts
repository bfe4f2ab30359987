/** A folder that the person picked, which Chromium lets a page write to: https://developer.mozilla.org/docs/Web/API/File_System_API. */
import type { OwnFolder } from '../app/data-ports.ts'
import type { Slot } from '../app/ports.ts'
import { isNamed } from './is-named.ts'
import { writeTo } from './write-to.ts'

type Access = { readonly mode: 'readwrite' }

/** As Chromium has it; TypeScript knows it not yet. */
export type PickedFolder = FileSystemDirectoryHandle & {
  queryPermission(access: Access): Promise<PermissionState>
  requestPermission(access: Access): Promise<PermissionState>
}

type Picks = {
  showDirectoryPicker?(options: {
    readonly id: string
    readonly mode: Access['mode']
    readonly startIn: 'documents'
  }): Promise<PickedFolder>
}

const access: Access = { mode: 'readwrite' }

/** False in Firefox, which has no such folders. */
export const canPickFolder = (): boolean => (globalThis as Picks).showDirectoryPicker !== undefined

/** `handle` keeps the folder; the permission to use it may lapse when the browser closes. */
export const ownFolder = (handle: Slot<PickedFolder>): OwnFolder => {
  const folder = async (): Promise<PickedFolder> => {
    const kept = await handle.read()
    if (kept === null) throw new DOMException('No folder was picked', 'NotFoundError')
    return kept
  }
  return {
    state: async () => {
      const kept = await handle.read()
      if (kept === null) return null
      return { name: kept.name, allowed: (await kept.queryPermission(access)) === 'granted' }
    },
    pick: async () => {
      try {
        const picked = await (globalThis as Picks).showDirectoryPicker?.({
          id: 'backup',
          mode: 'readwrite',
          startIn: 'documents',
        })
        return picked === undefined ? null : () => handle.write(picked)
      } catch (error) {
        // The person closed the picker.
        if (isNamed(error, 'AbortError')) return null
        throw error
      }
    },
    allow: async () => (await (await folder()).requestPermission(access)) === 'granted',
    forget: () => handle.write(null),
    has: async name => {
      try {
        const file = await (await folder()).getFileHandle(name)
        return (await file.getFile()).size > 0
      } catch (error) {
        if (isNamed(error, 'NotFoundError')) return false
        throw error
      }
    },
    write: async (name, fill) => writeTo(await (await folder()).getFileHandle(name, { create: true }), fill),
  }
}
