/** What is said of a lock: why something came to nothing, and how far it is. */

import type { LockDeed, LockWork } from '../../lib/app/lock-part.ts'
import type { LockFacts, LockProblem, WayIn } from '../../lib/app/lock-ports.ts'
import { formatLength } from '../../lib/platform/formats.ts'
import { type MessageKey, t } from '../../lib/platform/i18n.ts'
import { changeProblemText } from '../data/change-texts.ts'

/** `otherwise` is what is said where nothing was changed, and room was not the reason. */
export const lockProblemText = (
  problem: Exclude<LockProblem, { readonly kind: 'wrong' }>,
  otherwise: MessageKey,
): string => (problem.kind === 'unreadable' ? t('lock_unreadable') : changeProblemText(problem, otherwise))

export const wrongText = (way: WayIn['kind']): string =>
  t(way === 'passphrase' ? 'lock_wrong' : 'lock_wrong_code')

/** What runs now, for a label and for people who listen. */
export const workText = ({ deed, of }: LockWork): string =>
  t(of === 0 ? 'lock_preparing' : deed === 'off' ? 'lock_opening' : 'lock_sealing')

const told = {
  on: 'lock_told_on',
  off: 'lock_told_off',
  passphrase: 'lock_told_passphrase',
  code: 'lock_told_code',
} as const satisfies { readonly [Deed in LockDeed]: MessageKey }

export const toldText = (deed: LockDeed): string => t(told[deed])

/** The name of making a recovery code, in place of one or where there is none. */
export const newCodeTitle = ({ hasCode }: Pick<LockFacts, 'hasCode'>): MessageKey =>
  hasCode ? 'lock_new_code' : 'lock_make_code'

/** Null is not by the time. */
export const minutesText = (minutes: number | null): string =>
  minutes === null ? t('lock_minutes_never') : t('lock_minutes_after', formatLength(minutes))
