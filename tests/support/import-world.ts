/** What an import stands on, in memory: a history to bring rows into, files that hold what a test says, and what was held. */
import type { Counts, LongWork, Meeting, WholeHistory } from '../../lib/app/data-ports.ts'
import { createImport } from '../../lib/app/import.ts'
import { createImportList } from '../../lib/app/import-list.ts'
import type { ForeignChoices } from '../../lib/app/import-ports.ts'
import type { StoreProblem } from '../../lib/app/ports.ts'
import { createTakeSettings } from '../../lib/app/take-settings.ts'
import type { FileRead } from '../../lib/core/file-read.ts'
import type { ForeignEntry, ForeignRead } from '../../lib/core/foreign.ts'
import { isTombstone, type StoredRow, winner } from '../../lib/core/merge.ts'
import { type StoreName, storeNames } from '../../lib/core/records.ts'
import { fail, ok } from '../../lib/core/result.ts'
import { testId } from '../contract/fakes.ts'
import { checkInFields, noon } from '../contract/samples.ts'
import { pageWorld } from './page-world.ts'

const minute = 60_000

/** The check-in number `number`, as a backup holds it. */
export const backedUp = (number: number, felt: 3 | 7 = 3): StoredRow<'checkIns'> => ({
  store: 'checkIns',
  row: {
    ...checkInFields(noon + number * minute, { felt }),
    id: testId(noon, number),
    updatedAt: noon + felt,
    origin: 'own',
  },
})

/** Entries of another app, one a day, each with the mood of its place. */
export const foreignRead = (
  moods: readonly (string | null)[],
  more: Partial<ForeignEntry> = {},
): ForeignRead => ({
  format: 'daylio-csv',
  entries: moods.map((mood, at) => ({
    line: at + 2,
    time: { kind: 'wall', day: `2026-03-${String(at + 1).padStart(2, '0')}`, minute: 600 },
    mood,
    note: `note ${at}`,
    tags: [],
    raw: {},
    ...more,
  })),
  moods: [...new Set(moods)].flatMap(mood =>
    mood === null
      ? []
      : [
          {
            key: mood,
            label: mood,
            count: moods.filter(other => other === mood).length,
            suggested: mood === 'rad' ? (4 as const) : null,
          },
        ],
  ),
  unreadable: [],
})

/** A history as a whole, over rows in memory; every call fails with `problem` while it is set. */
const memoryHistory = () => {
  const rows = new Map<string, StoredRow>()
  const imports: {
    id: string
    format: string
    before: Map<string, StoredRow>
    after: string
    meeting: Meeting
  }[] = []
  const state: { problem: StoreProblem | null } = { problem: null }
  const keyOf = ({ store, row }: StoredRow) => `${store} ${row.id}`
  const picture = () => JSON.stringify([...rows])

  const meet = (given: readonly StoredRow[]): Meeting => {
    const meeting = { added: 0, changed: 0, same: 0 }
    for (const one of given) {
      const known = rows.get(keyOf(one))
      if (known === undefined) meeting.added += 1
      else if (winner(known.row, one.row) === known.row) meeting.same += 1
      else meeting.changed += 1
    }
    return meeting
  }
  const long = async <Value>(work: LongWork | undefined, of: number, run: () => Value) => {
    if (state.problem) return fail(state.problem)
    work?.onProgress?.(0, of)
    await work?.pause?.()
    if (work?.signal?.aborted) return ok(null)
    return ok(run())
  }
  const whole: Pick<WholeHistory, 'counts' | 'compare' | 'bring' | 'imports' | 'takeBack'> = {
    counts: async () => {
      if (state.problem) return fail(state.problem)
      const count = (store: StoreName) => {
        const own = [...rows.values()].filter(one => one.store === store)
        const deleted = own.filter(({ row }) => isTombstone(row)).length
        return { shown: own.length - deleted, hidden: 0, deleted }
      }
      return ok(Object.fromEntries(storeNames.map(store => [store, count(store)])) as unknown as Counts)
    },
    compare: (given, work) => long(work, given.length, () => meet(given)),
    bring: ({ id, format }, given, work) =>
      long(work, given.length, () => {
        const before = new Map(rows)
        const meeting = meet(given)
        for (const one of given) {
          const known = rows.get(keyOf(one))
          if (known === undefined || winner(known.row, one.row) !== known.row) rows.set(keyOf(one), one)
        }
        imports.unshift({ id, format, before, after: picture(), meeting })
        return meeting
      }),
    imports: async () =>
      state.problem
        ? fail(state.problem)
        : ok(
            imports.map(({ id, format, after, meeting: { added, changed } }) => {
              return { id, at: noon, format, added, changed, untouched: after === picture() }
            }),
          ),
    takeBack: (id, work) =>
      long(work, 1, () => {
        const at = imports.findIndex(one => one.id === id)
        const found = imports[at]
        if (found === undefined || found.after !== picture()) return false
        rows.clear()
        for (const [key, row] of found.before) rows.set(key, row)
        imports.splice(at, 1)
        return true
      }),
  }
  return { whole, rows, state, put: (one: StoredRow) => void rows.set(keyOf(one), one) }
}

/** Counts what is held now. */
const hand = () => {
  const state = { held: 0, most: 0 }
  return {
    state,
    hold: () => {
      state.held += 1
      state.most += 1
      return () => {
        state.held -= 1
      }
    },
  }
}

export const importWorld = () => {
  const world = pageWorld()
  const history = memoryHistory()
  const files = new Map<
    string,
    FileRead | ((passphrase: string | null, work: LongWork) => Promise<FileRead | null>)
  >()
  const chosen: ForeignChoices[] = []
  const page = hand()
  const busy = hand()
  const parts = {
    whole: history.whole,
    changes: world.changes,
    rest: async () => {},
    holdPage: page.hold,
    holdBusy: busy.hold,
  }
  const model = createImport({
    ...parts,
    readFile: async (file, passphrase, work) => {
      work.onProgress?.(1, 2)
      const held = files.get(file.name)
      if (held === undefined) throw new DOMException('gone', 'NotFoundError')
      return typeof held === 'function' ? held(passphrase, work) : held
    },
    makeRows: async (read, choices) => {
      chosen.push(choices)
      return {
        rows: read.entries.map((entry, at) => {
          const { store, row } = backedUp(100 + at)
          const pleasant = (entry.mood === null ? null : choices.moods.get(entry.mood)) ?? null
          return { store, row: { ...row, felt: null, pleasant, note: entry.note, zone: choices.zone } }
        }),
        unreadable: [],
      }
    },
    takeSettings: createTakeSettings(world),
    clock: world.clock,
    chance: world.chance,
    zones: () => ['Africa/Cairo', 'Europe/Berlin'],
  })
  return {
    ...world,
    ...history,
    model,
    list: createImportList(parts),
    /** What each file, by its name, turns out to be. */
    files,
    /** What was decided about files of other apps. */
    chosen,
    page: page.state,
    busy: busy.state,
    give: (...names: readonly string[]) => model.add(names.map(name => new File(['x'], name))),
  }
}
