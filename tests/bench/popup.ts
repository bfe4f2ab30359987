/** How fast Thaw's popup opens, beside a page with one button and a bare Preact button in the same Chromium. */
import { dropFolder } from '../support/process.ts'
import { type Bench, startBench } from './chromium.ts'
import { median, printTable, shown, verdict } from './figures.ts'
import { type Opening, openOnce } from './measure.ts'
import { buildPages, gzipSize, type PageName, pages } from './pages.ts'

const opens = 40
const large = 100_000
const names = Object.keys(pages) as PageName[]

type Openings = { readonly [Name in PageName]: Opening[] }

const noOpenings = (): Openings => ({ popup: [], floor: [], bare: [] })

/** Every page with every history in each round, in turn, so that whatever else the machine does meets each of them. */
const openAll = async (benches: readonly Bench[]): Promise<readonly Openings[]> => {
  const results = benches.map(noOpenings)
  const stops = benches.flatMap(({ browser, origin }, place) =>
    names.map(name => async (): Promise<void> => {
      results[place]?.[name].push(await openOnce(browser, `${origin}${pages[name]}`))
    }),
  )
  for (const stop of stops) await stop()
  for (const openings of results) for (const name of names) openings[name].length = 0
  for (let round = 0; round < opens; round += 1) {
    for (let turn = 0; turn < stops.length; turn += 1) await stops[(turn + round) % stops.length]?.()
  }
  return results
}

const figures = {
  paint: ({ paint }: Opening) => paint,
  answerable: ({ answerable }: Opening) => answerable ?? Number.NaN,
  ready: ({ ready }: Opening) => ready ?? Number.NaN,
  mainThread: ({ mainThread }: Opening) => mainThread,
} as const

type Figure = keyof typeof figures

const of = (openings: readonly Opening[], figure: Figure): readonly number[] => openings.map(figures[figure])

const filesOf = (openings: readonly Pick<Opening, 'files'>[]): readonly string[] => [
  ...new Set(openings.flatMap(({ files }) => files)),
]

const codeOf = (openings: readonly Pick<Opening, 'files'>[]): readonly string[] =>
  filesOf(openings).filter(file => file.endsWith('.js'))

const report = (title: string, openings: Openings, folder: string): void => {
  console.log(`\n${title}: ${opens} opens each, median ms (quartiles)`)
  printTable([
    ['page', 'first paint', 'answerable', 'ready', 'main thread', 'gzip bytes code / all'],
    ...names.map(name => [
      name,
      shown(of(openings[name], 'paint')),
      name === 'popup' ? shown(of(openings[name], 'answerable')) : '',
      name === 'popup' ? shown(of(openings[name], 'ready')) : '',
      shown(of(openings[name], 'mainThread')),
      `${gzipSize(folder, codeOf(openings[name]))} / ${gzipSize(folder, filesOf(openings[name]))}`,
    ]),
  ])
  const idle = openings.popup.map(opening => opening.idle)
  const bytes = `${gzipSize(folder, codeOf(idle))} / ${gzipSize(folder, filesOf(idle))}`
  console.log(`then, in idle time: main thread ${shown(idle.map(({ mainThread }) => mainThread))}, ${bytes}`)
}

/** The median of the ratios of each round, in which both were opened one after the other. */
const ratio = (
  what: string,
  [one, figure]: readonly [readonly Opening[], Figure],
  [other, otherFigure]: readonly [readonly Opening[], Figure],
  target: number,
): readonly string[] => {
  const below = of(other, otherFigure)
  const ratios = of(one, figure).map((value, round) => value / (below[round] ?? Number.NaN))
  return verdict(what, median(ratios), target)
}

const reportRatios = (empty: Openings, full: Openings, folder: string): void => {
  console.log('\nMedians of the ratios of each round')
  printTable([
    ['what', 'ratio', 'target', ''],
    ratio('answerable / floor paint, empty', [empty.popup, 'answerable'], [empty.floor, 'paint'], 1.3),
    ratio('answerable / floor paint, full', [full.popup, 'answerable'], [full.floor, 'paint'], 1.3),
    ratio('paint / bare Preact paint, empty', [empty.popup, 'paint'], [empty.bare, 'paint'], 1.15),
    ratio('paint / bare Preact paint, full', [full.popup, 'paint'], [full.bare, 'paint'], 1.15),
    ratio('answerable, full / empty', [full.popup, 'answerable'], [empty.popup, 'answerable'], 1.05),
    ratio('paint, full / empty', [full.popup, 'paint'], [empty.popup, 'paint'], 1.05),
    ratio('ready, full / empty', [full.popup, 'ready'], [empty.popup, 'ready'], 1.05),
    ratio('main thread, full / empty', [full.popup, 'mainThread'], [empty.popup, 'mainThread'], 1.05),
    ratio('floor paint, full / empty (noise)', [full.floor, 'paint'], [empty.floor, 'paint'], 1.05),
    verdict('code, kB gzip / 30', gzipSize(folder, codeOf(empty.popup)) / 30_000, 1),
  ])
}

export const benchPopup = async (executable: string): Promise<void> => {
  const folder = await buildPages()
  const benches: Bench[] = []
  try {
    for (const count of [0, large]) benches.push(await startBench(executable, folder, count))
    const [empty = noOpenings(), full = noOpenings()] = await openAll(benches)
    report('Empty history', empty, folder)
    report(`${large} check-ins`, full, folder)
    reportRatios(empty, full, folder)
  } finally {
    for (const bench of benches) await bench.close()
    dropFolder(folder)
  }
}
