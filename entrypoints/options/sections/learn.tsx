/** Library → Learn: composed and drawn. */
import { SoForMe } from '../../../components/help/SoForMe.tsx'
import { LearnSection } from '../../../components/learn/LearnSection.tsx'
import { composeHelpCard } from '../../../lib/app/compose-help-card.ts'
import { composeLearn } from '../../../lib/app/compose-learn.ts'
import type { OpenSection } from './open-section.ts'

export const open: OpenSection = parts => {
  const model = composeLearn(parts)
  const help = composeHelpCard(parts)
  return () => (
    <LearnSection model={model} after={card => card === 'who-i-am' && <SoForMe onYes={help.ask} />} />
  )
}
