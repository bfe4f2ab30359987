/** Runs Vitest, and says what came of it: of every test, and of what stands around the tests. */
import { relative } from 'node:path'
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

type Failure = { readonly message: string }

const lineOf = (name: string, errors: readonly Failure[]): string => {
  const said = errors.map(({ message }) =>
    stripVTControlCharacters(message.split('\n')[0] ?? '').slice(0, 160),
  )
  return `${name}: ${said.join(' | ')}`
}

const countOf = (module: TestModule): FileCount => {
  const tests = [...module.children.allTests()]
  const numberOf = (state: string): number => tests.filter(test => test.result().state === state).length
  const around = [module, ...module.children.allSuites()].filter(part => part.errors().length > 0)
  const failing = tests.filter(test => test.result().state === 'failed')
  const file = relative(root, module.moduleId)
  const isCut = numberOf('pending') > 0 || (!module.ok() && around.length + failing.length === 0)
  return {
    file,
    passed: numberOf('passed'),
    failed: failing.length + around.length + (isCut ? 1 : 0),
    skipped: numberOf('skipped'),
    why: [
      ...around.map(part =>
        lineOf(part.type === 'suite' ? `around “${part.fullName}”` : 'the file', part.errors()),
      ),
      ...failing.map(test => lineOf(test.fullName, test.result().errors ?? [])),
      ...(isCut ? ['it did not come to its end'] : []),
    ],
  }
}

/**
 * All files of a configuration, or those alone. An error outside every file stands as a file of its own; where no test ran at all, there
 * is one failure.
 */
export const runTests = async (
  config: string,
  files: readonly string[] = [],
): Promise<readonly FileCount[]> => {
  const vitest = await startVitest('test', [...files], { config, run: true })
  try {
    const counts = vitest.state.getTestModules().map(countOf)
    const outside = vitest.state.getUnhandledErrors() as readonly Failure[]
    const hasRun = counts.some(({ passed, failed }) => passed + failed > 0)
    const why = [
      ...outside.map(error => lineOf('outside the tests', [error])),
      ...(hasRun ? [] : ['no test ran']),
    ]
    const beside = { file: config, passed: 0, failed: why.length, skipped: 0, why }
    return why.length > 0 ? [...counts, beside] : counts
  } finally {
    await vitest.close()
  }
}
