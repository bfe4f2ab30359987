/** The Library: composed, drawn and read. */
import { LibrarySection } from '../../../components/library/LibrarySection.tsx'
import { composeLibrary } from '../../../lib/app/compose-library.ts'
import type { OpenSection } from './open-section.ts'
import { withLearn } from './with-learn.tsx'

export const open: OpenSection = parts => {
  const model = composeLibrary(parts)
  void model.load()
  return withLearn(parts, () => <LibrarySection model={model} />)
}
