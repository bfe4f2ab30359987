/** Starts the browser with the one or the other of Chromium's stores, or Firefox. */
import type { DatabaseStore } from './damage.ts'
import type { BrowserName, Driver } from './driver.ts'
import { launch } from './launch.ts'

export const browserOf = (store: DatabaseStore): BrowserName => (store === 'firefox' ? 'firefox' : 'chromium')

/** `extension` is the folder of a build, by default the one that the build writes. */
export const launchOn = (store: DatabaseStore, profile: string, extension?: string): Promise<Driver> =>
  launch(browserOf(store), {
    profile,
    ...(extension === undefined ? {} : { extension }),
    ...(store === 'firefox'
      ? {}
      : { arguments: [`--${store === 'sqlite' ? 'enable' : 'disable'}-features=IdbSqliteBackingStore`] }),
  })
