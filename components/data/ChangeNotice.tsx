/** Says that a change to what is kept was not brought to its end: nothing was typed at it. */
import type { StoreProblem } from '../../lib/app/ports.ts'
import { t } from '../../lib/platform/i18n.ts'
import { Button } from '../ui/Button.tsx'
import { Notice } from '../ui/Notice.tsx'
import { changeProblemText } from './change-texts.ts'

type Props = {
  readonly problem: StoreProblem
  /** Left out where what was pressed still stands there to be pressed again. */
  readonly onTryAgain?: () => void
}

export const ChangeNotice = ({ problem, onTryAgain }: Props) => (
  <Notice urgent buttons={onTryAgain && <Button onPress={onTryAgain}>{t('try_again')}</Button>}>
    <p>{changeProblemText(problem, 'err_change')}</p>
  </Notice>
)
