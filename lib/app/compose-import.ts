/** The composition root of imports; its code comes with Data & privacy, and the readers of files with the data worker. */
import { tags } from '../content/tags.ts'
import type { Id } from '../core/records.ts'
import { askDataWorker } from '../platform/data-worker.ts'
import { holdBusy, holdPage } from '../platform/hold.ts'
import { rest } from '../platform/rest.ts'
import { makeRows } from '../store/formats/make-rows.ts'
import { tagKey } from '../store/formats/to-rows.ts'
import type { DataAsks } from './data-asks.ts'
import type { WholeHistory } from './data-ports.ts'
import { createImport } from './import.ts'
import { createImportList } from './import-list.ts'
import type { PageParts } from './page-parts.ts'
import { createReadFile } from './read-file.ts'
import { createTakeSettings } from './take-settings.ts'
import { createSaveUnread } from './unread-file.ts'

/** The tags that there are, by what they are called: an activity of that name becomes one of them. */
const tagsByName = async ({ records, labels }: PageParts): Promise<ReadonlyMap<string, Id>> => {
  await labels.load()
  const own = await records.all('tags')
  const ids = [...tags, ...(own.ok ? own.value.map(({ id }) => id) : [])]
  return new Map(ids.map(id => [tagKey(labels.tag(id)), id]))
}

export const composeImport = (parts: PageParts, whole: WholeHistory) => {
  const { clock, chance, changes, takeOut } = parts
  const shared = { whole, changes, rest, holdPage, holdBusy }
  return {
    model: createImport({
      ...shared,
      clock,
      chance,
      readFile: createReadFile(askDataWorker<DataAsks>()),
      makeRows: async (read, choices, work) => {
        const now = clock.now().epochMilliseconds
        return makeRows(read, { ...choices, now, tags: await tagsByName(parts) }, work)
      },
      takeSettings: createTakeSettings(parts),
      zones: () => Intl.supportedValuesOf('timeZone'),
    }),
    list: createImportList(shared),
    saveUnread: createSaveUnread({ takeOut, clock, rest }),
    zone: () => clock.now().timeZoneId,
  }
}
