/** What a browser saves: a folder of its own for each, and the files that come into it. */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { LaunchOptions, View } from './driver.ts'
import { waitFor } from './wait.ts'

export type Downloads = {
  /** For the launch of the browser. */
  readonly preferences: NonNullable<LaunchOptions['preferences']>
  /** Chromium asks for no place to save to from then on. */
  allow(view: View): Promise<void>
  /** The names of all that were saved whole. */
  names(): readonly string[]
  /** Waits for a file of that name; takes it out of the folder. */
  take(name: string): Promise<Buffer>
  /** Takes the folder away. */
  drop(): void
}

export const downloadsFolder = (): Downloads => {
  const folder = mkdtempSync(join(tmpdir(), 'thaw-downloads-'))
  // Both browsers write under another name until the file is whole; Firefox lays an empty one of the name beside it.
  const names = () => {
    const all = readdirSync(folder)
    return all.filter(
      name =>
        !/\.(part|crdownload)$/.test(name) && !all.some(other => other !== name && other.endsWith('.part')),
    )
  }
  return {
    preferences: {
      'browser.download.folderList': 2,
      'browser.download.dir': folder,
      'browser.download.always_ask_before_handling_new_types': false,
      // Firefox's panel of downloads swallows the next click.
      'browser.download.alwaysOpenPanel': false,
    },
    allow: async view => {
      const session = await view.page?.createCDPSession().catch(() => null)
      await session?.send('Browser.setDownloadBehavior', { behavior: 'allow', downloadPath: folder })
    },
    names,
    take: async name => {
      const file = join(folder, name)
      const content = await waitFor(`the saved file ${name}`, async () => {
        if (!names().includes(name)) return false
        const bytes = readFileSync(file)
        return bytes.length > 0 && bytes
      })
      rmSync(file)
      return content
    },
    drop: () => rmSync(folder, { recursive: true, force: true }),
  }
}
