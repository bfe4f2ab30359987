/** What was answered to felt, on top of every later step, and the way to change it. */
import type { FeltAnswer } from '../../lib/core/check-in.ts'
import { t } from '../../lib/platform/i18n.ts'
import { Button } from '../ui/Button.tsx'
import { Pane } from '../ui/Pane.tsx'
import styles from './AnswerSoFar.module.css'

type Props = {
  readonly felt: FeltAnswer
  /** Null while a pause runs: nothing leads away from it by accident. */
  readonly onChange: (() => void) | null
}

const said = (felt: Exclude<FeltAnswer, null>): string =>
  felt === 'cant-tell' ? t('felt_cant_tell') : t('felt_short', felt)

export const AnswerSoFar = ({ felt, onChange }: Props) =>
  felt === null ? null : (
    <div class={styles['answer']}>
      <span class={styles['pane']}>
        <Pane key={felt} felt={felt} />
      </span>
      {onChange ? (
        <Button look="quiet" onPress={onChange}>
          {felt === 'cant-tell' ? t('change_cant_tell') : t('change', felt)}
        </Button>
      ) : (
        <span>{said(felt)}</span>
      )}
    </div>
  )
