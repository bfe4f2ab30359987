/** Runs Vitest, and says what came of it: of every test, and of what stands around the tests. */
import { relative, resolve } from 'node:path'
import { stripVTControlCharacters } from 'node:util'
import { startVitest, type TestModule } from 'vitest/node'
import { root } from './build-extension.ts'

/** What came of one file of tests. */
export type FileCount = {
  readonly file: string
  readonly passed: number
  readonly failed: number
  readonly skipped: number
  /** What failed, a line each: a test, or what was to be done before or after the tests. */
  readonly why: readonly string[]
}

/** The first line of an error, whatever was thrown. */
const said = (error: unknown): string => {
  const message = (error as { readonly message?: unknown } | null)?.message ?? JSON.stringify(error)
  return stripVTControlCharacters(String(message).split('\n')[0] ?? '').slice(0, 160)
}

const lineOf = (name: string, errors: readonly unknown[]): string =>
  `${name}: ${errors.map(said).join(' | ')}`

/** Vitest notes in which file a test ran while something failed outside of it; a path from the root, or a whole one. */
const isBeside = (file: string, error: unknown): boolean => {
  const path = (error as { readonly VITEST_TEST_PATH?: unknown } | null)?.VITEST_TEST_PATH
  return typeof path === 'string' && relative(root, resolve(root, path)) === file
}

/** `outside` are the errors that no test has caught. */
const countOf = (module: TestModule, outside: readonly unknown[]): FileCount => {
  const tests = [...module.children.allTests()]
  const numberOf = (state: string): number => tests.filter(test => test.result().state === state).length
  const around = [module, ...module.children.allSuites()].filter(part => part.errors().length > 0)
  const failing = tests.filter(test => test.result().state === 'failed')
  const file = relative(root, module.moduleId)
  const beside = outside.filter(error => isBeside(file, error))
  const isCut =
    numberOf('pending') > 0 ||
    ['queued', 'pending'].includes(module.state()) ||
    (!module.ok() && around.length + failing.length === 0)
  return {
    file,
    passed: numberOf('passed'),
    failed: failing.length + around.length + beside.length + (isCut ? 1 : 0),
    skipped: numberOf('skipped'),
    why: [
      ...around.map(part =>
        lineOf(part.type === 'suite' ? `around “${part.fullName}”` : 'the file', part.errors()),
      ),
      ...failing.map(test => lineOf(test.fullName, test.result().errors ?? [])),
      ...beside.map(error => lineOf('outside its tests', [error])),
      ...(isCut ? ['it did not come to its end'] : []),
    ],
  }
}

/** What failed beside every file: an error outside the tests, none that ran at all, or whatever else Vitest itself calls a failure. */
const countBeside = (
  config: string,
  counts: readonly FileCount[],
  outside: readonly unknown[],
): FileCount => {
  const why = outside
    .filter(error => counts.every(({ file }) => !isBeside(file, error)))
    .map(error => lineOf('outside the tests', [error]))
  const [passed, failed] = [sumOf(counts, 'passed'), sumOf(counts, 'failed') + why.length]
  if (passed + failed === 0) why.push('no test ran')
  else if (failed === 0 && process.exitCode) why.push('it ended with a failure')
  return { file: config, passed: 0, failed: why.length, skipped: 0, why }
}

const sumOf = (counts: readonly FileCount[], what: 'passed' | 'failed'): number =>
  counts.reduce((sum, count) => sum + count[what], 0)

/** All files of a configuration, or those alone. What failed beside them stands under the name of the configuration. */
export const runTests = async (
  config: string,
  files: readonly string[] = [],
): Promise<{ readonly counts: readonly FileCount[]; readonly beside: FileCount }> => {
  process.exitCode = 0
  const vitest = await startVitest('test', [...files], { config, run: true })
  const outside = vitest.state.getUnhandledErrors()
  const counts = vitest.state.getTestModules().map(module => countOf(module, outside))
  // Vitest only says so where what comes after all tests fails.
  await vitest.close()
  return { counts, beside: countBeside(config, counts, outside) }
}
