/** A copy of the build that speaks a made-up language as well, whose every word is 40 % longer than in English. */
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { MessageKey } from '../../lib/platform/i18n.ts'
import { outputOf } from './build-extension.ts'
import type { BrowserName, Driver } from './driver.ts'
import { freshFolder } from './process.ts'
import { putLocal } from './thaw.ts'

type Messages = { readonly [key: string]: { readonly message: string } }

/** Texts grow so much in German and in other languages. */
const growth = 0.4

/** Each word begins anew once it is said: "feel" is "feelfe". What is filled in stays as it is. */
const longer = (message: string): string =>
  message.replaceAll(/\$\d|\p{L}+/gu, word =>
    word.startsWith('$') ? word : word + word.slice(0, Math.ceil(word.length * growth)),
  )

/** The folder of the extension. The language stands under `language`, and is read in `direction`. */
export const extensionWithLongTexts = (
  browser: BrowserName,
  language: string,
  direction: 'ltr' | 'rtl',
): string => {
  const folder = freshFolder('long-texts')
  cpSync(outputOf(browser), folder, { recursive: true })
  const locales = join(folder, '_locales')
  const english: Messages = JSON.parse(readFileSync(join(locales, 'en/messages.json'), 'utf8'))
  const long: Messages = Object.fromEntries(
    Object.entries(english).map(([key, { message }]) => [key, { message: longer(message) }]),
  )
  mkdirSync(join(locales, language))
  writeFileSync(
    join(locales, language, 'messages.json'),
    JSON.stringify({
      ...long,
      // What the store shows has its own limit.
      extension_description: english['extension_description'],
      locale: { message: language },
      direction: { message: direction },
    }),
  )
  return folder
}

/** As a choice on the page leaves it, also for a language that is on no list. */
export const chooseLanguage = async (driver: Driver, language: string): Promise<void> => {
  const look = { language, theme: null }
  await putLocal(driver, { look })
  await driver.bare.evaluate(kept => localStorage.setItem('look', kept), JSON.stringify(look))
}

/** The text of a key with `$1`, `$2` … filled in. */
export type Say = (key: MessageKey, ...values: readonly (string | number)[]) => string

/** The texts of a language of the extension in `folder`. */
export const textsIn = (folder: string, language: string): Say => {
  const texts: Messages = JSON.parse(
    readFileSync(join(folder, '_locales', language, 'messages.json'), 'utf8'),
  )
  return (key, ...values) =>
    (texts[key]?.message ?? `no message ${key}`).replaceAll(/\$(\d)/g, (_, at) =>
      String(values[Number(at) - 1] ?? ''),
    )
}
