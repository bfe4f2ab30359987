/** Holds who may import whom, and which few files may touch the browser, the clock, the database. */
import { describe, expect, test } from 'vitest'
import { type Import, type Source, shippedSources, testSources, textOf } from './source.ts'

type Layer =
  | 'core'
  | 'content'
  | 'store'
  | 'platform'
  | 'ports'
  | 'compose'
  | 'app'
  | 'ui'
  | 'styles'
  | 'components'
  | 'entrypoints'
  | 'messages'

const places: readonly (readonly [RegExp, Layer])[] = [
  [/^lib\/core\//, 'core'],
  [/^lib\/content\//, 'content'],
  [/^lib\/store\//, 'store'],
  [/^lib\/platform\//, 'platform'],
  [/^lib\/app\/((data|lock)-)?ports\.ts$/, 'ports'],
  [/^lib\/app\/compose(-[a-z]+)*\.ts$/, 'compose'],
  [/^lib\/app\//, 'app'],
  [/^components\/ui\//, 'ui'],
  [/^components\/styles\//, 'styles'],
  [/^components\//, 'components'],
  [/^entrypoints\//, 'entrypoints'],
  [/^public\/_locales\//, 'messages'],
]

const layerOf = (path: string): Layer | null => places.find(([place]) => place.test(path))?.[1] ?? null

/** What a layer may import of its own house; a layer behind `types` gives types alone, nothing that runs. */
const allowed: { readonly [Name in Layer]: { readonly code: Layer[]; readonly types: Layer[] } } = {
  core: { code: ['core'], types: [] },
  content: { code: ['core', 'content'], types: [] },
  store: { code: ['core', 'store'], types: ['ports'] },
  platform: { code: ['core', 'platform'], types: ['ports', 'messages'] },
  ports: { code: [], types: ['core', 'ports'] },
  app: { code: ['core', 'content', 'app'], types: ['ports'] },
  compose: { code: ['core', 'content', 'app', 'compose', 'store', 'platform'], types: ['ports'] },
  ui: { code: ['ui', 'styles'], types: ['core'] },
  styles: { code: [], types: [] },
  components: { code: ['ui', 'styles', 'components'], types: ['app', 'core', 'ports'] },
  entrypoints: { code: ['compose', 'components', 'ui', 'styles', 'entrypoints'], types: [] },
  messages: { code: [], types: [] },
}

/** What a layer may import of packages. */
const packages: { readonly [Name in Layer]: RegExp } = {
  core: /^$/,
  content: /^$/,
  store: /^(idb|valibot)$/,
  platform: /^(wxt\/browser|valibot)$/,
  ports: /^$/,
  app: /^@preact\/signals$/,
  compose: /^$/,
  ui: /^(preact|preact\/hooks)$/,
  styles: /^$/,
  components: /^(preact|preact\/hooks|@preact\/signals)$/,
  entrypoints: /^(preact|wxt\/utils\/define-(background|unlisted-script))$/,
  messages: /^$/,
}

/** What draws a line over time, and what it looks like. */
const lineOverTime = ['uplot', 'uplot/dist/uPlot.min.css']
const draws = (path: string): boolean => path.startsWith('components/history/felt-over-time/')

/** What opens files of a format that is not Thaw's own: loaded with them alone. */
const fileFormats = ['papaparse', 'fflate']
const readsFiles = (path: string): boolean => path.startsWith('lib/store/formats/')

/** What encrypts backups, in the format of the age tool. */
const encryption = ['age-encryption']
const encrypts = (path: string): boolean => path === 'lib/store/backup/encrypted.ts'

const sources = shippedSources()

const mayImport = (from: Source, what: Import): boolean => {
  const layer = layerOf(from.path)
  if (layer === null) return false
  if (!what.own)
    return (
      packages[layer].test(what.target) ||
      (draws(from.path) && lineOverTime.includes(what.target)) ||
      (readsFiles(from.path) && fileFormats.includes(what.target)) ||
      (encrypts(from.path) && encryption.includes(what.target))
    )
  // A component's own styles, beside it.
  if (what.target === from.path.replace(/\.tsx$/, '.module.css')) return true
  // What stands in the HTML wears the styles of components: the first question of those that draw it later.
  const stands = ['components/check-in/first-question.ts', 'components/cover/cover.ts']
  if (stands.includes(from.path) && what.target.endsWith('.css')) return true
  // What was chosen, and whether a cover stands, must be known before anything is composed.
  if (layer === 'entrypoints' && what.target === 'lib/platform/may-draw.ts') return true
  // Words and numbers of the person's language are the one part of platform that a screen may use.
  const isScreen = layer === 'components' || layer === 'ui' || layer === 'entrypoints'
  if (
    isScreen &&
    /^lib\/platform\/(i18n|formats|format-size|first-weekday|time-there)\.ts$/.test(what.target)
  )
    return true
  const target = layerOf(what.target)
  if (target === null) return false
  return allowed[layer].code.includes(target) || (what.typesAlone && allowed[layer].types.includes(target))
}

/** Each file beside what offends in it, so that a failure names its place. */
const offences = (among: readonly Source[], find: (source: Source) => readonly string[]): readonly string[] =>
  among.flatMap(source => find(source).map(found => `${source.path}: ${found}`))

const named = (source: Source, names: readonly string[]): readonly string[] =>
  source.names.filter(found => names.includes(found.name)).map(found => found.name)

/** Uses of a global: names that are not reached through some other object. */
const globals = (source: Source, names: readonly string[]): readonly string[] =>
  source.names
    .filter(
      found =>
        names.includes(found.name) && (!found.member || found.of === 'globalThis' || found.of === 'window'),
    )
    .map(found => found.name)

const members = (source: Source, of: string, name: string): readonly string[] =>
  source.names.filter(found => found.of === of && found.name === name).map(() => `${of}.${name}`)

describe('the house', () => {
  test('is read: there are modules, and they import one another', () => {
    expect(sources.length).toBeGreaterThan(20)
    expect(sources.flatMap(source => source.imports).length).toBeGreaterThan(40)
  })

  test('has a place for every module', () => {
    expect(sources.filter(source => layerOf(source.path) === null).map(source => source.path)).toEqual([])
  })

  test('lets each layer import what it may, and nothing else', () => {
    expect(
      offences(sources, source =>
        source.imports
          .filter(what => !mayImport(source, what))
          .map(what => `${what.target}${what.typesAlone ? ' (types)' : ''}`),
      ),
    ).toEqual([])
  })

  test('has no cycles', () => {
    const next = new Map(
      sources.map(source => [source.path, source.imports.filter(what => what.own).map(what => what.target)]),
    )
    const over = new Set<string>()
    const cycles: string[] = []
    const walk = (path: string, way: readonly string[]): void => {
      if (way.includes(path)) cycles.push([...way.slice(way.indexOf(path)), path].join(' → '))
      if (over.has(path) || way.includes(path)) return
      for (const target of next.get(path) ?? []) walk(target, [...way, path])
      over.add(path)
    }
    for (const path of next.keys()) walk(path, [])
    expect(cycles).toEqual([])
  })

  test('writes down the ending of every import of its own', () => {
    expect(
      offences(sources, source =>
        source.imports
          .filter(what => what.own && !/\.(tsx?|css|json)$/.test(what.target))
          .map(what => what.target),
      ),
    ).toEqual([])
  })

  test('keeps entry points to wiring', () => {
    const long = sources.filter(source => source.path.startsWith('entrypoints/') && source.lines > 45)
    expect(long.map(source => `${source.path}: ${source.lines} lines`)).toEqual([])
  })
})

describe('the edges', () => {
  test('only the store knows the database', () => {
    expect(
      offences(sources, source =>
        source.path.startsWith('lib/store/') ? [] : globals(source, ['indexedDB', 'IDBKeyRange']),
      ),
    ).toEqual([])
  })

  test('only platform knows the browser’s extension API', () => {
    expect(
      offences(sources, source =>
        source.path.startsWith('lib/platform/') ? [] : globals(source, ['chrome', 'browser']),
      ),
    ).toEqual([])
  })

  test('only the clock reads the time', () => {
    expect(
      offences(sources, source =>
        source.path === 'lib/platform/clock.ts'
          ? []
          : [...globals(source, ['Date']), ...members(source, 'Temporal', 'Now')],
      ),
    ).toEqual([])
  })

  test('chance is never Math.random, in tests neither', () => {
    expect(offences([...sources, ...testSources()], source => members(source, 'Math', 'random'))).toEqual([])
  })

  test('nothing can reach the network', () => {
    const ways = ['fetch', 'XMLHttpRequest', 'WebSocket', 'WebTransport', 'EventSource', 'RTCPeerConnection']
    expect(
      offences(sources, source => [
        // A language file of the package, by an address that begins with the package's own.
        ...globals(source, source.path === 'lib/platform/language.ts' ? ways.slice(1) : ways),
        ...named(source, ['sendBeacon', 'importScripts']),
      ]),
    ).toEqual([])
    expect(textOf('lib/platform/language.ts').match(/fetch\(.*/g)).toEqual([
      expect.stringMatching(/^fetch\(browser\.runtime\.getURL\(`\/_locales\//),
    ])
  })

  test('no text ever becomes code or markup', () => {
    const ways = ['innerHTML', 'outerHTML', 'insertAdjacentHTML', 'dangerouslySetInnerHTML', 'setHTMLUnsafe']
    expect(
      offences(sources, source => [
        ...named(source, ways),
        ...globals(source, ['eval', 'Function']),
        ...members(source, 'document', 'write'),
      ]),
    ).toEqual([])
  })

  test('nothing passes by the tests', () => {
    expect(
      offences(testSources(), source => [
        ...members(source, 'vi', 'mock'),
        ...['it', 'test', 'describe'].flatMap(of =>
          ['only', 'skip', 'todo'].flatMap(name => members(source, of, name)),
        ),
      ]),
    ).toEqual([])
  })
})

test('the polyfill wraps what Thaw uses of the browser, and nothing else', () => {
  const table = /const wrapped: [^=]* = (\{[^}]*\})/.exec(textOf('wxt.config.ts'))?.[1] ?? ''
  const wrapped = [...table.matchAll(/(\w+): \[([^\]]*)\]/g)].flatMap(([, part, names]) =>
    [...(names ?? '').matchAll(/'(\w+)'/g)].map(([, name]) => `${part}.${name}`),
  )
  const polyfill = textOf('node_modules/webextension-polyfill/dist/browser-polyfill.js')
  const known: { readonly [part: string]: { readonly [name: string]: unknown } } = JSON.parse(
    /const apiMetadata = (\{.*?\n {6}\});/s.exec(polyfill)?.[1] ?? '',
  )
  const called = sources.flatMap(({ path }) =>
    [...textOf(path).matchAll(/\bbrowser\.(\w+)(?:\.(\w+)|\[)/g)].flatMap(([, part = '', name]) => {
      const names = known[part] ?? {}
      // An area of the storage is chosen by name; the polyfill knows more of them than Thaw uses.
      if (name === undefined) return part === 'storage' ? ['storage.local'] : [`${part}.by its name`]
      return name in names ? [`${part}.${name}`] : []
    }),
  )
  expect(wrapped).toEqual([...new Set(called)].sort())
})
