/** Files in memory that can be damaged, and a browser that is killed while it writes them. */
import type { PrivateFiles } from '../../lib/app/data-ports.ts'

export type MemoryFiles = PrivateFiles & {
  readonly kept: Map<string, Uint8Array<ArrayBuffer>>
  /** From now on so many parts can be written, and then nothing ever again; null writes everything. */
  dieAfter(parts: number | null): void
}

/** Like the browser's: what is half-written stands beside, under another name. */
export const memoryFiles = (): MemoryFiles => {
  const kept = new Map<string, Uint8Array<ArrayBuffer>>()
  let left: number | null = null
  const living = () => {
    if (left === null) return
    left -= 1
    if (left < 0) throw new DOMException('Killed', 'AbortError')
  }
  return {
    kept,
    dieAfter: parts => {
      left = parts
    },
    write: async (name, fill) => {
      const parts: Uint8Array<ArrayBuffer>[] = []
      const all = async () => new Uint8Array(await new Blob(parts).arrayBuffer())
      await fill(async bytes => {
        living()
        parts.push(bytes)
        kept.set(`${name}.part`, await all())
      })
      living()
      kept.set(name, await all())
      kept.delete(`${name}.part`)
    },
    read: async name => {
      const bytes = kept.get(name)
      return bytes === undefined ? null : new Blob([bytes])
    },
    list: async () => [...kept].map(([name, { length }]) => ({ name, bytes: length })),
    remove: async name => {
      living()
      kept.delete(name)
    },
  }
}
