/** What a marker is called in the list. */
import type { Marker } from '../../../lib/core/records.ts'
import { type MessageKey, t } from '../../../lib/platform/i18n.ts'

/** The kinds that Thaw knows, in the order of the form; `own` is whatever its text says. */
export const markerKeys = {
  medication: 'marker_medication',
  loss: 'marker_loss',
  move: 'marker_move',
  own: 'marker_own',
} as const satisfies { readonly [type: string]: MessageKey }

const keys: { readonly [type: string]: MessageKey | undefined } = markerKeys

/** Its kind and its text; of an unknown kind the text, or the id where it has none. */
export const markerText = (marker: Marker): string => {
  if ('sealed' in marker) return t('entry_shut')
  const { type, text } = marker
  const key = type === 'own' ? undefined : keys[type]
  if (key === undefined) return text || t('entry_unknown', type)
  return text ? t('marker_named', t(key), text) : t(key)
}
