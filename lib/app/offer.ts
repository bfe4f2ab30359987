/** The offer of a check-in: one pause that fits the answers as they stand. */
import { computed, type ReadonlySignal } from '@preact/signals'
import { type CataloguePause, pauseById, pauses } from '../content/pauses.ts'
import { wordTraits } from '../content/words.ts'
import { type OfferReason, recommend } from '../core/recommend.ts'
import type { CheckInPorts, OpenCheckIn } from './open-check-in.ts'

export type OfferView = {
  readonly pause: CataloguePause
  readonly reason: OfferReason | null
  /** A hard word was picked: a person to talk to stands beside the pause, as large as it. */
  readonly besidePerson: boolean
}

export type Offer = {
  /** Null while it is chosen. */
  readonly view: ReadonlySignal<OfferView | null>
  /** Makes an offer where none stands. */
  make(): Promise<void>
  /** Passes this one over. */
  another(): Promise<void>
}

export const createOffer = (open: OpenCheckIn, { chance }: Pick<CheckInPorts, 'chance'>): Offer => {
  const { draft, record, move } = open
  const hardWord = () => record.value.words.some(word => wordTraits(word.id).hard)
  const view = computed(() => {
    const { offer } = draft.value
    const pause = offer && pauseById(offer.pauseId)
    return pause && { pause, reason: offer.reason, besidePerson: hardWord() }
  })

  const choose = async (passedOver: readonly string[]) => {
    const sessions = await open.sessions()
    // The answers are read after the history: they may have changed meanwhile, and safety follows from them.
    const context = { pauses, sessions, hardWord: hardWord(), passedOver }
    move({ offer: recommend(record.value, context, chance.next()), passedOver })
  }

  return {
    view,
    make: async () => {
      if (draft.value.offer === null) await choose([])
    },
    another: () => {
      const { offer, passedOver } = draft.value
      return choose(offer ? [...passedOver, offer.pauseId] : passedOver)
    },
  }
}
