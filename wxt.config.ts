/** How the extension is built: its manifest, its policy, and what lies in its package. */
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import preact from '@preact/preset-vite'
import { mergeConfig, type Plugin } from 'vite'
import { defineConfig } from 'wxt'

/** The one content security policy: nothing is fetched, nothing is evaluated, nothing frames Thaw. */
const contentSecurityPolicy = (styleHashes: readonly string[]): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' ${styleHashes.map(hash => `'${hash}'`).join(' ')}`,
    "img-src 'self' data: blob:",
    "connect-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    'trusted-types thaw-worker',
  ].join('; ')

/** What the popup's first question needs comes before all else, and alone. */
const first =
  /webextension-polyfill|wxt-html-plugins|platform\/(i18n|may-draw)|preload-helper|ui\/fill-texts|styles\/base|Button\.module|check-in\/(FeltScale|Frame|Question)\.module/

/** The pages that a person opens many times a day. */
const styledWithin = ['popup.html', 'options.html']

/**
 * Writes the styles that a page names into the page itself, and gives the hash that allows this very text and no other. In
 * files of their own they hold up the first paint by a frame.
 */
const inlineStyles = (folder: string, name: string): string => {
  const page = join(folder, name)
  const styles: string[] = []
  // The disabled links tell the loader of the rest that these files are here already.
  const html = readFileSync(page, 'utf8').replace(
    /<link rel="stylesheet"[^>]*href="([^"]+)"/g,
    (link, file) => {
      styles.push(readFileSync(join(folder, file), 'utf8'))
      return `${link} disabled`
    },
  )
  const style = styles.join('')
  if (style === '') throw new Error(`${name} names no stylesheet`)
  writeFileSync(
    page,
    html.replace('</head>', () => `<style>${style}</style>\n  </head>`),
  )
  return `sha256-${createHash('sha256').update(style).digest('base64')}`
}

/** What every page stands on: Preact, signals, the history, and the parts of a page that stand in all of them. */
const base =
  /node_modules\/(preact|@preact|idb)\/|lib\/store\/(check-in-records|connection|write|ahead|canary|db|upgrades|rows|journal|problem|locks|settings-key|lock-key|load-rare)\.|lib\/core\/(check-in|days|error-name|first-alone|loose|merge|queue|tempo|records|result|time)\.|lib\/app\/(gone|once)\.|lib\/platform\/(changes|clock|key-value|later|local|random|slots|use)\.|components\/ui\/(Button|Notice|Pane|working-key)\.|components\/options\/StoreNotice|components\/help\/HelpLink/

/** Few files load faster and pack tighter than many; the other pages need nearly all that the check-in needs. */
const chunks = [
  { name: 'first', test: first, priority: 4 },
  // Also what the cover needs, which the check-in is too much for.
  { name: 'worker', test: /(app|platform)\/messages\.ts|core\/keys\.ts/, priority: 4 },
  { name: 'base', test: base, priority: 3 },
  // What the later screens of the check-in share with the main page.
  {
    name: 'parts',
    test: /components\/ui\/(TextField|use-loaded|kept-focus|into-view)|components\/fields\/(Fold|scale-texts)|components\/history\/Removed|words\/labels|lib\/platform\/(formats|clipboard)|store\/removal-records\.|core\/blank|app\/(one-at-a-time|reread|labels|removal)\./,
    priority: 2,
  },
  // What Today shares with other sections and with the later screens, in three files of which each needs all or none.
  {
    name: 'pause-texts',
    test: /components\/pause\/(ScaleInput|PauseInputs\.module|pause-texts)/,
    priority: 2,
  },
  // With the way to the toolbar, which the welcome, Today and the reminders tell: all three read settings.
  {
    name: 'settings',
    test: /(core|store)\/settings\.|core\/pause-(goal|kinds)|platform\/family|welcome\/pin-text/,
    priority: 2,
  },
  { name: 'help-card', test: /app\/compose-help-card|help\/help-texts/, priority: 2 },
  { name: 'check-in', test: /entrypoints\/popup\/start/, priority: 1 },
  // Never the entry itself: it would run on every page that shares this.
  {
    name: 'page',
    test: /entrypoints\/options\/(draw|sections\/history)|app\/compose-page-parts|ui\/use-told/,
    priority: 1,
  },
  { name: 'later', test: /check-in\/later/ },
  // Small parts that many sections share and Today does without: each in a file of its own takes more to name than to hold.
  {
    name: 'shared',
    test: /core\/(as-it-was|draft-keys|eased|if-then|own-items|own-label|pause-list|pause-shelf|written-reflection)\.|app\/(compose-draft|draft-slot|own-lists|own-pauses|page-problem|pause-picks|setting-switch|store-error|thrown-problem)\.|store\/(renewing|rows-under|within)\.|fields\/whole-day|platform\/hold\./,
  },
]

/** What a person waits for on the main page: each section but History, which lies in `page`, and the year's map, which comes right after its first rows. */
const waitedFor =
  /chunks\/(today|patterns|pauses|reflect|learn|nudges|words|data|look|about|help|year-of-days)-/

/**
 * What a page loads beside a file. For the check-in and the sections of the main page that is all they need, because a person
 * waits for it; what is loaded within them is small, and naming its parts there would make them larger: the names of files, with a
 * hash in each, pack badly.
 */
const loadedBeside = (
  file: string,
  files: string[],
  { hostId, hostType }: { hostId: string; hostType: string },
) =>
  hostType === 'html' ||
  /chunks\/(popup|window)-/.test(hostId) ||
  (/chunks\/page-/.test(hostId) && waitedFor.test(file))
    ? files
    : files.filter(beside => beside.endsWith('.css') && !beside.includes('/first-'))

/**
 * Keys that neither browser uses: Chromium 156 takes Alt+Shift with A, B, C, I, N, P, R, T, W, X and Z for itself, on ChromeOS with
 * L, M and S too. On a Mac, Option and Shift write letters such as Ć, so there it is the control key.
 */
const key = (letter: string) => ({ default: `Alt+Shift+${letter}`, mac: `MacCtrl+Shift+${letter}` })

/** What the polyfill wraps: of the browser's functions that answer later, those that Thaw uses. */
const wrapped: { readonly [part: string]: readonly string[] } = {
  alarms: ['clear', 'clearAll', 'get', 'getAll'],
  commands: ['getAll'],
  contextMenus: ['removeAll'],
  idle: ['queryState'],
  notifications: ['clear', 'create', 'getAll', 'update'],
  runtime: ['getPlatformInfo', 'sendMessage'],
  storage: ['local'],
  tabs: ['create', 'query'],
  windows: ['create', 'getLastFocused', 'update'],
}

/** A language file as it ships: what only translators read stays in the sources. */
const shippedTexts = (path: string): string =>
  JSON.stringify(
    Object.fromEntries(
      Object.entries(JSON.parse(readFileSync(path, 'utf8')) as { [key: string]: { message: string } }).map(
        ([key, { message }]) => [key, { message }],
      ),
    ),
  )

type Locked = { readonly version: string; readonly dependencies?: { readonly [name: string]: string } }

/** Who wrote what runs within Thaw, by the lock file, each with its license in full. */
const notices = (root: string): string => {
  const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as {
    packages: { readonly [path: string]: Locked }
  }
  const found = new Map<string, string>()
  const add = (name: string) => {
    const folder = `node_modules/${name}`
    const locked = packages[folder]
    if (found.has(name) || !locked) return
    const license = ['LICENSE', 'LICENSE.md'].map(file => join(root, folder, file)).find(existsSync)
    if (!license) throw new Error(`${name} has no license`)
    found.set(
      name,
      `${name} ${locked.version}\n\n${readFileSync(license, 'utf8').replaceAll('\r', '').trim()}`,
    )
    for (const next of Object.keys(locked.dependencies ?? {})) add(next)
  }
  for (const name of Object.keys(packages['']?.dependencies ?? {})) add(name)
  const texts = [...found].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, text]) => text)
  return `${['Thaw holds the work of others. Each part is listed with its license.', ...texts].join('\n\n----\n\n')}\n`
}

const withoutUnused = (code: string): string => {
  const [whole, table] = /const apiMetadata = (\{.*?\n {6}\});/s.exec(code) ?? []
  if (whole === undefined || table === undefined)
    throw new Error('The polyfill has no table of what it wraps')
  const known: { readonly [part: string]: { readonly [name: string]: unknown } } = JSON.parse(table)
  const kept = Object.entries(wrapped).map(([part, names]) => [
    part,
    Object.fromEntries(names.map(name => [name, known[part]?.[name]])),
  ])
  return code.replace(whole, () => `const apiMetadata = ${JSON.stringify(Object.fromEntries(kept))};`)
}

/**
 * Makes a module of the polyfill, which comes as a script for every loader there ever was: the bundler's own way of doing so adds a
 * file that each popup would load first. And it leaves out what it knows about the parts of a browser that Thaw never uses.
 */
const polyfillAsModule: Plugin = {
  name: 'polyfill-as-module',
  enforce: 'pre',
  transform: (code, file) =>
    /webextension-polyfill[\\/]dist[\\/]browser-polyfill\.js$/.test(file)
      ? `const module = { exports: {} }\nconst exports = module.exports;\n${withoutUnused(code)}\nexport default module.exports`
      : null,
}

/**
 * age as Thaw uses it: a passphrase, and nothing for keys, whose curves and lattices are five times as much code. The names that the
 * rest of it asks for stay, and refuse.
 */
const ageByPassphrase: Plugin = {
  name: 'age-by-passphrase',
  enforce: 'pre',
  transform: (code, file) => {
    if (!/age-encryption[\\/]dist[\\/]recipients\.js$/.test(file)) return null
    const at = code.indexOf('export class ScryptRecipient')
    const kept = code.slice(at)
    if (at < 0 || /x25519|MLKEM|p256|hpke/i.test(kept)) throw new Error('age does not keep passphrases apart')
    const keys = code.slice(0, at)
    const imports = keys.match(/^import .*\n/gm)?.join('')
    const names = [...keys.matchAll(/^export (?:async )?(?:class|function) (\w+)/gm)].map(([, name]) => name)
    return `${imports}class ForKeys { constructor() { throw new Error('Thaw knows passphrases alone') } }
export { ${names.map(name => `ForKeys as ${name}`).join(', ')} }
${kept}`
  },
}

export default defineConfig({
  modules: ['@wxt-dev/webextension-polyfill'],
  imports: false,
  manifestVersion: 3,
  vite: () => ({
    plugins: [polyfillAsModule, ageByPassphrase, preact({ devToolsEnabled: false, prefreshEnabled: false })],
    // Names that can be written into HTML: the first question of the popup stands there before any script runs.
    css: {
      modules: {
        generateScopedName: (name: string, file: string) => `${basename(file).split('.', 1)}-${name}`,
      },
    },
    // Otherwise the build carries the path of every source file.
    oxc: { jsx: { development: false } },
    build: {
      modulePreload: { polyfill: false, resolveDependencies: loadedBeside },
      target: 'esnext',
      // Two percent smaller than the bundler's own, which keeps the popup's code under 30 kB.
      minify: 'terser',
      terserOptions: { module: true, ecma: 2020, compress: { passes: 3, unsafe_arrows: true } },
    },
  }),
  hooks: {
    'build:publicAssets': ({ config }, files) => {
      for (const [at, file] of files.entries())
        if ('absoluteSrc' in file && file.relativeDest.endsWith('messages.json'))
          files[at] = { relativeDest: file.relativeDest, contents: shippedTexts(file.absoluteSrc) }
      files.push({ relativeDest: 'licenses.txt', contents: notices(config.root) })
    },
    // The pages are written by now, the manifest is not.
    'build:manifestGenerated': ({ config }, manifest) => {
      if (config.command !== 'build') return
      manifest.content_security_policy = {
        extension_pages: contentSecurityPolicy(styledWithin.map(page => inlineStyles(config.outDir, page))),
      }
    },
    'vite:build:extendConfig': (entrypoints, config) => {
      // The background and the data worker are one file each by their nature.
      if (entrypoints.some(({ type }) => type === 'background' || type === 'unlisted-script')) return
      const output = { codeSplitting: { groups: chunks } }
      // A constant of another file is written where it is used: its name takes more, and a file for it most.
      const optimization = { inlineConst: { mode: 'all' } }
      const bundling = { build: { rollupOptions: { output, optimization } } }
      Object.assign(config, mergeConfig(config, bundling))
    },
  },
  manifest: ({ browser }) => ({
    name: 'Thaw',
    description: '__MSG_extension_description__',
    default_locale: 'en',
    permissions: ['alarms', 'notifications', 'idle', 'storage', 'unlimitedStorage', 'contextMenus'],
    incognito: 'not_allowed',
    action: { default_title: 'Thaw' },
    commands: {
      _execute_action: { suggested_key: key('F'), description: '__MSG_command_check_in__' },
      snooze: { suggested_key: key('Q'), description: '__MSG_command_snooze__' },
      away: { suggested_key: key('H'), description: '__MSG_command_away__' },
      lock: { suggested_key: key('K'), description: '__MSG_command_lock__' },
    },
    ...(browser === 'firefox'
      ? {
          browser_specific_settings: {
            gecko: {
              id: 'thaw@thaw.invalid',
              strict_min_version: '142.0',
              data_collection_permissions: { required: ['none'] },
            },
          },
        }
      : { minimum_chrome_version: '144', externally_connectable: { ids: [] } }),
  }),
})
