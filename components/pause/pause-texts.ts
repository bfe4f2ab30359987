/** What pauses say in the language shown. */
import type { Pause } from '../../lib/core/pause.ts'
import { label, type MessageKey, plural, t } from '../../lib/platform/i18n.ts'

/** A text that the catalogue names; a test reads the whole catalogue and finds each key. */
export const catalogueText = (key: string): string => t(key as MessageKey)

/** A pause that a newer Thaw knows is called by its id. */
export const pauseTitle = (id: string): string => label('pause', id)

export const pauseAbout = (id: string): string => catalogueText(`pause_${id.replaceAll('-', '_')}_about`)

/** "About 20 seconds", "About 1 minute". */
export const pauseLength = (pause: Pick<Pause, 'seconds'>): string =>
  pause.seconds < 60
    ? plural('offer_seconds', pause.seconds)
    : plural('offer_minutes', Math.round(pause.seconds / 60))
