/** The ways to the database that work loaded by a connection itself needs; apart from it, so that neither imports the other. */
import type { Stored } from '../app/ports.ts'
import type { Database } from './upgrades.ts'

export type Ways = {
  /** Work that changes nothing; never waits for a writer. */
  read<Value>(work: (database: Database) => Promise<Value>): Stored<Value>
  /** Work that has its turn among all writers of all contexts. */
  write<Value>(work: (database: Database) => Promise<Value>): Stored<Value>
  /** Makes both copies whole again; to be called within `write`. Rejects where that fails. */
  reconcile(database: Database): Promise<void>
}
