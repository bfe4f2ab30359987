/** Lints both builds with Mozilla's linter: nothing is found but what web-ext-warnings.json names with a reason. */
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Build, freshBuild } from './fresh-build.ts'
import { root } from './source.ts'
import named from './web-ext-warnings.json' with { type: 'json' }

type Finding = { readonly code: string }
type Report = {
  readonly errors: readonly Finding[]
  readonly warnings: readonly Finding[]
  readonly notices: readonly Finding[]
}

const lint = (folder: string): Report => {
  const done = spawnSync(
    process.execPath,
    [
      join(root, 'node_modules/web-ext/bin/web-ext.js'),
      'lint',
      '--source-dir',
      folder,
      '--output',
      'json',
      '--no-config-discovery',
    ],
    { cwd: root, encoding: 'utf8', env: { ...process.env, NO_UPDATE_NOTIFIER: '1' } },
  )
  try {
    return JSON.parse(done.stdout) as Report
  } catch {
    throw new Error(`web-ext lint gave no report.\n${done.stdout}${done.stderr}`)
  }
}

describe.each(['firefox', 'chrome'] as const)('%s', target => {
  let build: Build
  let found: readonly string[]

  beforeAll(() => {
    build = freshBuild(target)
    const { errors, warnings, notices } = lint(build.folder)
    found = [
      ...errors.map(({ code }) => `error ${code}`),
      ...warnings.map(({ code }) => `warning ${code}`),
      ...notices.map(({ code }) => `notice ${code}`),
    ].sort()
  }, 120_000)
  afterAll(() => build?.remove())

  test('says each named thing once and nothing else', () => {
    const names = named.filter(({ builds }) => builds.includes(target))
    expect(found).toEqual(names.map(({ level, code }) => `${level} ${code}`).sort())
  })
})

test('no error is let pass in Firefox, whose linter this is', () => {
  expect(named.filter(({ builds, level }) => builds.includes('firefox') && level !== 'warning')).toEqual([])
})

test('every named thing has its reason', () => {
  expect(named.filter(({ reason }) => reason.length < 40)).toEqual([])
})
