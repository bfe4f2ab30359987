/** When a nudge invites to a high and a low of the day, and that it stays an ordinary one in everything else. */
import { expect, test } from 'vitest'
import { invitesToEvening, isEvening } from '../../lib/core/evening.ts'
import { emptyMemory, isIntact, readNudgeState } from '../../lib/core/nudge-state.ts'
import { decide, firstState, type NudgeContext } from '../../lib/core/schedule.ts'
import { calm, everyDay, nudgeSettings } from '../support/nudges.ts'

const at = (iso: string) => Temporal.ZonedDateTime.from(`${iso}[Europe/Berlin]`)
const on = nudgeSettings({ evening: true, hours: everyDay({ from: 0, to: 0 }), gap: 0 })
const evening = at('2027-05-04T18:30')

test.each([
  ['17:59', false],
  ['18:00', true],
  ['21:59', true],
  ['22:00', false],
  ['03:00', false],
])('%s is evening: %s', (time, expected) => expect(isEvening(at(`2027-05-04T${time}`))).toBe(expected))

test.each([
  ['switched on and suiting', on, emptyMemory, true, true],
  ['switched off', nudgeSettings(), emptyMemory, true, false],
  ['not suiting', on, emptyMemory, false, false],
  ['a dot alone', nudgeSettings({ evening: true, sharing: true }), emptyMemory, true, false],
  ['asked this evening already', on, { ...emptyMemory, eveningDay: '2027-05-04' }, true, false],
  ['asked yesterday', on, { ...emptyMemory, eveningDay: '2027-05-03' }, true, true],
])('%s', (_what, settings, memory, fits, expected) =>
  expect(invitesToEvening(memory, settings, evening, fits)).toBe(expected),
)

const context = (fits: boolean): NudgeContext => ({
  now: evening,
  settings: on,
  surroundings: calm,
  seed: 1,
  id: 'nudge',
  evening: fits,
})

const due = { ...firstState, phase: 'waiting', dueAt: evening.epochMilliseconds, asked: false } as const

test('an invitation is shown as any nudge is, and a click leads elsewhere', () => {
  const plain = decide(due, { kind: 'wake' }, context(false))
  const invited = decide(due, { kind: 'wake' }, context(true))
  expect(invited.effects).toEqual(plain.effects)
  const clicked = (decision: typeof plain) =>
    decide(decision.state, { kind: 'clicked' }, context(false)).effects.at(-1)
  expect(clicked(plain)).toEqual({ kind: 'open-check-in' })
  expect(clicked(invited)).toEqual({ kind: 'open-evening' })
})

test('one that the person sends to see it is none', () => {
  const { state } = decide(due, { kind: 'send-now' }, context(true))
  expect(state).toMatchObject({ phase: 'shown', sent: true })
  expect(state).not.toHaveProperty('evening')
})

test('what is stored of it is read again, and anything else is as if it were not there', () => {
  const { state } = decide(due, { kind: 'wake' }, context(true))
  const stored = structuredClone(state)
  expect(readNudgeState(stored)).toEqual(stored)
  expect(isIntact(stored)).toBe(true)
  const odd = readNudgeState({ ...stored, evening: 'yes', memory: { ...stored.memory, eveningDay: 7 } })
  expect(odd).not.toHaveProperty('evening')
  expect(odd.memory).not.toHaveProperty('eveningDay')
})
