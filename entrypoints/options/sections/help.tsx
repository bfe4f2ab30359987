/** Talk to someone: composed, drawn and read. It opens while Thaw is locked, too. */
import { HelpSection } from '../../../components/help/HelpSection.tsx'
import { composeHelp } from '../../../lib/app/compose-help.ts'
import type { OpenSection } from './open-section.ts'

export const open: OpenSection = parts => {
  const model = composeHelp(parts)
  void model.load()
  return () => <HelpSection model={model} locked={parts.lockFrame?.value?.state.value === 'locked'} />
}
