/** Says what could not be read, kept or loaded, with the way out of it. */
import type { HistoryProblem as Problem } from '../../lib/app/history.ts'
import { NotLoaded } from '../options/NotLoaded.tsx'
import { StoreNotice } from '../options/StoreNotice.tsx'

type Props = { readonly problem: Problem; readonly onTryAgain: () => void }

export const HistoryProblem = ({ problem, onTryAgain }: Props) =>
  problem.doing === 'load' ? <NotLoaded /> : <StoreNotice {...problem} onTryAgain={onTryAgain} />
