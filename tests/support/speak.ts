/** Gives the fake browser a voice: messages from a language file, or from texts that a test makes up. */
import { fakeBrowser } from 'wxt/testing/fake-browser'
import { readFrom } from '../../lib/platform/i18n.ts'
import english from '../../public/_locales/en/messages.json' with { type: 'json' }

export type Messages = { readonly [key: string]: { readonly message: string } }

/** The languages that the browser says the person reads, dearest first; a machine on which tests run may have any. */
export const prefer = (...languages: readonly string[]): void => {
  Object.defineProperty(navigator, 'languages', { configurable: true, value: languages })
  readFrom(null)
}

/** From now on `browser.i18n.getMessage` speaks `messages` as a browser does: `$1` is filled in, `$$` is a dollar, what is missing is empty. */
export const speak = (messages: Messages = english): void => {
  const getMessage = (key: string, given: string | string[] = []): string =>
    (messages[key]?.message ?? '').replaceAll(/\$(\$|\d)/g, (_, sign: string) =>
      sign === '$' ? '$' : ([given].flat()[Number(sign) - 1] ?? ''),
    )
  Object.assign(fakeBrowser, { i18n: { getMessage } })
  // A browser speaks one language for as long as it runs, and writes it as nowhere in particular where a test says no more.
  prefer()
}
