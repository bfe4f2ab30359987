/** A small disk of its own that can be filled to the last byte. */
import { execFileSync } from 'node:child_process'
import { closeSync, openSync, rmSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { dropFolder, freshFolder } from './process.ts'

export type SmallDisk = {
  readonly folder: string
  /** Leaves no room at all. */
  fill(): void
  free(): void
  unmount(): void
}

/** The system lets root alone mount a disk, and not in every container. */
export const mayMount = (): boolean => {
  try {
    mountSmallDisk(1).unmount()
    return true
  } catch {
    return false
  }
}

/** Mounts `megabytes` of memory as a disk. */
export const mountSmallDisk = (megabytes: number): SmallDisk => {
  const folder = freshFolder('disk')
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', folder], { stdio: 'ignore' })
  } catch (error) {
    dropFolder(folder)
    throw error
  }
  const filler = join(folder, 'filler')
  return {
    folder,
    fill: () => {
      const file = openSync(filler, 'w')
      for (const size of [1 << 20, 4096, 1]) fillWith(file, Buffer.alloc(size))
      closeSync(file)
    },
    free: () => rmSync(filler),
    unmount: () => {
      execFileSync('umount', ['-l', folder])
      dropFolder(folder)
    },
  }
}

const fillWith = (file: number, block: Buffer): void => {
  try {
    while (writeSync(file, block) === block.length);
  } catch {
    // No room for a block of this size any more.
  }
}
