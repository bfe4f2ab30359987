/** Never run: the type check reads it, and an error expected here that is none fails. A text that does not exist does not compile. */
import { messageKey, plural, t } from '../../lib/platform/i18n.ts'

t('felt_question')
// @ts-expect-error no such key
t('felt_qestion')

plural('offer_minutes', 2)
// @ts-expect-error `offer_other` is no form of number: there is no `offer_one`
plural('offer', 2)

messageKey('word', 'numb')
// @ts-expect-error no such word
messageKey('word', 'numbb')
// @ts-expect-error an id that may be anything
messageKey('word', 'numb' as string)
