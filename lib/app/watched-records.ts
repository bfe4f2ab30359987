/** Keeps records as before, and shows what was kept to what looks at written text. */
import type { Fields, Id, RecordOf, StoreName } from '../core/records.ts'
import type { Records } from './ports.ts'
import type { LookAtText } from './text-watch.ts'

type Change<Store extends StoreName> = (current: RecordOf<Store> | null) => Fields<Store> | null

export const watchedRecords = <Door extends Pick<Records, 'save'>>(
  records: Door,
  look: LookAtText,
): Door => ({
  ...records,
  save: async <Store extends StoreName>(store: Store, id: Id, change: Change<Store>) => {
    let before: object | null = null
    let after: object | null = null
    const saved = await records.save(store, id, current => {
      before = current
      const made = change(current)
      after = made
      return made
    })
    if (saved.ok) look(store, before, after)
    return saved
  },
})
