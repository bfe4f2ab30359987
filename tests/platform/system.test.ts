/** Which system and browser the help on messages speaks of. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { fakeBrowser } from 'wxt/testing/fake-browser'
import { readSystem } from '../../lib/platform/system.ts'

beforeEach(() => fakeBrowser.reset())
afterEach(() => vi.unstubAllGlobals())

const runsOn = (os: string, more: object = {}) => {
  Object.assign(fakeBrowser.runtime, {
    getPlatformInfo: async () => ({ os }),
    getBrowserInfo: undefined,
    ...more,
  })
}

const brands = (...names: string[]) =>
  vi.stubGlobal('navigator', { userAgentData: { brands: names.map(brand => ({ brand })) } })

test.each([
  ['win', 'windows'],
  ['mac', 'mac'],
  ['linux', 'linux'],
  ['openbsd', 'linux'],
  ['cros', 'chromeos'],
  ['android', 'other'],
])('%s is %s', async (os, found) => {
  runsOn(os)
  expect(await readSystem()).toMatchObject({ os: found })
})

test.each([
  [['Not?A_Brand', 'Chromium', 'Google Chrome'], 'Google Chrome'],
  [['Microsoft Edge', 'Not;A=Brand', 'Chromium'], 'Microsoft Edge'],
  [['Chromium', 'Not/A)Brand'], 'Chromium'],
  [[], 'Chromium'],
])('a browser of the brands %j is called %s', async (names, name) => {
  runsOn('win')
  brands(...names)
  expect(await readSystem()).toMatchObject({ family: 'chromium', name })
})

test('Firefox says its own name', async () => {
  runsOn('mac', { getBrowserInfo: async () => ({ name: 'Firefox' }) })
  expect(await readSystem()).toEqual({ os: 'mac', family: 'firefox', name: 'Firefox' })
})

test('a browser that does not answer is some system', async () => {
  runsOn('win', { getPlatformInfo: () => Promise.reject(new Error('gone')) })
  brands('Google Chrome')
  expect(await readSystem()).toEqual({ os: 'other', family: 'chromium', name: 'Google Chrome' })
})
