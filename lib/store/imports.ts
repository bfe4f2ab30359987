/** The imports that were brought in and not taken back. */
import type { Import } from '../app/data-ports.ts'
import type { KeyValue } from '../app/ports.ts'
import type { Id } from '../core/records.ts'
import { readSign, readSigns } from './batches.ts'
import { readOwed } from './owed-beside.ts'
import type { Database } from './upgrades.ts'
import { wayBack } from './way-back.ts'

const isUntouched = async (database: Database, keyValue: KeyValue, id: Id): Promise<boolean> => {
  for await (const changes of wayBack(database, keyValue, id)) if (changes === null) return false
  return true
}

/** Remembers what it found out for as long as nothing was written: an import may have very many rows. */
export const importList = (keyValue: KeyValue) => {
  const found = new Map<Id, { readonly sequence: number | undefined; readonly untouched: boolean }>()

  const untouched = async (database: Database, id: Id): Promise<boolean> => {
    const sequence = (await database.get('meta', 'meta'))?.sequence
    const known = found.get(id)
    // What another import changed is as it was once that one is taken back.
    if (known !== undefined && known.sequence === sequence) return known.untouched
    const now = await isUntouched(database, keyValue, id)
    found.set(id, { sequence, untouched: now })
    return now
  }

  /** Newest first. */
  return async (database: Database): Promise<readonly (Import & { readonly untouched: boolean })[]> => {
    const owed = await readOwed(keyValue, database)
    const signs = await readSigns(keyValue, await keyValue.keys(), owed)
    const imports = [...signs].flatMap(([id, value]) => {
      const sign = readSign(value)
      if (sign?.kind !== 'import' || sign.gone) return []
      const { at, format, added, changed } = sign
      return [{ id, at, format, added, changed }]
    })
    const list = []
    for (const one of imports.sort((a, b) => b.at - a.at || (a.id < b.id ? 1 : -1)))
      list.push({ ...one, untouched: await untouched(database, one.id) })
    return list
  }
}
