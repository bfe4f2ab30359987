/** Finds what nothing uses: files, exports, types and dependencies, as knip reads the imports. Settings and exceptions stand in knip.json. */
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { root } from './source.ts'

test('every file, export and dependency is used', () => {
  const knip = join(root, 'node_modules/knip/bin/knip.js')
  const done = spawnSync(
    process.execPath,
    [knip, '--no-progress', '--reporter', 'compact', '--config', 'tests/repo/knip.json'],
    { cwd: root, encoding: 'utf8' },
  )
  expect(`${done.stdout}${done.stderr}`.trim()).toBe('')
  expect(done.status).toBe(0)
}, 120_000)
