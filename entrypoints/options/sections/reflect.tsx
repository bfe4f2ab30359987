/** The Library's Reflect: composed, drawn and read. */
import { HighsLows } from '../../../components/reflect/HighsLows.tsx'
import { Kept } from '../../../components/reflect/Kept.tsx'
import { LightThings } from '../../../components/reflect/LightThings.tsx'
import { Lines } from '../../../components/reflect/Lines.tsx'
import { ownStepParts } from '../../../components/reflect/own-step-parts.tsx'
import { People } from '../../../components/reflect/People.tsx'
import { type ReflectParts, ReflectSection } from '../../../components/reflect/ReflectSection.tsx'
import { Thoughts } from '../../../components/reflect/Thoughts.tsx'
import { composeReflect } from '../../../lib/app/compose-reflect.ts'
import type { OpenSection } from './open-section.ts'

export const open: OpenSection = (pageParts, options) => {
  const models = composeReflect(pageParts)
  const { inputs } = models
  const parts: ReflectParts = [
    {
      kind: 'thoughts',
      Part: () => <Thoughts model={models.journal} inputs={inputs.journal} />,
    },
    {
      kind: 'highs-lows',
      Part: () => <HighsLows model={models.highsLows} invite={models.keepInvite} inputs={inputs.highsLows} />,
    },
    ...ownStepParts(models.small, options.askForMarker),
    {
      kind: 'people',
      Part: () => <People model={models.people} inputs={inputs.people} />,
    },
    { kind: 'lines', Part: () => <Lines model={models.lines} /> },
    {
      kind: 'keepsakes',
      Part: () => <Kept model={models.keepsakes} form={models.keeping} />,
    },
    {
      kind: 'light-things',
      Part: () => <LightThings model={models.lightThings} />,
    },
  ]
  void models.load()
  return () => <ReflectSection model={models.reflect} parts={parts} />
}
