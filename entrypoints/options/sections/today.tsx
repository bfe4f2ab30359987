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
  /** Each of the quiet lines reads by itself when it is drawn. */
  const loadAll = () => {
    load()
    void models.backup?.load()
    void models.first?.load()
    void models.lookBack.load()
    void models.help.load('begins')
  }
  load()
  options.onAgain('today', models.stuck.close)
  return () => {
    useReturn(loadAll)
    return <TodaySection {...models} onAddPast={options.askForPast} onLookBack={options.askForLookBack} />
  }
}
