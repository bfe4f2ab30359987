/** Says that a change to what is kept came to nothing: nothing was typed at it, and nothing of it stays. */
import type { StoreProblem } from '../../lib/app/ports.ts'
import { t } from '../../lib/platform/i18n.ts'
import { Button } from '../ui/Button.tsx'
import { Notice } from '../ui/Notice.tsx'

type Props = {
  readonly problem: StoreProblem
  /** Left out where what was pressed still stands there to be pressed again. */
  readonly onTryAgain?: () => void
}

const sentence = ({ kind }: StoreProblem): string => {
  if (kind === 'newer') return t('err_newer')
  return t(kind === 'full' ? 'import_full' : 'err_change')
}

export const ChangeNotice = ({ problem, onTryAgain }: Props) => (
  <Notice urgent buttons={onTryAgain && <Button onPress={onTryAgain}>{t('try_again')}</Button>}>
    <p>{sentence(problem)}</p>
  </Notice>
)
