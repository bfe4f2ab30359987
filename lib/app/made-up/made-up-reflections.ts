/** What was written in a made-up year: thoughts, highs and lows, steps, plans, lines, people and the rest. */
import { pauseById } from '../../content/pauses.ts'
import type { Cue } from '../../core/if-then.ts'
import { inputNames } from '../../core/pause-input.ts'
import type { Reflection } from '../../core/records.ts'
import { hour } from '../../core/time.ts'
import type { Say } from './made-up-own.ts'

/** Something written at the last check-in of a day, or of the next day that has one. */
export type Occasion = {
  readonly ago: number
  /** The pause in which it was written; null for what needs none. */
  readonly pauseId: string | null
  readonly written: readonly Pick<Reflection, 'type' | 'fields'>[]
  /** How long after it a small step was marked as done, in milliseconds. */
  readonly doneAfter?: number
}

type Fields = Reflection['fields']

/** What a pause leaves: every field that it asks for, null where nothing was written. */
const inPause = (
  ago: number,
  pauseId: string,
  fields: Fields,
  more: readonly Pick<Reflection, 'type' | 'fields'>[] = [],
): Occasion => {
  const pause = pauseById(pauseId)
  const type = pause?.leaves
  if (!pause || !type) throw new Error(`${pauseId} leaves nothing behind`)
  const blank = Object.fromEntries(inputNames(pause.steps).map(name => [name, null]))
  // A line of a pause is none of those that are kept for later.
  const kept = type === 'line' ? { kept: false } : {}
  return { ago, pauseId, written: [{ type, fields: { ...blank, ...fields, ...kept, pauseId } }, ...more] }
}

const done = (occasion: Occasion): Occasion => ({ ...occasion, doneAfter: 3 * hour })

const alone = (ago: number, type: Reflection['type'], fields: Fields): Occasion => ({
  ago,
  pauseId: null,
  written: [{ type, fields }],
})

// An object with a `then` of its own would be taken for a promise.
const plan = (cue: Cue, pauseId: string): Fields =>
  Object.fromEntries([
    ['if', cue],
    ['then', pauseId],
  ])

const named = (type: 'person' | 'light-thing', name: string) => ({ type, fields: { name } })

/** Oldest first. */
export const occasions = (say: Say): readonly Occasion[] => {
  const person = say('made_person_1')
  return [
    inPause(352, 'one-sentence', { to: person, text: say('made_sentence_1') }, [named('person', person)]),
    done(inPause(344, 'one-small-thing', { text: say('made_step_1'), minutes: '2', expected: 3 })),
    alone(330, 'light-thing', { name: say('made_light_1') }),
    inPause(318, 'high-and-low', {
      high: say('made_high_1'),
      highReach: 2,
      low: say('made_low_1'),
      lowReach: 1,
    }),
    alone(305, 'line', { text: say('made_kept_1'), kept: true }),
    inPause(296, 'another-way', {
      situation: say('made_situation_1'),
      thought: say('made_thought_1'),
      thoughtBefore: 8,
      feelings: ['small'],
      traps: ['mind-reading'],
      other: say('made_other_1'),
      otherBefore: 4,
      thoughtAfter: 5,
      otherAfter: 6,
      tags: ['group', 'work'],
    }),
    inPause(274, 'if-then', plan('tag:work', 'look-up')),
    inPause(259, 'one-small-thing', { text: say('made_step_2'), minutes: '15' }),
    alone(240, 'person', { name: say('made_person_2') }),
    inPause(233, 'one-line', { text: say('made_line') }),
    inPause(213, 'high-and-low', { low: say('made_low_2'), lowReach: 3 }),
    inPause(192, 'smaller-step', {
      ladder: [say('made_rung_1'), say('made_rung_2'), say('made_rung_3')],
    }),
    alone(191, 'ladder', { ladder: [say('made_rung_1'), say('made_rung_2'), say('made_rung_3')] }),
    alone(178, 'line', { text: say('made_kept_2'), kept: true }),
    alone(171, 'look-back', { was: say('made_was'), eased: say('made_eased'), thing: say('made_thing') }),
    done(inPause(148, 'do-it-differently', { text: say('made_step_3') })),
    alone(131, 'light-thing', { name: say('made_light_2') }),
    inPause(112, 'high-and-low', { low: say('made_low_3'), lowReach: 0 }),
    inPause(86, 'another-way', {
      situation: say('made_situation_2'),
      thought: say('made_thought_2'),
      thoughtBefore: 7,
      feelings: ['small', 'worried'],
      traps: ['mind-reading', 'self-blame'],
      friend: say('made_friend_2'),
    }),
    inPause(66, 'boundary', { text: say('made_sentence_2') }),
    inPause(47, 'if-then', plan('hour:21', 'window')),
    alone(36, 'line', { text: say('made_kept_3'), kept: true }),
    inPause(19, 'high-and-low', {
      high: say('made_high_2'),
      highReach: 3,
      low: say('made_low_4'),
      lowReach: 2,
    }),
    inPause(6, 'one-small-thing', { text: say('made_step_4'), minutes: '5', expected: 2 }),
    inPause(1, 'one-small-thing', { text: say('made_step_1'), minutes: '2' }),
  ]
}
