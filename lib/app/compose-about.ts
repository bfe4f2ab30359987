/** The composition root of Settings → About, and of the list of keys. */
import { openShortcuts, readCommands } from '../platform/shortcuts.ts'
import { version } from '../platform/version.ts'
import type { AboutPage, KeysPage } from './about.ts'

export const composeKeys = (): KeysPage => ({ readCommands, openShortcuts })

export const composeAbout = (): AboutPage => ({
  version: version(),
  keys: composeKeys(),
})
