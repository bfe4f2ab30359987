/** The composition root of Settings → Language and look. */
import { languages } from '../content/languages.ts'
import { lookKey, plainLook, readLook } from '../core/look.ts'
import { followLook, rememberLook, wearLook } from '../platform/chosen-look.ts'
import { createSlot } from '../platform/slots.ts'
import { openAnew } from '../platform/use.ts'
import { createLook, type LookPage } from './look.ts'
import type { PageParts } from './page-parts.ts'
import { createSettingSwitch, type SettingSwitch } from './setting-switch.ts'

const isTrue = (stored: unknown) => (stored === true ? stored : null)

/** null where the history is made up: nothing is kept there. */
export const composeLook = (parts: PageParts): LookPage | null =>
  parts.whole === undefined
    ? null
    : createLook({
        languages,
        kept: createSlot(parts.local, lookKey, readLook),
        chosen: createSlot(parts.session, 'look-chosen', isTrue),
        remember: rememberLook,
        wear: wearLook,
        reload: openAnew,
        changes: parts.changes,
        nudges: parts.nudges,
      })

/** Whether text fields let the browser check spelling. */
export const composeSpelling = (parts: PageParts): SettingSwitch => createSettingSwitch(parts, 'spellcheck')

/** Puts right what the browser forgot of it for pages, and wears what another page chooses meanwhile. */
export const careForLook = async (parts: Pick<PageParts, 'local'>): Promise<void> => {
  const look = (await createSlot(parts.local, lookKey, readLook).read()) ?? plainLook
  rememberLook(look)
  followLook(look)
}
