/** What it is to the person when little comes through; to be shown where little is felt, or where it was answered. */
import type { Meaning as Answer } from '../../lib/core/edit.ts'
import { t } from '../../lib/platform/i18n.ts'
import { OneOf } from './OneOf.tsx'
import { meaningKeys, meanings } from './scale-texts.ts'

type Props = { readonly value: Answer | null; readonly onAnswer: (answer: Answer | null) => void }

export const Meaning = ({ value, onAnswer }: Props) => (
  <OneOf
    title={t('meaning_question')}
    options={meanings.map(meaning => ({ value: meaning, label: t(meaningKeys[meaning]) }))}
    value={value}
    onAnswer={onAnswer}
  />
)
