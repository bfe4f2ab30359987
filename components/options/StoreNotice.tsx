/** Says that something could not be read or kept, and offers to try again. */
import type { PageProblem, StoreProblem } from '../../lib/app/ports.ts'
import { t } from '../../lib/platform/i18n.ts'
import { Button } from '../ui/Button.tsx'
import { Notice } from '../ui/Notice.tsx'

type Props = PageProblem & { readonly onTryAgain: () => void }

/** The one place where a problem of the store becomes a sentence. */
const sentence = (problem: StoreProblem, doing: PageProblem['doing']): string => {
  if (problem.kind === 'newer') return t('err_newer')
  if (doing === 'open') return t('err_open')
  return problem.kind === 'full' ? t('err_full') : t('err_save')
}

export const StoreNotice = ({ problem, doing, onTryAgain }: Props) => (
  <Notice urgent buttons={<Button onPress={onTryAgain}>{t('try_again')}</Button>}>
    <p>{sentence(problem, doing)}</p>
  </Notice>
)
