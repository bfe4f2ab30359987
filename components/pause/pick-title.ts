/** What a group of pauses is called where they are picked by hand. */
import type { PickGroup } from '../../lib/app/pause-picks.ts'
import { messageKey, t } from '../../lib/platform/i18n.ts'

export const pickTitle = ({ kind }: PickGroup): string =>
  kind === 'favourites' ? t('pause_favourites') : t(messageKey('pause_kind', kind))
