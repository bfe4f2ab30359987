/** What the Reflect page has of small steps, ladders, if-then plans and markers, as parts of it. */
import type { OwnLadders } from '../../lib/app/own-ladders.ts'
import type { OwnPlans as Plans } from '../../lib/app/own-plans.ts'
import type { OwnSteps as Steps } from '../../lib/app/own-steps.ts'
import type { PauseInput } from '../../lib/core/pause-input.ts'
import { Ladders } from './Ladders.tsx'
import { Markers } from './Markers.tsx'
import { OwnPlans } from './OwnPlans.tsx'
import { OwnSteps, type StepInputs } from './OwnSteps.tsx'
import type { ReflectParts } from './ReflectSection.tsx'

type Models = {
  readonly steps: Steps
  readonly ladders: OwnLadders
  readonly plans: Plans
  readonly inputs: StepInputs & { readonly plan: readonly PauseInput[] }
}

/** `askForMarker` asks History for the form of a marker. */
export const ownStepParts = (
  { steps, ladders, plans, inputs }: Models,
  askForMarker: () => void,
): ReflectParts => [
  { kind: 'steps', Part: () => <OwnSteps model={steps} inputs={inputs} /> },
  {
    kind: 'ladders',
    Part: () => <Ladders model={ladders} inputs={inputs.ladder} />,
  },
  { kind: 'plans', Part: () => <OwnPlans model={plans} inputs={inputs.plan} /> },
  { kind: 'markers', Part: () => <Markers onAdd={askForMarker} /> },
]
