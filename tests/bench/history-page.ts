/** How History opens, scrolls, finds, keeps and draws with a history of any size, beside floors in the same Chromium. */
import { dropFolder } from '../support/process.ts'
import { type Bench, startBench } from './chromium.ts'
import { median, printTable, shown, verdict } from './figures.ts'
import { bareDays, bareScan, writeBare } from './floors.ts'
import {
  changeOnce,
  deleteOnce,
  drawTenYears,
  goYearsBack,
  openHistoryPage,
  scrollOn,
  searchOnce,
} from './history-steps.ts'
import { type Opening, openOnce } from './measure.ts'
import { buildPages, gzipSize } from './pages.ts'

const opens = 20
const turns = 15
const sizes = [0, 10_000, 100_000] as const
const huge = 1_000_000

type Opened = { readonly history: Opening[]; readonly floor: Opening[] }

const openAll = async (benches: ReadonlyMap<number, Bench>): Promise<ReadonlyMap<number, Opened>> => {
  const all = new Map([...benches.keys()].map(size => [size, { history: [], floor: [] } as Opened]))
  for (let round = -1; round < opens; round += 1) {
    for (const [size, { browser, origin }] of benches) {
      const history = await openOnce(browser, `${origin}options.html#history`, size === 0 ? null : 'heat-map')
      const floor = await openOnce(browser, `${origin}floor.html`)
      // The first of each fills caches.
      if (round < 0) continue
      all.get(size)?.history.push(history)
      all.get(size)?.floor.push(floor)
    }
  }
  return all
}

const paints = (openings: readonly Opening[]): readonly number[] => openings.map(({ paint }) => paint)

const maps = (openings: readonly Opening[]): readonly number[] =>
  openings.map(({ paint, heatMap }) => (heatMap ?? Number.NaN) - paint)

/** The median of the ratios of each round. */
const paired = (one: readonly number[], other: readonly number[]): number =>
  median(one.map((value, round) => value / (other[round] ?? Number.NaN)))

const codeIn = (files: readonly string[]): readonly string[] =>
  [...new Set(files)].filter(file => file.endsWith('.js'))

const reportOpening = (all: ReadonlyMap<number, Opened>, folder: string): void => {
  console.log(`\nHistory opens: ${opens} opens each, median ms (quartiles)`)
  printTable([
    ['check-ins', 'floor paint', 'first content', 'heat map after it', 'main thread', 'then in idle time'],
    ...[...all].map(([size, { history, floor }]) => [
      `${size}`,
      shown(paints(floor)),
      shown(paints(history)),
      size === 0 ? '' : shown(maps(history)),
      shown(history.map(({ mainThread }) => mainThread)),
      shown(history.map(({ idle }) => idle.mainThread)),
    ]),
  ])
  const empty = all.get(0)
  const rows = [...all].flatMap(([size, { history, floor }]) => [
    verdict(`first content / floor paint, ${size}`, paired(paints(history), paints(floor)), 2),
    ...(size === 0 || !empty
      ? []
      : [
          verdict(
            `first content, ${size} / 0`,
            paired(paints(history), paints(empty.history)),
            size > 100_000 ? 1.3 : 1.15,
          ),
          verdict(`heat map after first content, ms, ${size}`, median(maps(history)), 100),
        ]),
  ])
  const histories = [...all.values()].flatMap(({ history }) => history)
  const first = gzipSize(folder, codeIn(histories.flatMap(({ firstFiles }) => firstFiles)))
  const whole = gzipSize(folder, codeIn(histories.flatMap(({ files }) => files)))
  printTable([
    ['what', 'value', 'target', ''],
    ...rows,
    verdict('code for the first content, kB gzip', first / 1_000, 45),
  ])
  console.log(`code with the heat map and what follows at once: ${(whole / 1_000).toFixed(1)} kB gzip`)
}

const reportUse = async (size: number, bench: Bench): Promise<void> => {
  const page = await openHistoryPage(bench)
  const years = await goYearsBack(page)
  const scroll = await scrollOn(page, turns)
  const finds = []
  for (let turn = 0; turn < turns; turn += 1)
    finds.push({ ...(await searchOnce(page)), scan: await bareScan(bench) })
  await page.close()

  const writes = []
  const keeping = await openHistoryPage(bench)
  for (let turn = 0; turn <= turns; turn += 1) {
    // The page of the floor stood before it, and a page that is not in sight draws no frames.
    await keeping.bringToFront()
    const edited = await changeOnce(keeping, turn)
    const deleted = await deleteOnce(keeping)
    const floor = {
      puts: await writeBare(bench, 'twoPuts', 'script'),
      set: await writeBare(bench, 'set', 'script'),
    }
    if (turn > 0) writes.push({ edited, deleted, floor })
  }
  await keeping.close()

  const drawn = []
  for (let turn = 0; turn < 5; turn += 1) {
    const drawing = await openHistoryPage(bench)
    drawn.push({ ...(await drawTenYears(drawing)), days: await bareDays(bench) })
    await drawing.close()
  }

  const heaping = await openHistoryPage(bench)
  await scrollOn(heaping, 3)
  await searchOnce(heaping)
  await drawTenYears(heaping)
  const heap = await usedHeap(heaping)
  await heaping.close()

  const floors = writes.map(({ floor }) => floor.puts + floor.set)
  const first = finds.map(find => find.first)
  console.log(`\nHistory in use, ${size} check-ins: median ms (quartiles)`)
  printTable([
    ['what', 'ms'],
    ['another year in the heat map, from the press', shown(years)],
    ['search, first results', shown(first)],
    ['search, complete', shown(finds.map(find => find.complete))],
    ['bare getAll of all check-ins by 2,000', shown(finds.map(({ scan }) => scan))],
    ['longest task while scrolling on: of a processor', scroll.took.toFixed(1)],
    ['longest tasks of each search: lasted', shown(finds.map(({ longest }) => longest.lasted))],
    ['the same, of a processor', shown(finds.map(({ longest }) => longest.took))],
    ['an edit in both places', shown(writes.map(({ edited }) => edited.kept))],
    ['"Saved" said', shown(writes.map(({ edited }) => edited.said))],
    ['a deletion in both places', shown(writes.map(({ deleted }) => deleted.kept))],
    ['"Deleted." with its undo said, and the row gone', shown(writes.map(({ deleted }) => deleted.said))],
    ['bare two-store strict put', shown(writes.map(({ floor }) => floor.puts))],
    ['bare storage.local.set', shown(writes.map(({ floor }) => floor.set))],
    ['felt over time opened', shown(drawn.map(({ opened }) => opened))],
    ['felt over ten years drawn', shown(drawn.map(({ whole }) => whole))],
    ['bare getAll of all days', shown(drawn.map(({ days }) => days))],
  ])
  printTable([
    ['what', 'value', 'target', ''],
    verdict('another year in the heat map, ms', median(years), 100),
    verdict('longest task while scrolling on, ms', scroll.lasted, 50),
    verdict('search, first results, ms', median(first), 100),
    verdict('search, complete / getAll', median(finds.map(find => find.complete / find.scan)), 1.5),
    verdict(
      'longest task while typing, searching and clearing, ms',
      Math.max(...finds.map(({ longest }) => longest.lasted)),
      50,
    ),
    verdict('edit kept / (put + set)', median(writes.map(({ edited }) => edited.kept)) / median(floors), 2),
    verdict('edit said / (put + set)', median(writes.map(({ edited }) => edited.said)) / median(floors), 2),
    verdict(
      'delete kept / (put + set)',
      median(writes.map(({ deleted }) => deleted.kept)) / median(floors),
      2,
    ),
    verdict(
      'delete said / (put + set)',
      median(writes.map(({ deleted }) => deleted.said)) / median(floors),
      2,
    ),
    verdict('felt over ten years drawn, ms', median(drawn.map(({ whole }) => whole)), 150),
    verdict('heap after all this, MB', heap, 60),
  ])
}

const usedHeap = async (page: Awaited<ReturnType<typeof openHistoryPage>>): Promise<number> => {
  const session = await page.createCDPSession()
  await session.send('HeapProfiler.collectGarbage')
  const { usedSize } = await session.send('Runtime.getHeapUsage')
  await session.detach()
  return usedSize / 1_000_000
}

export const benchHistory = async (executable: string, hugeToo: boolean): Promise<void> => {
  const folder = await buildPages()
  const benches = new Map<number, Bench>()
  try {
    for (const size of hugeToo ? [...sizes, huge] : sizes)
      benches.set(size, await startBench(executable, folder, size))
    reportOpening(await openAll(benches), folder)
    for (const [size, bench] of benches) if (size > 0) await reportUse(size, bench)
  } finally {
    for (const bench of benches.values()) await bench.close()
    dropFolder(folder)
  }
}
