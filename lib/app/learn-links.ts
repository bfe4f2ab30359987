/** Leads from a word, a tag, a marker or a pause to the card of Learn that tells of it. */
import { type Beside, cardBeside, isLearnCard, type LearnCardId } from '../content/learn.ts'
import type { Slot } from './ports.ts'

/** The card that was asked for from elsewhere, until Learn opens it. It stands in no address, which a browser would keep. */
export type AskedCard = Slot<LearnCardId>

export const askedCardKey = 'learn-card'

export const readAskedCard = (stored: unknown): LearnCardId | null => (isLearnCard(stored) ? stored : null)

/** What cards may be asked for: lists of ids of each. */
export type AboutWhat = { readonly [Kind in Beside]?: readonly string[] }

export type LearnLinks = {
  /** Where Learn is: a fragment on the main page, a whole address elsewhere. */
  readonly address: string
  /** The cards that tell of any of these, each once, in the order of what is asked. */
  cardsOf(what: AboutWhat): readonly LearnCardId[]
  /** Learn opens this card when it is opened next. Resolves also where that could not be kept: then Learn opens as it is. */
  ask(card: LearnCardId): Promise<void>
}

const kinds = ['words', 'tags', 'markers', 'pauses'] as const satisfies readonly Beside[]

export const createLearnLinks = (asked: Pick<AskedCard, 'write'>, address: string): LearnLinks => ({
  address,
  cardsOf: what => [
    ...new Set(kinds.flatMap(kind => (what[kind] ?? []).flatMap(id => cardBeside(kind, id)?.id ?? []))),
  ],
  ask: card => asked.write(card).then(undefined, () => {}),
})
