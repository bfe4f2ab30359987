/** A small run of the simulator, and what it says to those who ask it wrongly. */
import { describe, expect, test } from 'vitest'
import { browser } from 'wxt/browser'
import { readAsk } from '../simulate/ask.ts'
import { liveCalm } from '../simulate/calm.ts'
import { liveOne } from '../simulate/life.ts'
import { linesOf, problemsOf } from '../simulate/report.ts'
import { zoneNames } from '../simulate/zones.ts'
import { lawSeed } from '../support/law-runs.ts'

const seed = lawSeed('simulate') >>> 0
const days = 60

describe.each(['chromium', 'firefox'] as const)('hostile lives in %s', { timeout: 120_000 }, name => {
  test.each(['Pacific/Apia', 'America/Havana', 'Europe/Berlin'])('break no law from %s on', async zone => {
    const install = (api: object) => Object.assign(browser.alarms, api)
    const life = await liveOne({ zone, days, seed, browser: name, install })
    const report = { zone, lives: [{ browser: name, ...life }], calm: [], seconds: 0 }
    expect(problemsOf(report)).toEqual([])
    // A life in which nothing comes, or nothing is hostile, would hold every law.
    expect(life.counts.begun).toBeGreaterThan(5)
    expect(life.counts.heldBack + life.counts.expired).toBeGreaterThan(0)
    expect(life.kills).toBeGreaterThan(0)
    expect(linesOf(report)[0]).toMatch(/^\S+: 0 laws broken/)
  })
})

const changing = ['Pacific/Apia', 'Africa/Casablanca', 'America/Havana', 'Australia/Lord_Howe']

test.each(changing)('in calm, exactly as many come as were asked for, in %s', { timeout: 60_000 }, zone => {
  const calm = liveCalm(zone, 366, seed)
  expect(problemsOf({ zone, lives: [], calm, seconds: 0 })).toEqual([])
  expect(calm.map(({ expected }) => expected > 300)).toEqual([true, true, true])
})

test('a broken law is named with the step at which it broke', () => {
  const calm = [{ mode: 'random', shown: 2, expected: 3, broken: ['never over the cap'] }]
  expect(problemsOf({ zone: 'UTC', lives: [], calm, seconds: 0 })).toEqual([
    'UTC, calm, random: never over the cap',
    'UTC, calm, random: 2 came, and 3 should have',
  ])
})

describe('asked on the command line', () => {
  test('takes days, a seed and a zone, and has its own idea of each', () => {
    expect(readAsk([], 7)).toEqual({ days: 1_000, seed: 7, zones: zoneNames })
    expect(readAsk(['--days', '20', '--seed', '5', '--zone', 'Europe/Berlin'], 7)).toEqual({
      days: 20,
      seed: 5,
      zones: ['Europe/Berlin'],
    })
    expect(readAsk(['--zone', 'all'], 7)).toMatchObject({ zones: { length: 10 } })
  })

  test.each([
    [['--days', 'many'], /--days takes a whole number .* "many"/],
    [['--days', '0'], /--days takes/],
    [['--days', ''], /--days takes/],
    [['--seed', '1.5'], /--seed takes a whole number/],
    [['--zone', 'Europe/Nowhere'], /--zone takes a time zone .* "Europe\/Nowhere"/],
    [['--speed', '3'], /--speed/],
    [['1000'], /1000/],
  ])('%j is answered with a sentence', (words, sentence) => {
    expect(readAsk(words, 7)).toEqual({ problem: expect.stringMatching(sentence) })
  })
})
