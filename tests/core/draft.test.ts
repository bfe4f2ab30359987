import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Draft, leftBehind, newDraft, places, readDraft } from '../../lib/core/draft.ts'
import type { Writing } from '../../lib/core/writing.ts'

const writing: Writing = {
  id: 'w',
  at: 7,
  zone: 'UTC',
  day: '2026-11-22',
  type: 'thought',
  pauseId: 'another-way',
  names: ['thought', 'traps'],
  values: { thought: 'a thought', traps: ['self-blame'], reach: 0 },
  saved: false,
}

const full: Draft = {
  ...newDraft(1_000, 'n'),
  checkInId: 'a',
  unkept: { felt: 3, words: [{ id: 'numb', guess: false }], day: '2026-11-22', note: 'n' },
  earlier: [
    { checkInId: 'z', patch: { far: null, cantTell: ['felt'] }, noteBase: 'z' },
    { writing: { ...writing, id: 'v', type: 'thought' } },
  ],
  place: 'pause',
  offer: { pauseId: 'look-up', reason: 'reason_far', values: [], probability: 0.5 },
  passedOver: ['long-exhale'],
  run: {
    pauseId: 'look-up',
    startedAt: 1,
    step: 1,
    stepStartedAt: 2,
    heldFor: 3,
    heldSince: null,
    spent: 4,
    seenAt: 5,
    leftAt: 6,
    end: null,
    tempo: { pace: 1.25, holds: false },
    other: true,
  },
  writing,
  toStart: 'window',
  sessionId: 'b',
  note: 'half a sentence',
  noteBase: 'half',
  find: 'nu',
  openGroup: 'quiet-far',
  more: true,
  scroll: 12,
}

test('a draft comes back as it was kept', () => {
  expect(readDraft(structuredClone(full))).toEqual(full)
})

/** The draft with any of its values replaced by anything. */
const spoilt = fc.record(
  Object.fromEntries(
    Object.entries(full).map(([name, value]) => [name, fc.oneof(fc.constant(value), fc.anything())]),
  ),
)

test('anything else stored is read as none, or as a draft that can go on', () => {
  fc.assert(
    fc.property(fc.oneof(fc.anything(), spoilt), stored => {
      const draft = readDraft(stored)
      if (draft === null) return
      expect(places).toContain(draft.place)
      expect(Number.isFinite(draft.touchedAt)).toBe(true)
    }),
  )
})

test('an offer of an older draft, without a reason that is known, is none: another is made', () => {
  const { reason: _, ...older } = full.offer ?? {}
  for (const offer of [older, { ...older, reason: null }, { ...older, reason: 'reason_of_a_newer_thaw' }])
    expect(readDraft({ ...full, offer })?.offer).toBeNull()
})

test('what an offer fills in is words and numbers', () => {
  const offer = { ...full.offer, reason: 'reason_eased', values: [2, null, 'work', Number.NaN, {}] }
  expect(readDraft({ ...full, offer })?.offer?.values).toEqual([2, 'work'])
  expect(readDraft({ ...full, offer: { ...offer, values: 7 } })?.offer?.values).toEqual([])
})

test.each(Object.keys(full))('a draft with a spoilt %s is still readable or none', name => {
  for (const value of [null, 7, 'x', [], {}, Number.NaN, true]) {
    const draft = readDraft({ ...full, [name]: value })
    if (draft?.place === 'pause') expect(draft.run).not.toBeNull()
  }
})

test('left behind is what no record has yet, and no more', () => {
  const { earlier } = full
  expect(leftBehind(full)).toEqual([
    ...earlier,
    {
      checkInId: 'a',
      patch: { ...full.unkept, note: 'half a sentence' },
      noteBase: 'half',
    },
    { writing },
  ])
  const nothing = { unkept: null, note: null, writing: null }
  expect(leftBehind({ ...full, ...nothing })).toEqual(earlier)
  const kept = [{ saved: true }, { type: null }, { values: { thought: ' ' } }]
  for (const change of kept)
    expect(leftBehind({ ...full, ...nothing, writing: { ...writing, ...change } })).toEqual(earlier)
})
