/** Gives a section the way to Learn, for the words, tags and pauses in it. */
import type { FunctionComponent } from 'preact'
import { LearnContext } from '../../../components/learn/learn-context.ts'
import { composeLearnLinks } from '../../../lib/app/compose-learn-links.ts'
import type { Parts } from './open-section.ts'

export const withLearn = ({ session }: Parts, View: FunctionComponent): FunctionComponent => {
  const links = composeLearnLinks(session)
  return () => (
    <LearnContext.Provider value={links}>
      <View />
    </LearnContext.Provider>
  )
}
