/** What the Reflect page has of small steps, ladders and if-then plans. */
import { inputsOf } from '../content/journal.ts'
import { type StarterId, starters } from '../content/starters.ts'
import type { ReflectForm } from '../core/draft-keys.ts'
import type { PauseInput } from '../core/pause-input.ts'
import { label, locale, messageKey, t } from '../platform/i18n.ts'
import { createOwnLadders } from './own-ladders.ts'
import { createOwnPauses } from './own-pauses.ts'
import { createOwnPlans } from './own-plans.ts'
import { createOwnSteps } from './own-steps.ts'
import type { OwnWords } from './own-words.ts'
import type { PageParts } from './page-parts.ts'
import { createPausePicks } from './pause-picks.ts'
import type { ReflectPage } from './reflect-page.ts'
import type { ReflectionForm } from './reflection-form.ts'

const ownStep: PauseInput = { kind: 'text', field: 'step', label: 'plan_step' }

type Needs = {
  readonly reflect: ReflectPage
  readonly formFor: (kind: ReflectForm) => ReflectionForm
  readonly own: OwnWords
}

export const composeOwnSteps = (parts: PageParts, { reflect, formFor, own }: Needs) => {
  const forms = { step: formFor('step'), ladder: formFor('ladder'), plan: formFor('plan') }
  const pauses = createOwnPauses(parts)
  const plans = createOwnPlans({
    ...parts,
    reflect,
    form: forms.plan,
    own,
    pauses,
    picks: createPausePicks({ own: pauses, pauseLabel: id => label('pause', id), locale }),
  })
  return {
    steps: createOwnSteps({
      ...parts,
      reflect,
      form: forms.step,
      ideas: starters,
      ideaText: (id: StarterId) => t(messageKey('starter', id)),
    }),
    ladders: createOwnLadders({ ...parts, reflect, form: forms.ladder }),
    plans,
    inputs: {
      step: inputsOf('one-small-thing'),
      ladder: inputsOf('smaller-step'),
      plan: [...inputsOf('if-then'), ownStep],
    },
    load: async () => {
      await Promise.all([plans.load(), ...Object.values(forms).map(form => form.load())])
    },
  }
}
