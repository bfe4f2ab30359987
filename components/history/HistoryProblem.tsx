/** Says what could not be read, kept or loaded, with the way out of it. */
import type { HistoryProblem as Problem } from '../../lib/app/history.ts'
import { t } from '../../lib/platform/i18n.ts'
import { StoreNotice } from '../options/StoreNotice.tsx'
import { Button } from '../ui/Button.tsx'
import { Notice } from '../ui/Notice.tsx'

type Props = { readonly problem: Problem; readonly onTryAgain: () => void }

export const HistoryProblem = ({ problem, onTryAgain }: Props) =>
  problem.doing === 'load' ? (
    <Notice urgent buttons={<Button onPress={() => location.reload()}>{t('open_again')}</Button>}>
      <p>{t('err_section')}</p>
    </Notice>
  ) : (
    <StoreNotice {...problem} onTryAgain={onTryAgain} />
  )
