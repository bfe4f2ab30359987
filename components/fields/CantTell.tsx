/** "Can't tell" as a full answer to a scale, and beside it the way to take the answer back. */
import { t } from '../../lib/platform/i18n.ts'
import { Button } from '../ui/Button.tsx'
import styles from './CantTell.module.css'
import { ClearAnswer } from './ClearAnswer.tsx'

type Props = {
  /** The question, for screen readers. */
  readonly title: string
  readonly value: number | 'cant-tell' | null
  readonly onAnswer: (answer: 'cant-tell' | null) => void
}

export const CantTell = ({ title, value, onAnswer }: Props) => (
  <div class={styles['row']}>
    <Button pressed={value === 'cant-tell'} onPress={() => onAnswer('cant-tell')}>
      {t('felt_cant_tell')}
    </Button>
    <ClearAnswer title={title} answered={value !== null} onClear={() => onAnswer(null)} />
  </div>
)
