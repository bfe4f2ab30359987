/** Settings → Words and tags: composed, drawn and read. */
import { WordsSection } from '../../../components/words/WordsSection.tsx'
import { composeWords } from '../../../lib/app/compose-words.ts'
import type { OpenSection } from './open-section.ts'
import { withLearn } from './with-learn.tsx'

export const open: OpenSection = parts => {
  const { words, asking } = composeWords(parts)
  void words.load()
  return withLearn(parts, () => <WordsSection model={words} asking={asking} />)
}
