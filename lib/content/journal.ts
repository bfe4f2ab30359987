/** What the thought journal asks for besides words and tags: as the pause does, with how much each is believed. */
import type { PauseInput } from '../core/pause-input.ts'
import { pauseById } from './pauses.ts'

/** What a pause asks for, in its order. */
export const inputsOf = (pauseId: string): readonly PauseInput[] =>
  pauseById(pauseId)?.steps.flatMap(({ inputs = [] }) => inputs) ?? []

const named = (pauseId: string, ...fields: readonly string[]): readonly PauseInput[] =>
  inputsOf(pauseId).filter(input => input.kind !== 'drawing' && fields.includes(input.field))

const belief = (field: string, label: string): PauseInput => ({
  kind: 'scale',
  field,
  label,
  to: 10,
  ends: ['journal_belief_low', 'journal_belief_high'],
})

/** By the part of the form in which they stand. */
export const journalInputs = {
  thought: [
    ...named('another-way', 'situation', 'thought'),
    belief('thoughtBefore', 'journal_thought_before'),
  ],
  traps: named('another-way', 'traps'),
  other: [...named('another-way', 'friend', 'other'), belief('otherBefore', 'journal_other_before')],
  again: [belief('thoughtAfter', 'journal_thought_after'), belief('otherAfter', 'journal_other_after')],
} as const satisfies { readonly [part: string]: readonly PauseInput[] }
