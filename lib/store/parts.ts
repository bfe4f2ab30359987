/** What the lasting history is put together from. */
import type { Chance, Clock, KeyValue } from '../app/ports.ts'
import type { Turns } from './locks.ts'
import type { Upgrade } from './upgrades.ts'

export type Parts = {
  readonly clock: Clock
  readonly chance: Chance
  readonly keyValue: KeyValue
  readonly locks: Turns
  readonly databaseName?: string
  /** Called once something came back that a person is told of. */
  readonly restored?: () => void
  /** Called once a lock stands again whose outer copy was lost. */
  readonly locked?: () => void
  /** Other than today's, in tests of upgrades. */
  readonly steps?: readonly Upgrade[]
  /** Milliseconds to wait for the database to open, and for an answer where it is filled. */
  readonly patience?: number
}
