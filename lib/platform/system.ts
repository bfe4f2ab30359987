/** On which system and in which browser Thaw runs; asked for where help differs by it, and for nothing else. */
import { browser } from 'wxt/browser'
import type { System } from '../app/ports.ts'

const osOf = (name: string): System['os'] => {
  switch (name) {
    case 'win':
      return 'windows'
    case 'mac':
      return 'mac'
    case 'cros':
      return 'chromeos'
    case 'linux':
    case 'openbsd':
      return 'linux'
    default:
      return 'other'
  }
}

type Brands = { readonly userAgentData?: { readonly brands: readonly { readonly brand: string }[] } }

/**
 * Chromium's relatives stand in this list beside Chromium itself and one name that means nothing, such as `Not?A_Brand`.
 * https://wicg.github.io/ua-client-hints/#grease
 */
const chromiumName = ({ userAgentData }: Brands): string =>
  userAgentData?.brands.find(({ brand }) => brand !== 'Chromium' && !/not.*brand/i.test(brand))?.brand ??
  'Chromium'

const browserOf = async (): Promise<Pick<System, 'family' | 'name'>> => {
  // Firefox alone has it. https://developer.mozilla.org/docs/Mozilla/Add-ons/WebExtensions/API/runtime/getBrowserInfo
  const { getBrowserInfo } = browser.runtime as Partial<
    Record<'getBrowserInfo', () => Promise<{ readonly name: string }>>
  >
  if (getBrowserInfo === undefined) return { family: 'chromium', name: chromiumName(navigator as Brands) }
  return { family: 'firefox', name: (await getBrowserInfo()).name }
}

/** Needs no permission; never rejects. */
export const readSystem = async (): Promise<System> => {
  try {
    const { os } = await browser.runtime.getPlatformInfo()
    return { os: osOf(os), ...(await browserOf()) }
  } catch {
    return { os: 'other', family: 'chromium', name: chromiumName(navigator as Brands) }
  }
}
