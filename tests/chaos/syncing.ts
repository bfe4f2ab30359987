/** Sees by strace whether the disk is asked to keep an answer before Thaw acknowledges it; needs Linux, and the right to look into processes. */
import { spawn, spawnSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { databaseFiles } from '../support/damage.ts'
import { extensionWithPage } from '../support/extension-with-page.ts'
import { browserOf, launchOn } from '../support/launch-on.ts'
import { dropFolder, freshFolder } from '../support/process.ts'
import type { ChaosStore } from './cycles.ts'
import type { Chaos } from './in-page.ts'

const answers = 20

/** In milliseconds since 1970. */
type Span = { readonly from: number; readonly to: number }

/** One call that came back once the file's content was on the disk. */
type Sync = Span & { readonly file: string }

export type SyncFigures = {
  readonly store: ChaosStore
  /** For each answer, how many times the disk had kept the database's files between its press and its acknowledgement. */
  readonly database: readonly number[]
  /** The same of every other file. */
  readonly elsewhere: readonly number[]
}

/** Why nothing can be seen here. */
export type Unseen = { readonly why: string }

const oneCall = /^(?<from>\d+\.\d+) (?:fsync|fdatasync)\(\d+<(?<file>.*)>\) += 0 <(?<lasted>\d+\.\d+)>$/u

/** The calls that strace wrote down of one thread (`-ttt -T -y`) and that succeeded. */
const syncsIn = (traced: string): readonly Sync[] =>
  traced.split('\n').flatMap(line => {
    const { from, file = '', lasted } = oneCall.exec(line)?.groups ?? {}
    const began = Number(from) * 1_000
    return from === undefined ? [] : [{ file, from: began, to: began + Number(lasted) * 1_000 }]
  })

/** The browser's own process, and those of its parts that may write files. */
const processesOn = (profile: string): readonly string[] =>
  readdirSync('/proc').filter(name => {
    if (!/^\d+$/u.test(name)) return false
    try {
      const words = readFileSync(`/proc/${name}/cmdline`, 'utf8')
      return words.includes(profile) && !/--type=(?:renderer|gpu-process|zygote)/u.test(words)
    } catch {
      // It has ended meanwhile.
      return false
    }
  })

type Watch = { stop(): Promise<readonly Sync[]> }

/** Looks on from now; says why where it may not. */
const watchSyncs = async (profile: string, folder: string): Promise<Watch | Unseen> => {
  const processes = processesOn(profile)
  const strace = spawn(
    'strace',
    [
      ...['-f', '-ff', '-ttt', '-T', '-y', '-e', 'trace=fsync,fdatasync', '-o', join(folder, 'thread')],
      ...processes.flatMap(id => ['-p', id]),
    ],
    { stdio: ['ignore', 'ignore', 'pipe'] },
  )
  const ended = new Promise<void>(resolve => strace.once('exit', () => resolve()))
  let said = ''
  const begun = new Promise<boolean>(resolve => {
    strace.stderr.setEncoding('utf8').on('data', (part: string) => {
      said += part
      // One that has just ended is answered as well.
      const answered: readonly string[] = said.match(/ attached|attach:/gu) ?? []
      if (answered.length >= processes.length && answered.includes(' attached')) resolve(true)
    })
    ended.then(() => resolve(false))
  })
  if (!(await begun)) return { why: said.trim() }
  return {
    stop: async () => {
      strace.kill('SIGTERM')
      await ended
      return readdirSync(folder).flatMap(file => syncsIn(readFileSync(join(folder, file), 'utf8')))
    },
  }
}

/** In the page: answers one after another; when each began, and when it was acknowledged. */
const answer = async (count: number): Promise<readonly Span[]> => {
  const { chaos } = globalThis as unknown as { chaos: Chaos }
  const spans: Span[] = []
  for (let index = 0; index < count; index += 1) {
    const from = Date.now()
    await chaos.act({ kind: 'save', id: `sync-${index}`, felt: index % 11, note: `answer ${index}` })
    spans.push({ from, to: Date.now() })
    // The clock of a page tells whole milliseconds: what belongs to one answer is not to be counted for the next one as well.
    await new Promise(resolve => setTimeout(resolve, 5))
  }
  return spans
}

const isWithin = (sync: Sync, span: Span): boolean => sync.from >= span.from - 1 && sync.to <= span.to + 1

export const countSyncs = async (store: ChaosStore): Promise<SyncFigures | Unseen> => {
  if (spawnSync('strace', ['-V']).status !== 0) return { why: 'strace is not installed' }
  const extension = await extensionWithPage(browserOf(store), 'chaos', 'tests/chaos/in-page.ts')
  const profile = freshFolder('synced')
  const traced = freshFolder('traced')
  try {
    const driver = await launchOn(store, profile, extension)
    const page = await driver.open('chaos.html')
    await page.until(() => 'chaos' in globalThis)
    // The stores are made with the first answer.
    await page.evaluate(answer, 1)
    const watch = await watchSyncs(profile, traced)
    if ('why' in watch) {
      await driver.close()
      return watch
    }
    const spans = await page.evaluate(answer, answers)
    const syncs = await watch.stop()
    const files = new Set(databaseFiles(store, profile))
    await driver.close()
    const isOf = ({ file }: Sync) => files.has(file)
    const count = (wanted: (sync: Sync) => boolean) =>
      spans.map(span => syncs.filter(sync => wanted(sync) && isWithin(sync, span)).length)
    return { store, database: count(isOf), elsewhere: count(sync => !isOf(sync)) }
  } finally {
    dropFolder(profile)
    dropFolder(traced)
    dropFolder(extension)
  }
}

const sum = (counts: readonly number[]): number => counts.reduce((all, one) => all + one, 0)

export const syncLine = ({ store, database, elsewhere }: SyncFigures): string =>
  `${store}: ${database.filter(count => count > 0).length} of ${database.length} answers were on the disk before they were acknowledged; ` +
  `the database's files were kept ${sum(database)} times meanwhile, at least ${Math.min(...database)} and at most ${Math.max(...database)} for each answer; ` +
  `other files ${sum(elsewhere)} times`
