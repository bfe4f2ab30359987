/** Library → Learn: composed and drawn. */
import { LearnSection } from '../../../components/learn/LearnSection.tsx'
import { composeLearn } from '../../../lib/app/compose-learn.ts'
import type { OpenSection } from './open-section.ts'

export const open: OpenSection = parts => {
  const model = composeLearn(parts)
  return () => <LearnSection model={model} />
}
