/** Holds what Thaw asks of the browser: nothing more than this, in both browsers. */
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Build, freshBuild, type Target } from './fresh-build.ts'
import { textOf } from './source.ts'

/** The pages whose style stands in themselves instead of in files. */
const styledWithin = ['popup.html', 'options.html']

const hashOf = (style: string): string => `'sha256-${createHash('sha256').update(style).digest('base64')}'`

/** With the styles that stand in pages, each named by its hash. */
const contentSecurityPolicy = (styles: readonly string[]): string =>
  `default-src 'none'; script-src 'self'; style-src 'self' ${styles.map(hashOf).join(' ')}; img-src 'self' data: blob:; connect-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types thaw-worker`

/** Everything that stands in both manifests. Whatever is not here is not asked for. */
const both = {
  manifest_version: 3,
  name: 'Thaw',
  description: '__MSG_extension_description__',
  version: expect.stringMatching(/^\d+\.\d+\.\d+$/),
  default_locale: 'en',
  permissions: ['alarms', 'notifications', 'idle', 'storage', 'unlimitedStorage', 'contextMenus'],
  incognito: 'not_allowed',
  icons: {
    16: 'icon/16.png',
    32: 'icon/32.png',
    48: 'icon/48.png',
    96: 'icon/96.png',
    128: 'icon/128.png',
  },
  action: { default_title: 'Thaw', default_popup: 'popup.html' },
  commands: {
    _execute_action: {
      suggested_key: { default: 'Alt+Shift+F', mac: 'MacCtrl+Shift+F' },
      description: '__MSG_command_check_in__',
    },
    snooze: {
      suggested_key: { default: 'Alt+Shift+Q', mac: 'MacCtrl+Shift+Q' },
      description: '__MSG_command_snooze__',
    },
    away: {
      suggested_key: { default: 'Alt+Shift+H', mac: 'MacCtrl+Shift+H' },
      description: '__MSG_command_away__',
    },
    lock: {
      suggested_key: { default: 'Alt+Shift+K', mac: 'MacCtrl+Shift+K' },
      description: '__MSG_command_lock__',
    },
  },
  options_ui: { page: 'options.html', open_in_tab: true },
}

const expected: { readonly [Name in Target]: object } = {
  chrome: {
    ...both,
    minimum_chrome_version: '144',
    externally_connectable: { ids: [] },
    background: { service_worker: 'background.js' },
  },
  firefox: {
    ...both,
    background: { scripts: ['background.js'] },
    browser_specific_settings: {
      gecko: {
        id: 'thaw@thaw.invalid',
        strict_min_version: '142.0',
        data_collection_permissions: { required: ['none'] },
      },
    },
  },
}

describe.each(['chrome', 'firefox'] as const)('%s', target => {
  let build: Build
  beforeAll(() => {
    build = freshBuild(target)
  }, 60_000)
  afterAll(() => build?.remove())

  const read = (path: string): string => readFileSync(join(build.folder, path), 'utf8')

  /** Nothing where no style stands in the page. */
  const styleOf = (page: string): string => read(page).match(/<style>(.*?)<\/style>/s)?.[1] ?? ''

  test('asks for exactly this', () => {
    expect(JSON.parse(read('manifest.json'))).toEqual({
      ...expected[target],
      content_security_policy: { extension_pages: contentSecurityPolicy(styledWithin.map(styleOf)) },
    })
  })

  test('ships the pages, icons and texts that it names', () => {
    const named = [
      'popup.html',
      'options.html',
      'welcome.html',
      'window.html',
      'cover.html',
      'look-around.html',
      'report.html',
      'erased.html',
      'background.js',
      ...Object.values(both.icons),
      '_locales/en/messages.json',
      'licenses.txt',
    ]
    expect(named.filter(path => !existsSync(join(build.folder, path)))).toEqual([])
  })

  test('names everyone whose work is in it, with the license', () => {
    const { dependencies } = JSON.parse(textOf('package.json')) as { dependencies: Record<string, string> }
    const licenses = read('licenses.txt')
    for (const [name, version] of Object.entries(dependencies))
      expect(licenses).toMatch(new RegExp(`\\n----\\n\\n${name} ${version}\\n\\n.{100}`, 's'))
  })

  test('its pages carry the name alone, and run and load nothing from outside or inline', () => {
    const pages = readdirSync(build.folder).filter(name => name.endsWith('.html'))
    expect(pages.length).toBeGreaterThanOrEqual(6)
    for (const page of pages) {
      const own = styledWithin.includes(page) ? styleOf(page) : ''
      const html = read(page).replace(`<style>${own}</style>`, '')
      expect([page, html.match(/<title>(.*?)<\/title>/)?.[1]]).toEqual([page, 'Thaw'])
      expect([page, html.match(/https?:|<script(?![^>]*\ssrc=)|<style|\sstyle=|\son[a-z]+=/gi)]).toEqual([
        page,
        null,
      ])
    }
  })
})

test('the stores are told the reason of each permission, and of no other', () => {
  const told = [...textOf('docs/store/permissions.md').matchAll(/^\| `(\w+)` \|/gm)].map(([, name]) => name)
  expect(told.sort()).toEqual([...both.permissions].sort())
  const readme = [...textOf('README.md').matchAll(/^\| `(\w+)` \| /gm)].map(([, name]) => name)
  expect(readme).toEqual(expect.arrayContaining(told))
})
