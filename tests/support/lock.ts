/** A person's way through setting up a lock and opening it, and what of it lies in the browser. */
import type { Driver, View } from './driver.ts'
import { localOf, text } from './thaw.ts'
import { waitFor } from './wait.ts'

export const passphrase = 'five quiet herons at noon'

/**
 * A field for a passphrase has no role, as ARIA has none for it; it is found by its label. What is typed faster than a page that has just
 * changed gives the focus to where it belongs is typed once more.
 */
export const typeSecret = async (view: View, label: string, secret: string): Promise<void> => {
  await waitFor(`what was typed into ${label}`, async () => {
    await view.toFront()
    await view.until(name => {
      const field = [...document.querySelectorAll('label')].find(
        one => one.textContent?.trim() === name,
      )?.control
      if (!(field instanceof HTMLInputElement) || !field.checkVisibility()) return false
      field.focus()
      field.select()
      return document.activeElement === field
    }, label)
    await view.page?.keyboard.type(secret)
    return view.evaluate(
      typed => document.activeElement instanceof HTMLInputElement && document.activeElement.value === typed,
      secret,
    )
  })
}

/** Sets a lock up on Data & privacy, as far as the recovery code, which is then shown. */
export const turnLockOn = async (view: View): Promise<void> => {
  await view.toFront()
  await view.click('button', text('lock_set_up'))
  await view.click('button', text('lock_go_on'))
  await view.click('button', text('lock_go_on'))
  await typeSecret(view, text('backup_passphrase'), passphrase)
  await typeSecret(view, text('backup_passphrase_again'), passphrase)
  await view.click('button', text('lock_go_on'))
  await view.click('button', text('lock_turn_on'))
  await view.sees(text('lock_code_title'), 60_000)
}

/** Sets a lock up on Data & privacy; gives the recovery code. */
export const setUpLock = async (view: View): Promise<string> => {
  await turnLockOn(view)
  return codeShown(view)
}

/** The recovery code that is shown, which the person has then kept. */
export const codeShown = async (view: View): Promise<string> => {
  await view.sees(text('lock_code_title'), 60_000)
  const code = await view.evaluate(() => document.querySelector('[data-lock] [translate=no]')?.textContent)
  if (!code || !/^[0-9A-Z]{4}(?:-[0-9A-Z]{4}){5}-[0-9A-Z]{2}$/u.test(code))
    throw new Error(`No code: ${code}`)
  await view.click('button', text('lock_code_kept'))
  return code
}

export const unlock = async (view: View, secret = passphrase): Promise<void> => {
  await typeSecret(view, text('backup_passphrase'), secret)
  await view.click('button', text('lock_unlock'))
}

/** The state in which the header of the lock stands in `storage.local`; null where there is none. */
export const lockStateOf = async (driver: Driver): Promise<string | null> => {
  const header = (await localOf(driver))['lock'] as { readonly state: string } | undefined
  return header?.state ?? null
}

declare const browser: { readonly storage: { readonly session: SessionArea } }
declare const chrome: typeof browser
type SessionArea = {
  get(keys: null): Promise<{ [key: string]: unknown }>
}

/** Everything in `storage.session`. */
export const sessionOf = (driver: Driver): Promise<{ [key: string]: unknown }> =>
  driver.bare.evaluate(() => (typeof browser === 'undefined' ? chrome : browser).storage.session.get(null))
