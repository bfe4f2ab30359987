/** Holds what Thaw is made of: few dependencies, pinned and hashed, and a repository that speaks of itself alone. */
import { statSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { filesUnder, root, textOf } from './source.ts'

type Names = { readonly [name: string]: string }
type Manifest = {
  readonly dependencies: Names
  readonly devDependencies: Names
  readonly optionalDependencies: Names
  readonly overrides: Names
}
type Lock = {
  readonly packages: {
    readonly [path: string]: {
      readonly integrity?: string
      readonly resolved?: string
      readonly version?: string
    }
  }
}

const manifest = JSON.parse(textOf('package.json')) as Manifest
const lock = JSON.parse(textOf('package-lock.json')) as Lock

describe('dependencies', () => {
  test('at run time are these', () => {
    expect(Object.keys(manifest.dependencies).sort()).toEqual([
      '@preact/signals',
      '@wxt-dev/webextension-polyfill',
      // Backups under a passphrase that the standard age tool opens too.
      'age-encryption',
      // Opens the zips in which other apps give their data away.
      'fflate',
      'idb',
      // Quoted cells, line breaks within them and delimiters that nobody names.
      'papaparse',
      'preact',
      'uplot',
      'valibot',
      'webextension-polyfill',
    ])
  })

  test('are pinned to one version, and locked at it', () => {
    const all = Object.entries({
      ...manifest.dependencies,
      ...manifest.devDependencies,
      ...manifest.optionalDependencies,
      ...manifest.overrides,
    })
    expect(all.filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual([])
    const unlike = Object.entries({ ...manifest.dependencies, ...manifest.devDependencies }).filter(
      ([name, version]) => lock.packages[`node_modules/${name}`]?.version !== version,
    )
    expect(unlike).toEqual([])
  })

  test('carry a hash each, and no address, so that any mirror serves them and none can change them', () => {
    const packages = Object.entries(lock.packages).filter(([path]) => path !== '')
    expect(packages.length).toBeGreaterThan(100)
    expect(packages.filter(([, locked]) => !locked.integrity).map(([path]) => path)).toEqual([])
    expect(packages.filter(([, locked]) => locked.resolved).map(([path]) => path)).toEqual([])
  })
})

describe('the repository', () => {
  const files = filesUnder('.').map(path => path.replace(/^\.\//, ''))
  const isText = (path: string): boolean => !/\.(png|ico|woff2?|zip|gz|daylio|age)$/.test(path)

  test('has these at its top', () => {
    const top = new Set(files.map(path => path.split('/')[0]))
    const allowed = [
      '.ci',
      '.gitignore',
      '.npmrc',
      'CHANGELOG.md',
      'CONTRIBUTING.md',
      'LICENSE',
      'README.md',
      'biome.json',
      'components',
      // Privacy, security and what the stores are told; hosts of code and stores look for them here.
      'docs',
      'entrypoints',
      'lib',
      'package-lock.json',
      'package.json',
      'public',
      'tests',
      'tsconfig.json',
      'wxt.config.ts',
    ]
    expect([...top].filter(name => !allowed.includes(name ?? ''))).toEqual([])
  })

  test('holds no secrets, builds or profiles', () => {
    expect(
      files.filter(path => /(^|\/)\.env|\.(pem|key|crx|xpi|zip|p12|sqlite|orig|rej|bak|tmp)$/.test(path)),
    ).toEqual([])
    expect(
      files.filter(path => path !== 'package-lock.json' && statSync(join(root, path)).size > 500_000),
    ).toEqual([])
  })

  test('names no place that exists on one machine alone, and no package registry', () => {
    // Put together here, so that this file passes too.
    const forbidden = [`/${'work'}/`, `../${'shared'}`, `registry.${'npmjs'}`, `registry.${'yarnpkg'}`]
    const found = files.filter(isText).flatMap(path => {
      const text = textOf(path)
      return forbidden.filter(what => text.includes(what)).map(what => `${path}: ${what}`)
    })
    expect(found).toEqual([])
  })

  test('leaves nothing for later in its code', () => {
    const marks = new RegExp(
      `\\b(${['TO', 'FIX', 'XX'].map((half, at) => half + ['DO', 'ME', 'X'][at]).join('|')})\\b`,
    )
    expect(files.filter(path => /\.(tsx?|css|html)$/.test(path) && marks.test(textOf(path)))).toEqual([])
  })
})
