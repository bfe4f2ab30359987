/** What Thaw costs while nobody looks at it: starts, processor time, and the work of one wake. */
import { setTimeout as pause } from 'node:timers/promises'
import { buildExtension } from '../support/build-extension.ts'
import { dropFolder } from '../support/process.ts'
import { median, printTable, shown, verdict } from './figures.ts'
import { spentBetween, threadTimes } from './processor.ts'
import { makeProfile, type Resting, startResting, untilAtRest } from './resting.ts'
import { measureWakes, type Wake, type Wakes } from './wakes.ts'

const quietFor = 120_000
const pairs = 5
/** How long the processor time of one pair is counted, and how long a browser may settle before. */
const countFor = 30_000
const settleFor = 10_000
const wakes = 11

type Quiet = { readonly starts: number; readonly alive: number }

/** What of Thaw starts, and what lives, in two minutes of nothing. */
const measureQuiet = async (executable: string, profile: string): Promise<Quiet> => {
  const resting = await startResting(executable, profile)
  await untilAtRest(resting)
  const before = resting.starts()
  await pause(quietFor)
  const quiet = { starts: resting.starts() - before, alive: resting.alive() }
  await resting.stop()
  return quiet
}

/** Milliseconds of processor time in each second. */
type Pair = { readonly thaw: number; readonly without: number; readonly other: number }

/** Three browsers side by side in the same half minute, started in turn: with Thaw, without, and without once more for the noise. */
const measurePair = async (executable: string, profile: string, round: number): Promise<Pair> => {
  const kinds = ['thaw', 'without', 'other'] as const
  const order = kinds.map((_, place) => kinds[(place + round) % kinds.length] ?? 'thaw')
  const browsers = new Map<(typeof kinds)[number], Resting>()
  for (const kind of order)
    browsers.set(kind, await startResting(executable, kind === 'thaw' ? profile : null))
  const of = (kind: (typeof kinds)[number]): Resting => {
    const browser = browsers.get(kind)
    if (browser === undefined) throw new Error(`There is no browser ${kind}`)
    return browser
  }
  await untilAtRest(of('thaw'))
  await pause(settleFor)
  const begin = performance.now()
  const before = kinds.map(kind => threadTimes(of(kind).group))
  await pause(countFor)
  const seconds = (performance.now() - begin) / 1_000
  const [thaw = 0, without = 0, other = 0] = kinds.map(
    (kind, place) => spentBetween(before[place] ?? new Map(), threadTimes(of(kind).group)) / seconds,
  )
  for (const kind of kinds) await of(kind).stop()
  return { thaw, without, other }
}

const reportPairs = (measured: readonly Pair[]): number => {
  const rows = measured.map(pair => ({
    ...pair,
    more: pair.thaw - pair.without,
    noise: pair.other - pair.without,
  }))
  const medians = (['thaw', 'without', 'other', 'more', 'noise'] as const).map(name =>
    median(rows.map(row => row[name])).toFixed(3),
  )
  console.log(`\nProcessor time of the whole browser, ms in a second, over ${countFor / 1_000} s each`)
  printTable([
    ['pair', 'with Thaw', 'without', 'without again', 'Thaw', 'noise'],
    ...rows.map(({ thaw, without, other, more, noise }, at) => [
      `${at + 1}`,
      ...[thaw, without, other, more, noise].map(value => value.toFixed(3)),
    ]),
    ['median', ...medians],
  ])
  return Math.abs(median(rows.map(({ more }) => more)))
}

const of = (measured: readonly Wake[], figure: keyof Wake): readonly number[] =>
  measured.map(wake => wake[figure])

const reportWakes = ({ quiet, showing }: Wakes): void => {
  const row = (what: string, measured: readonly Wake[]): readonly string[] => [
    what,
    ...(['start', 'work', 'script', 'processor'] as const).map(figure => shown(of(measured, figure))),
  ]
  console.log(
    `\n${wakes} wakes of each kind by the alarm: tasks of the worker's thread, median ms (quartiles)`,
  )
  printTable([
    ['wake', 'start by the browser', 'work', 'of it the first run', 'of it on a processor'],
    row('nothing is due', quiet),
    row('shows a nudge', showing),
  ])
}

export const benchCost = async (executable: string): Promise<void> => {
  buildExtension('chromium')
  const woken = await measureWakes(wakes)
  reportWakes(woken)
  const profile = await makeProfile()
  try {
    const rest = await measureQuiet(executable, profile)
    const measured: Pair[] = []
    for (let round = 0; round < pairs; round++) measured.push(await measurePair(executable, profile, round))
    const more = reportPairs(measured)
    console.log('\nTargets (npm run bench -- cost)')
    printTable([
      ['what', 'value', 'target', ''],
      verdict(`worker starts in ${quietFor / 1_000} s of nothing`, rest.starts, 0),
      verdict('live pages and workers after them', rest.alive, 0),
      verdict('processor time with − without, ms/s', more, 0.5),
      verdict('a wake in which nothing is due, ms', median(of(woken.quiet, 'work')), 30),
      verdict('a wake that shows a nudge, ms', median(of(woken.showing, 'work')), 30),
    ])
  } finally {
    dropFolder(profile)
  }
}
