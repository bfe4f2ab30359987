/** Before the end-to-end tests: both browsers stand, both builds are of the code as it is, and a display counts the time without a key. */
import type { TestProject } from 'vitest/node'
import { buildExtension } from '../support/build-extension.ts'
import { browserNames } from '../support/driver.ts'
import { ensure } from '../support/find-browsers.ts'
import { startXServer, type XServer } from '../support/x-server.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** What `DISPLAY` is for a browser with windows; empty where there is no display. */
    readonly display: string
  }
}

/** Null where it cannot be installed: the one test that needs it says that it was skipped. */
const startDisplay = async (): Promise<XServer | null> => {
  try {
    ensure(['xvfb'])
    return await startXServer()
  } catch (error) {
    console.log(`There is no display for the test of an idle Chromium, which is skipped. ${String(error)}`)
    return null
  }
}

let display: XServer | null = null

export const setup = async ({ provide }: TestProject): Promise<void> => {
  ensure(['chromium', 'firefox', 'dbus', 'libnotify'])
  // Early, because it takes a minute until nobody has touched anything for a minute.
  display = await startDisplay()
  provide('display', display?.environment.DISPLAY ?? '')
  for (const name of browserNames) buildExtension(name)
}

export const teardown = (): void => display?.stop()
