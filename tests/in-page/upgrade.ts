/** In a page of the extension: the history as an older or a newer Thaw opens it, with a step that is made up, and what really lies there. */

import type { StoredRow } from '../../lib/core/merge.ts'
import type { CheckIn } from '../../lib/core/records.ts'
import { momentOf } from '../../lib/core/time.ts'
import { systemClock } from '../../lib/platform/clock.ts'
import { localValues } from '../../lib/platform/local.ts'
import { systemChance } from '../../lib/platform/random.ts'
import { webLocks } from '../../lib/store/locks.ts'
import { openHistory } from '../../lib/store/open.ts'
import { type Upgrade, upgrades } from '../../lib/store/upgrades.ts'

/** What came of opening: how many check-ins there are, or the problem that is told. */
export type Opened =
  | { readonly ok: true; readonly checkIns: number; readonly restored: number; readonly took: number }
  | { readonly ok: false; readonly problem: string; readonly took: number }

/** The database as it lies there, read past Thaw's own code. */
export type Raw = {
  readonly version: number
  readonly rows: number
  /** How much of the made-up step is there: rewritten rows, rows of its new store (null without the store), and its index. */
  readonly rewritten: number
  readonly echoes: number | null
  readonly indexed: boolean
  /** Of everything that is stored, to the byte. */
  readonly hash: string
}

export type UpgradePage = {
  fill(count: number): Promise<void>
  open(): Promise<Opened>
  /** Adds one check-in; gives the problem that is told, or null where it was acknowledged. */
  save(id: string): Promise<string | null>
  /** Writes one check-in after the other, with the ids `ID-0` and so on, until one is refused; gives how many were acknowledged. */
  saveOn(id: string): Promise<{ readonly saved: number; readonly problem: string }>
  /** How many were acknowledged so far. */
  saved: number
  /** Null where there is no database. */
  raw(): Promise<Raw | null>
  /** Opens the database and holds it, deaf to those who ask for it, until `letGo`. */
  holdOn(): Promise<void>
  letGo(): void
  /** The made-up step runs in this page. */
  climbs: boolean
}

declare global {
  var upgradePage: UpgradePage
}

const slice = 50
const given = new URLSearchParams(location.search)

type Any = IDBObjectStore
const done = <Value>(request: IDBRequest<Value>): Promise<Value> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })

/** A new store with a row for each check-in, a new index, and every check-in rewritten; it takes its time. */
const madeUp: Upgrade = async (database, transaction) => {
  upgradePage.climbs = true
  const raw = database as unknown as { createObjectStore(name: string, of: object): unknown }
  raw.createObjectStore('echoes', { keyPath: 'id' })
  const store = (name: string) =>
    (transaction as unknown as { objectStore(name: string): { getAll: Any['getAll'] } }).objectStore(name)
  const [checkIns, echoes] = [store('checkIns'), store('echoes')] as unknown as {
    getAll(range: IDBKeyRange | null, count: number): Promise<CheckIn[]>
    put(row: object): Promise<unknown>
    createIndex(name: string, path: string): void
  }[]
  if (checkIns === undefined || echoes === undefined) throw new Error('There are no stores')
  checkIns.createIndex('felt', 'felt')
  for (let last = ''; ; ) {
    const rows = await checkIns.getAll(last === '' ? null : IDBKeyRange.lowerBound(last, true), slice)
    for (const row of rows) {
      await checkIns.put({ ...row, two: true })
      await echoes.put({ id: row.id, felt: row.felt })
    }
    last = rows.at(-1)?.id ?? ''
    if (rows.length < slice) return
  }
}

const history = openHistory({
  clock: systemClock,
  chance: systemChance,
  keyValue: localValues,
  locks: webLocks(),
  steps: given.get('steps') === '2' ? [...upgrades, madeUp] : upgrades,
  ...(given.has('patience') ? { patience: Number(given.get('patience')) } : {}),
})

const checkIn = (number: number): Omit<CheckIn, 'id' | 'updatedAt' | 'origin'> => ({
  ...momentOf(systemClock.now().subtract({ hours: number })),
  felt: (number % 11) as CheckIn['felt'],
  far: null,
  pleasant: null,
  energy: null,
  cantTell: [],
  meaning: null,
  words: [{ id: 'calm', guess: false }],
  tags: [],
  note: `line ${number}`,
  source: 'page',
  precision: 'minute',
  nudgeId: null,
})

const named = (problem: { readonly kind: string }): string =>
  'name' in problem ? `${problem.kind} ${problem.name}` : problem.kind

const fill: UpgradePage['fill'] = async count => {
  const rows: StoredRow[] = Array.from({ length: count }, (_, number) => ({
    store: 'checkIns',
    row: {
      ...checkIn(number),
      id: systemChance.id(systemClock.now().epochMilliseconds),
      updatedAt: systemClock.now().epochMilliseconds,
      origin: 'own',
    },
  }))
  const brought = await history.whole.bring({ id: 'filled', format: 'thaw' }, rows)
  if (!brought.ok) throw new Error(named(brought.problem))
}

const open: UpgradePage['open'] = async () => {
  const from = performance.now()
  const all = await history.all('checkIns')
  const took = performance.now() - from
  if (!all.ok) return { ok: false, problem: named(all.problem), took }
  const recovery = await history.recoveries.unread()
  return { ok: true, checkIns: all.value.length, restored: recovery?.restored ?? 0, took }
}

const save: UpgradePage['save'] = async id => {
  const saved = await history.save('checkIns', id, () => checkIn(0))
  return saved.ok ? null : named(saved.problem)
}

const saveOn: UpgradePage['saveOn'] = async id => {
  for (;;) {
    const problem = await save(`${id}-${upgradePage.saved}`)
    if (problem !== null) return { saved: upgradePage.saved, problem }
    upgradePage.saved += 1
  }
}

const raw: UpgradePage['raw'] = async () => {
  if (!(await indexedDB.databases()).some(({ name }) => name === 'thaw')) return null
  const database = await done(indexedDB.open('thaw'))
  try {
    const names = [...database.objectStoreNames]
    const transaction = database.transaction(names)
    const stores: { readonly [name: string]: readonly object[] } = Object.fromEntries(
      await Promise.all(
        names.map(async name => [name, await done(transaction.objectStore(name).getAll())] as const),
      ),
    )
    const checkIns = stores['checkIns'] ?? []
    const indexed = transaction.objectStore('checkIns').indexNames.contains('felt')
    const bytes = new TextEncoder().encode(JSON.stringify([database.version, indexed, stores]))
    const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))
    return {
      version: database.version,
      rows: checkIns.length,
      rewritten: checkIns.filter(row => 'two' in row).length,
      echoes: stores['echoes']?.length ?? null,
      indexed,
      hash: digest.toHex(),
    }
  } finally {
    database.close()
  }
}

let held: IDBDatabase | null = null

globalThis.upgradePage = {
  fill,
  open,
  save,
  saveOn,
  saved: 0,
  raw,
  holdOn: async () => {
    held = await done(indexedDB.open('thaw'))
  },
  letGo: () => held?.close(),
  climbs: false,
}
