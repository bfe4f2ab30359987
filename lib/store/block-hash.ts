/** A hash of long content that is never in memory at once: SHA-256 over the SHA-256 of each block of a MiB. */

/** WebCrypto takes nothing in parts: https://developer.mozilla.org/docs/Web/API/SubtleCrypto/digest */
const blockSize = 2 ** 20
const digestSize = 32

const sha256 = async (bytes: Uint8Array<ArrayBuffer>) =>
  new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))

const hashOfDigests = async (digests: readonly Uint8Array<ArrayBuffer>[]): Promise<string> => {
  const all = new Uint8Array(digests.length * digestSize)
  for (const [place, digest] of digests.entries()) all.set(digest, place * digestSize)
  return (await sha256(all)).toHex()
}

/** Gives text to `put` as UTF-8 in blocks of one size, the last one shorter, and hashes them on their way. */
export const blockWriter = (put: (block: Uint8Array<ArrayBuffer>) => Promise<void>) => {
  const encoder = new TextEncoder()
  const digests: Uint8Array<ArrayBuffer>[] = []
  let block = new Uint8Array(blockSize)
  let filled = 0
  let written = 0

  const giveOn = async () => {
    const full = block.subarray(0, filled)
    block = new Uint8Array(blockSize)
    filled = 0
    written += full.length
    digests.push(await sha256(full))
    await put(full)
  }

  return {
    /** One after the other, in order. */
    add: async (text: string): Promise<void> => {
      let bytes = encoder.encode(text)
      while (filled + bytes.length >= blockSize) {
        const fits = blockSize - filled
        block.set(bytes.subarray(0, fits), filled)
        filled = blockSize
        bytes = bytes.subarray(fits)
        await giveOn()
      }
      block.set(bytes, filled)
      filled += bytes.length
    },
    end: async (): Promise<{ readonly bytes: number; readonly hash: string }> => {
      if (filled > 0) await giveOn()
      return { bytes: written, hash: await hashOfDigests(digests) }
    },
  }
}

/** The hash of a file; null where `goOn`, asked after each block, gives false. */
export const hashOf = async (
  content: Blob,
  goOn: (done: number, of: number) => boolean | Promise<boolean>,
): Promise<string | null> => {
  const digests: Uint8Array<ArrayBuffer>[] = []
  for (let from = 0; from < content.size; from += blockSize) {
    const block = content.slice(from, from + blockSize)
    digests.push(await sha256(new Uint8Array(await block.arrayBuffer())))
    if (!(await goOn(from + block.size, content.size))) return null
  }
  return hashOfDigests(digests)
}
