/** Leads from a word, a tag, a marker or a pause to the card of Learn that tells of it. */
import { type Beside, cardBeside, isLearnCard, type LearnCardId } from '../content/learn.ts'
import type { Slot } from './ports.ts'

/** The card that was asked for from elsewhere, until Learn opens it. It stands in no address, which a browser would keep. */
export type AskedCard = Slot<LearnCardId>

export const askedCardKey = 'learn-card'

export const readAskedCard = (stored: unknown): LearnCardId | null => (isLearnCard(stored) ? stored : null)

export type LearnLinks = {
  /** The card that stands beside it; null where there is none. */
  cardOf(kind: Beside, id: string): LearnCardId | null
  /** Learn opens this card when it is opened next. Resolves also where that could not be kept: then Learn opens as it is. */
  ask(card: LearnCardId): Promise<void>
}

export const createLearnLinks = (asked: Pick<AskedCard, 'write'>): LearnLinks => ({
  cardOf: (kind, id) => cardBeside(kind, id)?.id ?? null,
  ask: card => asked.write(card).then(undefined, () => {}),
})
