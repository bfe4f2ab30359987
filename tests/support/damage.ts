/** Damages the files of Thaw's database as disks and sudden deaths do, while no browser runs. */
import { closeSync, existsSync, openSync, readdirSync, statSync, truncateSync, writeSync } from 'node:fs'
import { join } from 'node:path'

/** Chromium's two stores, and Firefox's. */
export const databaseStores = ['leveldb', 'sqlite', 'firefox'] as const
export type DatabaseStore = (typeof databaseStores)[number]

const filesIn = (folder: string): readonly string[] =>
  existsSync(folder)
    ? readdirSync(folder, { withFileTypes: true }).flatMap(entry => {
        const path = join(folder, entry.name)
        return entry.isDirectory() ? filesIn(path) : [path]
      })
    : []

/** The files of the database alone: what `storage.local` keeps lies elsewhere, in Firefox in an origin of its own. */
export const databaseFiles = (store: DatabaseStore, profile: string): readonly string[] =>
  store === 'firefox'
    ? filesIn(join(profile, 'storage/default')).filter(
        file => /moz-extension\+\+\+[^/^]+\/idb\//.test(file) && !file.includes('userContextId'),
      )
    : filesIn(join(profile, 'Default/IndexedDB')).filter(file => file.includes('chrome-extension_'))

const largest = (files: readonly string[]): string => {
  const [file] = files.toSorted((one, other) => statSync(other).size - statSync(one).size)
  if (file === undefined) throw new Error('There is no such file to damage')
  return file
}

/** Writes over `bytes` of the file at `share` of its length. */
const scribble = (file: string, share: number, bytes = 64): void => {
  const handle = openSync(file, 'r+')
  writeSync(handle, Buffer.alloc(bytes, 0xa5), 0, bytes, Math.floor(statSync(file).size * share))
  closeSync(handle)
}

export type Damage = {
  readonly store: DatabaseStore
  /** The browser is killed before rather than closed, so that its log has not been folded in. */
  readonly afterKill?: boolean
  /** `chance`, in [0, 1), says where. */
  readonly make: (profile: string, chance: () => number) => void
}

const isLog = (file: string): boolean => file.endsWith('-wal')
const database = (store: DatabaseStore, profile: string): string =>
  largest(databaseFiles(store, profile).filter(file => !isLog(file)))

const spots = 10

/** In ten places, none of them in the first page, without which the whole file is none. */
const scribbleSpots = (file: string, chance: () => number): void => {
  for (let spot = 0; spot < spots; spot += 1) scribble(file, (spot + 0.2 + 0.6 * chance()) / spots)
}

/** What was measured of disks and killed browsers, each with the store that it befalls. */
export const damages: { readonly [name: string]: Damage } = {
  'a block of the log': {
    store: 'leveldb',
    make: (profile, chance) => {
      const logs = databaseFiles('leveldb', profile).filter(file => /\.(log|ldb)$/.test(file))
      scribble(largest(logs), 0.1 + 0.8 * chance())
    },
  },
  'the file that names the current state': {
    store: 'leveldb',
    make: profile =>
      scribble(largest(databaseFiles('leveldb', profile).filter(file => file.endsWith('CURRENT'))), 0, 16),
  },
  'ten spots': {
    store: 'sqlite',
    make: (profile, chance) => scribbleSpots(database('sqlite', profile), chance),
  },
  'the second half of the file': {
    store: 'sqlite',
    make: (profile, chance) => {
      const file = database('sqlite', profile)
      truncateSync(file, Math.floor(statSync(file).size * (0.4 + 0.2 * chance())))
    },
  },
  'the header': { store: 'sqlite', make: profile => scribble(database('sqlite', profile), 0, 100) },
  'the log of what was written last': {
    store: 'sqlite',
    afterKill: true,
    make: (profile, chance) =>
      scribble(largest(databaseFiles('sqlite', profile).filter(isLog)), 0.3 + 0.4 * chance()),
  },
  'the header of the file': {
    store: 'firefox',
    make: profile => scribble(database('firefox', profile), 0, 100),
  },
  'ten spots of the file': {
    store: 'firefox',
    make: (profile, chance) => scribbleSpots(database('firefox', profile), chance),
  },
}
