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
    write: async (name, content) => {
      const parts: Uint8Array<ArrayBuffer>[] = []
      for await (const part of content) {
        living()
        parts.push(part)
        kept.set(`${name}.part`, new Uint8Array(await new Blob(parts).arrayBuffer()))
      }
      living()
      kept.set(name, new Uint8Array(await new Blob(parts).arrayBuffer()))
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
