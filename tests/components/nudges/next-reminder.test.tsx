/** The line on the next reminder, and what can be done about it. */
import { signal } from '@preact/signals'
import { beforeEach, expect, test, vi } from 'vitest'
import { NextReminder } from '../../../components/nudges/NextReminder.tsx'
import type { NextReminder as Model } from '../../../lib/app/next-reminder.ts'
import { drawnOf } from '../../support/drawn.ts'
import { speak } from '../../support/speak.ts'

beforeEach(() => speak())

const nothing = async () => {}

const shown = (line: Model['line']['value'], load = nothing) => {
  const model: Model = {
    line: signal(line),
    fewer: signal(false),
    badMinutes: signal([]),
    unheard: signal(false),
    awayForAnHour: nothing,
    awayUntilTomorrow: nothing,
    awayUntil: async () => true,
    comeBack: nothing,
    startAgain: nothing,
    stayQuiet: nothing,
    forgetBadMoment: nothing,
    load,
  }
  return drawnOf(<NextReminder model={model} />)
}

test('where the worker did not answer, it can be asked again', () => {
  const load = vi.fn<() => Promise<void>>(nothing)
  const drawn = shown({ kind: 'unknown' }, load)
  expect(drawn.some(({ data }) => data === 'Try again')).toBe(true)
  drawn.find(({ localName }) => localName === 'button')?.listeners.get('click')?.({})
  expect(load).toHaveBeenCalledOnce()
})

test('where it did, nothing is asked again', () => {
  expect(shown({ kind: 'off', zone: 'Europe/Berlin' }).some(({ data }) => data === 'Try again')).toBe(false)
})
