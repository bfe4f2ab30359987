/** Why a change of many records was not brought to its end, and whether it may be there all the same. */
import type { StoreProblem } from '../../lib/app/ports.ts'
import { type MessageKey, t } from '../../lib/platform/i18n.ts'

/** `otherwise` is what is said where nothing was changed, and room was not the reason. */
export const changeProblemText = ({ kind, perhapsDone }: StoreProblem, otherwise: MessageKey): string => {
  if (kind === 'newer') return t('err_newer')
  if (perhapsDone) return t(kind === 'full' ? 'err_perhaps_full' : 'err_perhaps')
  return t(kind === 'full' ? 'import_full' : otherwise)
}
