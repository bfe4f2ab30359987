/** The quiet line that stands on Today, brought when one of them has something to say. */
import type { BackupLine as Backup } from '../../lib/app/backup-line.ts'
import type { FirstDays as First } from '../../lib/app/first-days.ts'
import type { HelpCard } from '../../lib/app/help-card.ts'
import type { LookBackLine as LookBack } from '../../lib/app/look-back-line.ts'
import type { QuietLine } from '../../lib/app/quiet-line.ts'
import { HelpLine } from '../help/HelpLine.tsx'
import { BackupLine } from './BackupLine.tsx'
import { FirstDays } from './FirstDays.tsx'
import { LookBackLine } from './LookBackLine.tsx'

export type QuietLinesProps = {
  readonly help: HelpCard
  readonly lookBack: LookBack
  /** null where the history is made up, as below. */
  readonly first: First | null
  readonly backup: Backup | null
  /** Which of these four stands there. */
  readonly quiet: QuietLine
  /** Patterns was asked for the weekly look-back; it opens next. */
  readonly onLookBack: () => void
}

export const QuietLines = ({ help, lookBack, first, backup, quiet, onLookBack }: QuietLinesProps) => {
  const line = quiet.shown.value
  if (line === 'help') return <HelpLine model={help} />
  if (line === 'look-back') return <LookBackLine model={lookBack} onOpen={onLookBack} />
  if (line === 'first') return first && <FirstDays model={first} />
  return line === 'backup' ? backup && <BackupLine model={backup} /> : null
}
