/** Today: composed, drawn and read. */
import { useReturn } from '../../../components/options/use-return.ts'
import { TodaySection } from '../../../components/today/TodaySection.tsx'
import { composeToday } from '../../../lib/app/compose-today.ts'
import type { OpenSection } from './open-section.ts'

export const open: OpenSection = (parts, options) => {
  const models = composeToday(parts)
  const load = () => {
    void models.today.load()
    void models.next.load()
  }
  /** The quiet lines are read when the page is drawn. */
  const loadAll = () => {
    load()
    void models.quiet.load()
  }
  load()
  options.onAgain('today', models.stuck.close)
  return () => {
    useReturn(loadAll)
    return <TodaySection {...models} onAddPast={options.askForPast} onLookBack={options.askForLookBack} />
  }
}
