/** Speaks a language chosen by hand, in which the browser itself cannot be asked to answer: its file is read and used here. */
import { browser } from 'wxt/browser'
import { readFrom } from './i18n.ts'

type Messages = { readonly [key: string]: { readonly message: string } }

/** What has no text in a language says it in this one. */
const complete = 'en'

/** A file of the package, which is on this device: nothing is asked of a network. */
const fileOf = async (language: string): Promise<Messages> =>
  (await fetch(browser.runtime.getURL(`/_locales/${language}/messages.json` as '/'))).json()

/** As browsers do: `$1` is the first of the values, `$$` a dollar. */
const fillIn = (message: string, values: readonly string[]): string =>
  message.replaceAll(/\$(\$|\d)/g, (_, sign: string) =>
    sign === '$' ? '$' : (values[Number(sign) - 1] ?? ''),
  )

let spoken: string | null = null

/** null leaves it to the browser again, and so does a language whose file cannot be read. Never rejects. */
export const speakLanguage = async (language: string | null): Promise<void> => {
  if (language === spoken) return
  spoken = language
  if (language === null) return readFrom(null)
  try {
    const [english, own] = await Promise.all([complete, language].map(fileOf))
    const texts = new Map(Object.entries({ ...english, ...own }))
    readFrom((key, values) => fillIn(texts.get(key)?.message ?? '', values))
  } catch {
    spoken = null
    readFrom(null)
  }
}
