/** Patterns: composed and drawn; read while it is open. */
import { LookBackPart } from '../../../components/patterns/LookBackPart.tsx'
import { PatternsSection } from '../../../components/patterns/PatternsSection.tsx'
import { composePatterns } from '../../../lib/app/compose-patterns.ts'
import type { OpenSection } from './open-section.ts'
import { withLearn } from './with-learn.tsx'

export const open: OpenSection = (parts, options) => {
  const { model, lookBack } = composePatterns(parts)
  options.onLookBackAsked(lookBack.ask)
  void lookBack.load()
  return withLearn(parts, () => (
    <PatternsSection
      model={model}
      report={parts.lockFrame !== undefined}
      lookBack={
        <LookBackPart
          model={lookBack}
          offered={model.enough.value === true}
          above={model.cards.value.length}
        />
      }
    />
  ))
}
