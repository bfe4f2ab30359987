/** What is counted when the tests run: whatever went wrong, in and around and outside of them, counts where it happened. */
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { root } from '../support/build-extension.ts'
import type { FileCount } from '../support/test-run.ts'

const folder = 'tests/fixtures/test-runs'

/** In a process of its own: one run of Vitest knows of no other. */
const countsOf = (name: string): { readonly counts: readonly FileCount[]; readonly beside: FileCount } => {
  const file = join(root, folder, `${name}.test.ts`)
  const script = `
    import { runTests } from './tests/support/test-run.ts'
    const found = await runTests('${folder}/vitest.config.ts', [${JSON.stringify(file)}])
    console.log('\\n' + JSON.stringify(found))
    process.exit(0)`
  const done = spawnSync(process.execPath, ['--input-type=module', '--eval', script], {
    cwd: root,
    encoding: 'utf8',
  })
  return JSON.parse(done.stdout.trimEnd().split('\n').at(-1) ?? '')
}

test.each([
  ['fine', { passed: 1, failed: 0, skipped: 1, why: [] }, []],
  [
    'around',
    {
      passed: 0,
      failed: 2,
      skipped: 1,
      why: ['around “a browser”: did not start', 'fails: expected 1 to be 2 // Object.is equality'],
    },
    [],
  ],
  ['outside', { passed: 1, failed: 1, skipped: 0, why: ['outside its tests: came too late'] }, []],
  [
    'killed',
    { passed: 0, failed: 1, skipped: 0, why: ['it did not come to its end'] },
    [expect.stringContaining('outside the tests: ')],
  ],
])('%s', (name, count, besides) => {
  expect(countsOf(name)).toEqual({
    counts: [{ file: `${folder}/${name}.test.ts`, ...count }],
    beside: expect.objectContaining({ failed: besides.length, why: besides }),
  })
})

test('no file at all', () => {
  expect(countsOf('none')).toMatchObject({ counts: [], beside: { failed: 1, why: ['no test ran'] } })
})
