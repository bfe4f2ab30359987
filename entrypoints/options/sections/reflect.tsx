/** The Library's Reflect: composed, drawn and read. */
import { Kept } from '../../../components/reflect/Kept.tsx'
import { Lines } from '../../../components/reflect/Lines.tsx'
import { type ReflectParts, ReflectSection } from '../../../components/reflect/ReflectSection.tsx'
import { Thoughts } from '../../../components/reflect/Thoughts.tsx'
import { composeReflect } from '../../../lib/app/compose-reflect.ts'
import type { OpenSection } from './open-section.ts'

export const open: OpenSection = (pageParts, { spellcheck }) => {
  const { reflect, journal, journalInputs, lines, keepsakes, keeping, load } = composeReflect(pageParts)
  const parts: ReflectParts = [
    {
      kind: 'thoughts',
      Part: () => <Thoughts model={journal} inputs={journalInputs} spellcheck={spellcheck.value} />,
    },
    { kind: 'lines', Part: () => <Lines model={lines} spellcheck={spellcheck.value} /> },
    {
      kind: 'keepsakes',
      Part: () => <Kept model={keepsakes} form={keeping} spellcheck={spellcheck.value} />,
    },
  ]
  void load()
  return () => <ReflectSection model={reflect} parts={parts} />
}
