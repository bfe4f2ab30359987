/** What a check-in sees of a locked history: nothing but what was written here since. What it keeps is sealed to the public key. */
import type { CheckInRecords, Stored } from '../../app/ports.ts'
import { createQueue } from '../../core/queue.ts'
import type { RecordOf, StoreName } from '../../core/records.ts'
import { fail, ok } from '../../core/result.ts'
import { opened, secretsOf } from '../../core/sealed.ts'
import { problemOf } from '../problem.ts'
import { asJson } from '../rows.ts'
import { sealOutside } from './sealer.ts'

/**
 * `publicKey`: the lock's, in base64. Only what this object kept is found again. A record that another page wrote since is not kept:
 * `failed` with InvalidAccessError.
 */
export const outsideRecords = (records: CheckInRecords, publicKey: string): CheckInRecords => {
  /** By store and id, as they were kept last. */
  const mine = new Map<string, RecordOf<StoreName>>()
  /** One after the other: each goes by what the one before kept. */
  const inTurn = createQueue()
  const nothing = async (): Stored<readonly never[]> => ok([])

  const own = <Store extends StoreName>(store: Store, id: string): RecordOf<Store> | null =>
    // What lies under the name of a store is one of its records.
    (mine.get(`${store}/${id}`) as RecordOf<Store> | undefined) ?? null

  const keep: CheckInRecords['save'] = async (store, id, change) => {
    const seen = own(store, id)
    const fields = change(seen)
    if (fields === null) return ok(null)
    try {
      const decided = asJson({ ...fields, id }) as unknown as RecordOf<typeof store>
      const sealed = await sealOutside(publicKey, store, decided)
      let isOther = false
      const kept = await records.save(store, id, current => {
        isOther = current?.updatedAt !== seen?.updatedAt
        return isOther ? null : sealed
      })
      // What others wrote into the record cannot be known here.
      if (isOther) return fail({ kind: 'failed', name: 'InvalidAccessError' })
      if (!kept.ok || kept.value === null) return kept
      const record = opened(store, kept.value, secretsOf(store, decided))
      mine.set(`${store}/${id}`, record)
      return ok(record)
    } catch (error) {
      return fail(problemOf(error))
    }
  }

  return {
    get: async (store, id) => ok(own(store, id)),
    page: nothing,
    all: nothing,
    save: (store, id, change) => inTurn(() => keep(store, id, change)),
  }
}
