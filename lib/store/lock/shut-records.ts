/** What a check-in has where the lock can neither be opened nor written under: nothing is shown, and nothing is kept in the clear. */
import type { CheckInRecords, Stored } from '../../app/ports.ts'
import { fail, ok } from '../../core/result.ts'

/** Finds nothing; `save` answers with `failed` and NotAllowedError. */
export const shutRecords = (): CheckInRecords => {
  const nothing = async (): Stored<readonly never[]> => ok([])
  return {
    get: async () => ok(null),
    page: nothing,
    all: nothing,
    // The page of the lock can mend it where its other copy is whole.
    save: async () => fail({ kind: 'failed', name: 'NotAllowedError' }),
  }
}
