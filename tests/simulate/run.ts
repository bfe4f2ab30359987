/** `npm run simulate`: hostile lives of the nudge machine and its desk in many zones, side by side; exit code 1 where a law broke. */
import { availableParallelism } from 'node:os'
import { argv, exit } from 'node:process'
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads'
import { type Ask, readAsk, usage } from './ask.ts'
import { linesOf, problemsOf, type ZoneReport } from './report.ts'

type Task = { readonly zone: string; readonly days: number; readonly seed: number }

/** Half a year has a change of the clocks, where the zone has any. */
const calmDays = 183

/** The platform's adapter finds its browser where extensions have theirs. */
const liveIn = async ({ zone, days, seed }: Task): Promise<ZoneReport> => {
  const browser = { runtime: { id: 'thaw' }, alarms: {} }
  Object.assign(globalThis, { browser })
  const [{ liveOne }, { liveCalm }] = await Promise.all([import('./life.ts'), import('./calm.ts')])
  const start = performance.now()
  const lives = []
  for (const name of ['chromium', 'firefox'] as const) {
    const half = name === 'chromium' ? Math.ceil(days / 2) : Math.floor(days / 2)
    const install = (api: object) => Object.assign(browser, { alarms: api })
    lives.push({ browser: name, ...(await liveOne({ zone, days: half, seed, browser: name, install })) })
  }
  const calm = liveCalm(zone, Math.min(days, calmDays), seed)
  return { zone, lives, calm, seconds: (performance.now() - start) / 1_000 }
}

const inThread = (task: Task): Promise<ZoneReport> =>
  new Promise((done, failed) => {
    const thread = new Worker(new URL(import.meta.url), { workerData: task })
    thread.once('message', done)
    thread.once('error', failed)
    thread.once('exit', code => failed(new Error(`The life in ${task.zone} ended with code ${code}.`)))
  })

const shownProblems = 10

const runAll = async ({ days, seed, zones }: Ask): Promise<number> => {
  console.log(`${days} days a zone, half of them in Chromium and half in Firefox, --seed ${seed}\n`)
  const start = performance.now()
  const left = zones.map(zone => ({ zone, days, seed }))
  let broken = 0
  const takeTurns = async () => {
    for (let task = left.shift(); task !== undefined; task = left.shift()) {
      const report = await inThread(task)
      const problems = problemsOf(report)
      broken += problems.length
      console.log(linesOf(report).join('\n'))
      for (const problem of problems.slice(0, shownProblems)) console.log(`  ! ${problem}`)
      if (problems.length > shownProblems) console.log(`  ! and ${problems.length - shownProblems} more`)
    }
  }
  await Promise.all(Array.from({ length: Math.min(zones.length, availableParallelism()) }, takeTurns))
  console.log(
    `\n${broken} laws broken in ${zones.length} zones (${((performance.now() - start) / 1_000).toFixed(1)} s)`,
  )
  return broken
}

if (isMainThread) {
  const [fresh = 0] = crypto.getRandomValues(new Uint32Array(1))
  const ask = readAsk(argv.slice(2), fresh)
  if ('problem' in ask) {
    console.error(`${ask.problem}\n\n${usage}`)
    exit(2)
  }
  exit((await runAll(ask)) === 0 ? 0 : 1)
} else parentPort?.postMessage(await liveIn(workerData))
