/** What pauses say in the language shown: Thaw's own from the messages, a person's own in their words. */
import type { Pause, PauseStep } from '../../lib/core/pause.ts'
import type { ListedPause } from '../../lib/core/pause-list.ts'
import type { Moment } from '../../lib/core/time.ts'
import { formatDay, formatTime } from '../../lib/platform/formats.ts'
import { label, type MessageKey, plural, t } from '../../lib/platform/i18n.ts'

/** A text that the catalogue names; a test reads the whole catalogue and finds each key. */
export const catalogueText = (key: string): string => t(key as MessageKey)

/** A pause that a newer Thaw knows is called by its id. */
export const pauseTitle = (id: string): string => label('pause', id)

const pauseAbout = (id: string): string => catalogueText(`pause_${id.replaceAll('-', '_')}_about`)

export const listedTitle = ({ pause, own }: ListedPause): string => own?.name ?? pauseTitle(pause.id)

/** Empty where a person wrote no line about their own. */
export const listedAbout = ({ pause, own }: ListedPause): string =>
  own ? (own.about ?? '') : pauseAbout(pause.id)

/** A person's own words are read their own way, Thaw's as the page is. */
export const wordsDir = ({ own }: Pick<ListedPause, 'own'>): 'auto' | undefined => (own ? 'auto' : undefined)

/** What a step says now; `other` asks for the pause's other version. */
export const stepText = (
  { own }: Pick<ListedPause, 'own'>,
  step: PauseStep,
  other: boolean,
  now: Moment,
): string => {
  if (own) return step.text
  const key = ((other && step.other) || step.text) as MessageKey
  return step.fill ? t(key, formatDay(now.day, 'full'), formatTime(now.at, now.zone)) : t(key)
}

/** "About 20 seconds", "About 1 minute". */
export const pauseLength = (pause: Pick<Pause, 'seconds'>): string =>
  pause.seconds < 60
    ? plural('offer_seconds', pause.seconds)
    : plural('offer_minutes', Math.round(pause.seconds / 60))
