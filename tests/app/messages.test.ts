/** What pages say to the worker, and what of it the worker believes. */
import fc from 'fast-check'
import { describe, expect, expectTypeOf, test } from 'vitest'
import { createNudges, type Messages, nudgeHandlers, readPersonEvent } from '../../lib/app/messages.ts'
import type { NudgeDesk } from '../../lib/app/nudge.ts'
import type { NudgeStatus, PersonEvent } from '../../lib/app/ports.ts'
import { fail, ok } from '../../lib/core/result.ts'
import type { NudgeEvent } from '../../lib/core/schedule.ts'
import { askWorker, type MessageHandlers } from '../../lib/platform/messages.ts'

const status: NudgeStatus = { next: { kind: 'at', at: 5 }, fewer: false, badMinutes: [], shownId: null }

const events: readonly PersonEvent[] = [
  { kind: 'opened' },
  { kind: 'answered' },
  { kind: 'not-now', reason: null },
  { kind: 'not-now', reason: 'today' },
  { kind: 'snooze', minutes: 15 },
  { kind: 'away', until: 'hour' },
  { kind: 'away', until: 'tomorrow' },
  { kind: 'away', until: { day: '2027-05-04' } },
  { kind: 'back' },
  { kind: 'start-again' },
  { kind: 'send-now' },
  { kind: 'forget-bad-moments', minute: 720 },
  { kind: 'settings-changed' },
]

describe('readPersonEvent', () => {
  test.each(events)('takes %j', event => {
    expect(readPersonEvent({ ...event, more: 1 })).toEqual(event)
  })

  test.each([
    { kind: 'snooze', minutes: 1 },
    { kind: 'not-now' },
    { kind: 'clicked' },
    { kind: 'away' },
    { kind: 'away', until: 'never' },
    { kind: 'away', until: { day: '2027-02-30' } },
    { kind: 'forget-bad-moments', minute: '720' },
    null,
    'opened',
    [],
  ])('refuses %j', ask => {
    expect(readPersonEvent(ask)).toBeNull()
  })

  test('gives an event or nothing for any value', () => {
    fc.assert(
      fc.property(fc.anything(), ask => {
        const event = readPersonEvent(ask)
        expect(event === null || events.some(({ kind }) => kind === event.kind)).toBe(true)
      }),
    )
  })
})

test('what a page tells reaches the desk, and its status comes back', async () => {
  const heard: NudgeEvent[] = []
  const desk: NudgeDesk = {
    handle: async event => {
      heard.push(event)
      return status
    },
  }
  const handlers = nudgeHandlers(desk)
  const nudges = createNudges(async (kind, ask) => {
    const read = handlers[kind].read(structuredClone(ask))
    return read === null ? fail('refused') : handlers[kind].answer(read.ask as never)
  })
  expect(await nudges.status()).toEqual(status)
  for (const event of events) expect(await nudges.tell(event)).toEqual(status)
  expect(heard.map(({ kind }) => kind)).toEqual([
    'wake',
    'opened',
    'answered',
    'not-now',
    'not-now',
    'snooze',
    'away',
    'away',
    'away',
    'back',
    'start-again',
    'send-now',
    'forget-bad-moments',
    'wake',
  ])
})

test('each kind has its own ask and answer', () => {
  expectTypeOf<Messages['nudge-tell']['ask']>().toEqualTypeOf<PersonEvent>()
  expectTypeOf<Messages[keyof Messages]['answer']>().toEqualTypeOf<NudgeStatus>()
  expectTypeOf(nudgeHandlers).returns.toExtend<MessageHandlers<Messages>>()
  expectTypeOf(askWorker<Messages>()).toExtend<Parameters<typeof createNudges>[0]>()
})

test('a worker that is just starting is asked again; one that never answers is an error', async () => {
  let asked = 0
  const nudges = createNudges(async () => {
    asked += 1
    return asked === 1 ? fail('unreachable') : ok(status)
  })
  expect(await nudges.status()).toEqual(status)
  await expect(createNudges(async () => fail('unreachable')).status()).rejects.toThrow('did not answer')
})
