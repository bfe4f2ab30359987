/** Says that something could not be read or kept, and offers to try again. */
import type { StoreProblem } from '../../lib/app/ports.ts'
import { t } from '../../lib/platform/i18n.ts'
import { Button } from '../ui/Button.tsx'
import { Notice } from '../ui/Notice.tsx'

type Props = {
  readonly problem: StoreProblem
  /** `change`: a change to what is kept, at which nothing was typed. */
  readonly doing: 'open' | 'save' | 'change'
  /** Left out where what was pressed still stands there to be pressed again. */
  readonly onTryAgain?: () => void
}

/** The one place where a problem of the store becomes a sentence. */
const sentence = (problem: StoreProblem, doing: Props['doing']): string => {
  if (problem.kind === 'newer') return t('err_newer')
  if (doing === 'open') return t('err_open')
  if (doing === 'change') return t(problem.kind === 'full' ? 'import_full' : 'err_change')
  return problem.kind === 'full' ? t('err_full') : t('err_save')
}

export const StoreNotice = ({ problem, doing, onTryAgain }: Props) => (
  <Notice urgent buttons={onTryAgain && <Button onPress={onTryAgain}>{t('try_again')}</Button>}>
    <p>{sentence(problem, doing)}</p>
  </Notice>
)
