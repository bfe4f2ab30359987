/** Starts a real browser with Thaw in it, and sees to it that Thaw asks the network for nothing. */
import { isDeepStrictEqual } from 'node:util'
import { launchChromium } from './chromium.ts'
import type { BrowserName, Driver, LaunchOptions } from './driver.ts'
import { launchFirefox } from './firefox.ts'
import { watch } from './witness.ts'

const start = (name: BrowserName, options: LaunchOptions): Promise<Driver> =>
  name === 'chromium' ? launchChromium(options) : launchFirefox(options)

/**
 * A browser that a person looks at is theirs. Every other one is watched until it is closed or killed, which rejects unless Thaw
 * asked for exactly what `options.mayAskFor` says.
 */
export const launch = async (name: BrowserName, options: LaunchOptions = {}): Promise<Driver> => {
  if (options.headless === false) return start(name, options)
  const witness = await watch(name, options)
  const driver = await start(name, witness.options)
  const testify = async () => {
    const asked = await witness.asked(driver.origin)
    if (!isDeepStrictEqual(asked, options.mayAskFor ?? []))
      throw new Error(`Thaw asked the network for ${asked.join(', ') || 'nothing'}`)
  }
  return {
    ...driver,
    close: async () => {
      await driver.close()
      await testify()
    },
    kill: async () => {
      await driver.kill()
      await testify()
    },
  }
}
