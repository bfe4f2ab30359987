/** What the last write of the database still owes the second copy, because Thaw was killed or found no room after it. */
import type { KeyValue } from '../app/ports.ts'
import { type Canary, type Meta, readCanary } from './canary.ts'
import type { Database } from './upgrades.ts'

type Beside = Meta['beside']

/** Undefined where it owes nothing. What it owes counts as if it stood there, and the next recovery writes it. */
export const owedBeside = (canary: Canary | null, meta: Meta | undefined): Beside =>
  (meta?.sequence ?? 0) > (canary?.sequence ?? 0) ? meta?.beside : undefined

/** What `owedBeside` gives for both copies as they are stored. */
export const readOwed = async (keyValue: KeyValue, database: Database): Promise<Beside> =>
  owedBeside(await readCanary(keyValue), await database.get('meta', 'meta'))
