/** Drawing waits for an answer that is being kept, and for nothing else. */
import { signal } from '@preact/signals'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { drawAfterKeeping } from '../../../components/ui/draw-after-keeping.ts'
import type { Keeping } from '../../../lib/app/check-in-types.ts'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

const drawing = (state: Keeping) => {
  const keeping = signal<Keeping>(state)
  let drawn = 0
  drawAfterKeeping({ keeping })(() => {
    drawn += 1
  })
  return { keeping, drawn: () => drawn }
}

test.each<Keeping>(['nothing-yet', 'kept', { kind: 'full' }])(
  'happens in the same turn where nothing is on its way: %j',
  async state => {
    const { drawn } = drawing(state)
    await Promise.resolve()
    expect(drawn()).toBe(1)
  },
)

test.each<Keeping>(['kept', { kind: 'full' }])('comes once with the answer of the store: %j', state => {
  const { keeping, drawn } = drawing('keeping')
  vi.advanceTimersByTime(10)
  expect(drawn()).toBe(0)
  keeping.value = state
  vi.advanceTimersByTime(1)
  expect(drawn()).toBe(1)
  keeping.value = 'keeping'
  keeping.value = 'kept'
  vi.advanceTimersByTime(1_000)
  expect(drawn()).toBe(1)
})

test('waits no longer than a frame for a slow store', () => {
  const { keeping, drawn } = drawing('keeping')
  vi.advanceTimersByTime(16)
  expect(drawn()).toBe(1)
  keeping.value = 'kept'
  vi.advanceTimersByTime(1_000)
  expect(drawn()).toBe(1)
})
