/** Keys on the line over time. */
import { expect, test } from 'vitest'
import { chartKeys } from '../../../components/history/felt-over-time/chart-keys.ts'

const pressed = (key: string, mirrored = false): readonly unknown[] => {
  const went: unknown[] = []
  const way = (name: string) => () => void went.push(name)
  const ways = { first: way('first'), last: way('last'), closer: way('closer'), wider: way('wider') }
  const others = { earlier: way('earlier'), later: way('later'), all: way('all') }
  chartKeys({ step: by => void went.push(by), ...ways, ...others }, mirrored)[key]?.()
  return went
}

test.each([
  ['Home', 'first'],
  ['End', 'last'],
  ['PageUp', 'later'],
  ['PageDown', 'earlier'],
  ['0', 'all'],
  ['=', 'closer'],
  ['ArrowUp', 1],
])('%s leads to %s', (key, to) => {
  expect(pressed(key)).toEqual([to])
})

test('arrows to the side follow the line', () => {
  expect([pressed('ArrowRight'), pressed('ArrowLeft')]).toEqual([[1], [-1]])
  expect([pressed('ArrowRight', true), pressed('ArrowLeft', true)]).toEqual([[-1], [1]])
})
