/** Talk to someone: composed, drawn and read. It opens while Thaw is locked, too. */
import { HelpSection } from '../../../components/help/HelpSection.tsx'
import { composeHelp } from '../../../lib/app/compose-help.ts'
import { composeHelpCard } from '../../../lib/app/compose-help-card.ts'
import type { OpenSection } from './open-section.ts'

export const open: OpenSection = parts => {
  const model = composeHelp(parts)
  const card = composeHelpCard(parts)
  void model.load()
  return () => {
    const locked = parts.lockFrame?.value?.state.value === 'locked'
    return <HelpSection model={model} card={card} own={parts.lockFrame !== undefined} locked={locked} />
  }
}
