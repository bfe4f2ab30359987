/** A hash of long content that is never in memory at once: SHA-256 over the SHA-256 of each block of a MiB. */

/** WebCrypto takes nothing in parts: https://developer.mozilla.org/docs/Web/API/SubtleCrypto/digest */
const blockSize = 2 ** 20
const digestSize = 32

const sha256 = async (bytes: Uint8Array<ArrayBuffer>) =>
  new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))

export type BlockHash = {
  /** To be called with every block in its turn. */
  add(block: Uint8Array<ArrayBuffer>): Promise<void>
  /** 64 hexadecimal digits. */
  end(): Promise<string>
}

export const blockHash = (): BlockHash => {
  const digests: Uint8Array<ArrayBuffer>[] = []
  return {
    add: async block => void digests.push(await sha256(block)),
    end: async () => {
      const all = new Uint8Array(digests.length * digestSize)
      for (const [place, digest] of digests.entries()) all.set(digest, place * digestSize)
      return (await sha256(all)).toHex()
    },
  }
}

/** The text in UTF-8, in blocks of one size; the last may be shorter, and none is empty. */
export async function* blocksOf(text: AsyncIterable<string>): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  const encoder = new TextEncoder()
  let block = new Uint8Array(blockSize)
  let filled = 0
  for await (const part of text) {
    let bytes = encoder.encode(part)
    while (filled + bytes.length >= blockSize) {
      block.set(bytes.subarray(0, blockSize - filled), filled)
      yield block
      bytes = bytes.subarray(blockSize - filled)
      block = new Uint8Array(blockSize)
      filled = 0
    }
    block.set(bytes, filled)
    filled += bytes.length
  }
  if (filled > 0) yield block.subarray(0, filled)
}

/** The hash of a file; null where `goOn`, asked after each block, did not want to. */
export const hashOf = async (
  content: Blob,
  goOn: (done: number, of: number) => boolean | Promise<boolean>,
): Promise<string | null> => {
  const hash = blockHash()
  for (let from = 0; from < content.size; from += blockSize) {
    const block = content.slice(from, from + blockSize)
    await hash.add(new Uint8Array(await block.arrayBuffer()))
    if (!(await goOn(from + block.size, content.size))) return null
  }
  return hash.end()
}
