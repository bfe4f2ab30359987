/** How Thaw's button comes into the toolbar: Firefox has no pin beside an extension, but a menu behind a cog. */
import type { System } from '../../lib/app/ports.ts'
import { t } from '../../lib/platform/i18n.ts'

export const pinText = (family: System['family']): string =>
  t(family === 'firefox' ? 'welcome_pin_firefox' : 'welcome_pin')
