/** The quick part of the truth about the choice: people of whom it is known which pause does more. `npm run truth -- choice` asks many more. */
import { expect, test } from 'vitest'
import { choosing, type Life, type Policy } from '../truth/choosing.ts'

const people = 24
const live = (policy: Policy, effect: Life['effect']) =>
  Array.from({ length: people }, (_, at) =>
    choosing({ policy, offers: 200, pauses: 5, effect }, 1_000_003 + at * 7_919),
  )
const mean = (all: readonly number[]) => all.reduce((sum, one) => sum + one, 0) / all.length
const regretOf = (lives: ReturnType<typeof live>) =>
  mean(lives.map(life => life.reduce((sum, { regret }) => sum + regret, 0)))

test('one of five that does more by 1.0 is found, for less than half of what random offers cost', () => {
  const better = (pause: number) => Number(pause === 0)
  const found = live('thaw', better)
  const share = mean(found.map(life => mean(life.slice(-50).map(({ chosen }) => Number(chosen === 0)))))
  expect(share).toBeGreaterThan(0.7)
  expect(share).toBeLessThanOrEqual(0.85)
  expect(regretOf(found) / regretOf(live('random', better))).toBeLessThan(0.5)
})

test('one that fades makes room for another that holds', () => {
  const faded = live('thaw', (pause, use) => (pause === 0 ? 2 ** (-use / 10) : Number(pause === 1)))
  const last = mean(faded.map(life => mean(life.slice(-50).map(({ chosen }) => Number(chosen === 1)))))
  expect(last).toBeGreaterThan(0.6)
})

test('where all do the same, none takes over: each is still offered to somebody, and none to everybody', () => {
  const alike = live('thaw', () => 0)
  for (let pause = 0; pause < 5; pause += 1) {
    const share = mean(alike.map(life => mean(life.map(({ chosen }) => Number(chosen === pause)))))
    expect(share).toBeGreaterThan(0.1)
    expect(share).toBeLessThan(0.35)
  }
})
