/** What an import stands on, in memory: a history to bring rows into, files that hold what a test says, and what was held. */
import type { LongWork } from '../../lib/app/data-ports.ts'
import { createImport } from '../../lib/app/import.ts'
import { createImportList } from '../../lib/app/import-list.ts'
import type { ForeignChoices } from '../../lib/app/import-ports.ts'
import { createTakeSettings } from '../../lib/app/take-settings.ts'
import type { FileRead } from '../../lib/core/file-read.ts'
import type { ForeignEntry, ForeignRead } from '../../lib/core/foreign.ts'
import type { StoredRow } from '../../lib/core/merge.ts'
import { makeRows } from '../../lib/store/formats/make-rows.ts'
import { valueIn } from '../contract/assert.ts'
import { testId } from '../contract/fakes.ts'
import { checkInFields, edited, noon } from '../contract/samples.ts'
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
  const files = new Map<
    string,
    FileRead | ((passphrase: string | null, work: LongWork) => Promise<FileRead | null>)
  >()
  const chosen: ForeignChoices[] = []
  const page = hand()
  const busy = hand()
  const parts = {
    whole: world.whole,
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
    makeRows: async (read, choices, work) => {
      chosen.push(choices)
      return makeRows(read, { ...choices, now: world.clock.now().epochMilliseconds }, work)
    },
    takeSettings: createTakeSettings(world),
    clock: world.clock,
    chance: world.chance,
    zones: () => ['Africa/Cairo', 'Europe/Berlin'],
  })
  return {
    ...world,
    model,
    list: createImportList(parts),
    /** Every row of the check-ins as it lies. */
    rows: async () => valueIn(await world.whole.rows('checkIns', { limit: 10_000 })).map(({ row }) => row),
    /** Changes the check-in of that number, as another page would, which tells nobody here. */
    edit: (number: number) =>
      world.records.save('checkIns', backedUp(number).row.id, edited({ note: 'edited' })),
    /** Brings rows in, to begin with. */
    put: async (...rows: readonly StoredRow[]) => {
      await world.whole.bring({ id: world.chance.id(noon), format: 'thaw' }, rows)
    },
    /** What each file, by its name, turns out to be. */
    files,
    /** What was decided about files of other apps. */
    chosen,
    page: page.state,
    busy: busy.state,
    give: (...names: readonly string[]) => model.add(names.map(name => new File(['x'], name))),
  }
}
