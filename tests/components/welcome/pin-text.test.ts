/** How the button comes into the toolbar, in the words of each family of browsers. */
import { expect, test } from 'vitest'
import { pinText } from '../../../components/welcome/pin-text.ts'
import { t } from '../../../lib/platform/i18n.ts'
import { speak } from '../../support/speak.ts'

test('Firefox, which shows no pin, is told of its menu', () => {
  speak()
  expect(pinText('firefox')).toBe(t('welcome_pin_firefox'))
  expect(pinText('chromium')).toBe(t('welcome_pin'))
})
