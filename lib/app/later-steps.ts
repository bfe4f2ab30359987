/** Every step of a check-in after its first question, in one piece that is loaded when the first is answered. */
import { type CataloguePause, pauses } from '../content/pauses.ts'
import { wordTraits } from '../content/words.ts'
import { questionAfter } from '../core/check-in.ts'
import type { Key } from '../core/keys.ts'
import { createNote, type Note } from './note.ts'
import { createOffer, type Offer } from './offer.ts'
import type { CheckInPorts, Walk } from './open-check-in.ts'
import { createPauseRun, type PauseRun } from './pause-run.ts'
import { createWordsStep, type WordsStep } from './words-step.ts'

export type LaterSteps = {
  readonly words: WordsStep
  readonly offer: Offer
  readonly note: Note
  readonly pause: PauseRun
  /** Every pause, to be picked by hand. */
  readonly pauses: readonly CataloguePause[]
  /** True when the key was an answer at the step that is shown. */
  pressKey(key: Key): boolean
  next(): void
  back(): void
  /** Another pause, or all of them where the rules leave no other. */
  another(): Promise<void>
  showPauses(): void
  showMore(more: boolean): void
}

export const createLaterSteps = (ports: CheckInPorts, walk: Walk): LaterSteps => {
  const { open, goTo } = walk
  const { draft, record, move } = open
  const offer = createOffer(open, ports)
  return {
    words: createWordsStep(ports, walk),
    offer,
    note: createNote(open, ports),
    pause: createPauseRun(open, ports),
    pauses,
    pressKey: () => false,
    next: () => {
      const { place } = draft.value
      const asks = place === 'felt' || place === 'far' || place === 'words'
      goTo(asks ? questionAfter(place, record.value, wordTraits) : 'offer')
    },
    back: () => goTo('offer'),
    another: async () => {
      const passedOver = draft.value.offer?.pauseId
      await offer.another()
      if (draft.value.offer?.pauseId === passedOver) goTo('pauses')
    },
    showPauses: () => goTo('pauses'),
    showMore: more => move({ more }),
  }
}
