/** Starts the browser with the one or the other of Chromium's stores, or Firefox. */
import type { DatabaseStore } from './damage.ts'
import type { Driver } from './driver.ts'
import { launch } from './launch.ts'

export const launchOn = (store: DatabaseStore, profile: string): Promise<Driver> =>
  store === 'firefox'
    ? launch('firefox', { profile })
    : launch('chromium', {
        profile,
        arguments: [`--${store === 'sqlite' ? 'enable' : 'disable'}-features=IdbSqliteBackingStore`],
      })
