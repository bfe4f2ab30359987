/** Runs every check of the repository in order, all of them even when one fails, and ends with the count over all. */
import { spawn } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { relative, resolve } from 'node:path'
import { stripVTControlCharacters } from 'node:util'

const root = resolve(import.meta.dirname, '..')
const results = resolve(root, 'test-results')

type Count = {
  readonly passed: number
  readonly failed: number
  readonly skipped: number
  /** What failed, a line each, for the end of the log: it is often all that is kept of one. */
  readonly which?: readonly string[]
}
type Stage = { readonly title: string; readonly run: () => Promise<Count> }

/** Runs a tool of this repository with its output shown as it comes; answers with its exit code. */
const tool = (command: string, ...words: readonly string[]): Promise<number> =>
  new Promise(done => {
    const child = spawn(command, words, {
      cwd: root,
      stdio: ['ignore', 'inherit', 'inherit'],
      shell: process.platform === 'win32',
    })
    child.once('error', error => {
      console.log(`${command}: ${error.message}`)
      done(1)
    })
    child.once('exit', code => done(code ?? 1))
  })

const check = (title: string, command: string, ...words: readonly string[]): Stage => ({
  title,
  run: async () =>
    (await tool(command, ...words)) === 0
      ? { passed: 1, failed: 0, skipped: 0 }
      : { passed: 0, failed: 1, skipped: 0 },
})

type Report = {
  readonly numPassedTests: number
  readonly numFailedTests: number
  readonly numPendingTests: number
  readonly testResults: readonly {
    readonly name: string
    readonly status: string
    readonly assertionResults: readonly {
      readonly status: string
      readonly fullName: string
      readonly failureMessages: readonly string[] | null
    }[]
  }[]
}

const suite = (title: string, config: string): Stage => ({
  title,
  run: async () => {
    const file = resolve(results, `${title.replaceAll(/\W+/g, '-')}.json`)
    rmSync(file, { force: true })
    const code = await tool(
      'vitest',
      'run',
      '--config',
      config,
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${file}`,
    )
    return countOf(file, code)
  },
})

/** A file that did not load, an error outside the tests, a suite that crashed or ran nothing: each counts as a failure. */
const countOf = (file: string, code: number): Count => {
  const report = readReport(file)
  if (report === null) return { passed: 0, failed: 1, skipped: 0 }
  const broken = report.testResults.filter(
    one => one.status === 'failed' && one.assertionResults.length === 0,
  ).length
  const failed = report.numFailedTests + broken
  const silent = failed === 0 && (code !== 0 || report.numPassedTests === 0)
  const which = report.testResults
    .filter(one => one.status === 'failed')
    .flatMap(one => [
      relative(root, one.name),
      ...one.assertionResults
        .filter(test => test.status === 'failed')
        .map(test => `  ${test.fullName}: ${(test.failureMessages ?? []).map(firstLine).join(' | ')}`),
    ])
  return {
    passed: report.numPassedTests,
    failed: silent ? 1 : failed,
    skipped: report.numPendingTests,
    which,
  }
}

const firstLine = (message: string): string =>
  stripVTControlCharacters(message.split('\n')[0] ?? '').slice(0, 160)

const readReport = (file: string): Report | null => {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return null
  }
}

const stages: readonly Stage[] = [
  check('prepare', 'wxt', 'prepare'),
  check('types', 'tsc', '-p', '.', '--noEmit'),
  check('lint', 'biome', 'check'),
  check('build for Chromium', 'wxt', 'build'),
  check('build for Firefox', 'wxt', 'build', '--browser', 'firefox'),
  suite('unit, contract and repository tests', 'tests/vitest.config.ts'),
  suite('end-to-end tests', 'tests/e2e/vitest.config.ts'),
]

/** A test is skipped only where the machine lacks what it needs, and is said to be. */
const told = ({ passed, failed, skipped }: Count): string =>
  `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`

mkdirSync(results, { recursive: true })
const lines: string[] = []
const failures: string[] = []
let all: Count = { passed: 0, failed: 0, skipped: 0 }
for (const stage of stages) {
  console.log(`\n── ${stage.title}`)
  const start = performance.now()
  const count = await stage.run()
  all = {
    passed: all.passed + count.passed,
    failed: all.failed + count.failed,
    skipped: all.skipped + count.skipped,
  }
  const seconds = ((performance.now() - start) / 1000).toFixed(1)
  lines.push(`${count.failed === 0 ? 'ok    ' : 'FAILED'} ${stage.title}: ${told(count)} (${seconds} s)`)
  failures.push(...(count.which ?? []))
}
console.log(`\n${[...lines, ...failures].join('\n')}\n\n${told(all)}`)
process.exit(all.failed === 0 ? 0 : 1)
