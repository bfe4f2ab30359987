/** Settings → Language and look: composed and drawn. */
import { LookSection } from '../../../components/look/LookSection.tsx'
import { composeLook, composeSpelling } from '../../../lib/app/compose-look.ts'
import type { OpenSection } from './open-section.ts'

export const open: OpenSection = parts => {
  const model = composeLook(parts)
  const spelling = composeSpelling(parts)
  return () => <LookSection model={model} spelling={spelling} />
}
