/** Runs every check of the repository in order, all of them even when one fails, and ends with the count over all. */
import { spawn } from 'node:child_process'
import { resolve } from 'node:path'
import { root } from './support/build-extension.ts'
import { type FileCount, runTests } from './support/test-run.ts'

type Count = { readonly passed: number; readonly failed: number; readonly skipped: number }
/** With what failed, a line each, for the end of the log: it is often all that is kept of one. */
type Outcome = Count & { readonly which?: readonly string[] }
type Stage = { readonly title: string; readonly run: () => Promise<Outcome> }

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

const sumOf = (counts: readonly Count[]): Count => ({
  passed: counts.reduce((sum, { passed }) => sum + passed, 0),
  failed: counts.reduce((sum, { failed }) => sum + failed, 0),
  skipped: counts.reduce((sum, { skipped }) => sum + skipped, 0),
})

const hasFailed = ({ failed }: Count): boolean => failed > 0

const linesOf = ({ file, why }: FileCount): readonly string[] => [file, ...why.map(line => `  ${line}`)]

const suite = (title: string, config: string): Stage => ({
  title,
  run: async () => {
    const { counts, beside } = await runTests(config)
    const all = [...counts, beside]
    return { ...sumOf(all), which: all.filter(hasFailed).flatMap(linesOf) }
  },
})

/** More files than these that fail are no stumble. */
const stumblesAtMost = 4

/**
 * A real browser on a busy machine stumbles now and then: a file in which something failed runs once more, from its start, in browsers of
 * its own. What failed first is said at the end of the log, whatever comes of it.
 */
const suiteInBrowsers = (title: string, config: string): Stage => ({
  title,
  run: async () => {
    const { counts, beside } = await runTests(config)
    const stumbled = counts.filter(hasFailed)
    const which = [...stumbled, beside].filter(hasFailed).flatMap(linesOf)
    if (stumbled.length === 0 || stumbled.length > stumblesAtMost || hasFailed(beside))
      return { ...sumOf([...counts, beside]), which }
    const names = stumbled.map(({ file }) => file)
    console.log(`\n── ${title}: ${names.join(', ')} once more`)
    const again = await runTests(
      config,
      names.map(file => resolve(root, file)),
    )
    const missing = stumbled.filter(({ file }) => again.counts.every(other => other.file !== file))
    const lines = again.counts.map(count => `at the second try: ${count.file}: ${told(count)}`)
    const failing = [...again.counts, again.beside].flatMap(({ why }) => why.map(line => `  ${line}`))
    return {
      ...sumOf([...counts.filter(count => !hasFailed(count)), ...again.counts, again.beside, ...missing]),
      which: [...which, ...lines, ...failing],
    }
  },
})

/** A test is skipped only where the machine lacks what it needs, and is said to be. */
const told = ({ passed, failed, skipped }: Count): string =>
  `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`

const stages: readonly Stage[] = [
  check('prepare', 'wxt', 'prepare'),
  check('types', 'tsc', '-p', '.', '--noEmit'),
  check('lint', 'biome', 'check'),
  check('build for Chromium', 'wxt', 'build'),
  check('build for Firefox', 'wxt', 'build', '--browser', 'firefox'),
  suite('unit, contract and repository tests', 'tests/vitest.config.ts'),
  suiteInBrowsers('end-to-end tests', 'tests/e2e/vitest.config.ts'),
]

const lines: string[] = []
const failures: string[] = []
let all: Count = { passed: 0, failed: 0, skipped: 0 }
for (const stage of stages) {
  console.log(`\n── ${stage.title}`)
  const start = performance.now()
  const count = await stage.run()
  all = sumOf([all, count])
  const seconds = ((performance.now() - start) / 1000).toFixed(1)
  lines.push(`${count.failed === 0 ? 'ok    ' : 'FAILED'} ${stage.title}: ${told(count)} (${seconds} s)`)
  failures.push(...(count.which ?? []))
}
console.log(`\n${[...lines, ...failures].join('\n')}\n\n${told(all)}`)
process.exit(all.failed === 0 ? 0 : 1)
