/** The state of Thaw as plain text, for anyone who helps with a problem: counts, sizes and versions, nothing a person wrote or felt. */
import type { Instant } from './time.ts'

/** What is not known is null. */
export type StateFacts = {
  readonly thaw: string
  readonly database: number
  readonly browser: string
  readonly system: string
  /** Rows by store: shown, hidden and deleted. */
  readonly stores: readonly {
    readonly store: string
    readonly shown: number
    readonly hidden: number
    readonly deleted: number
  }[]
  readonly usage: number | null
  readonly localBytes: number | null
  readonly persisted: boolean | null
  /** The state of each daily copy. */
  readonly snapshots: readonly { readonly bytes: number; readonly state: string }[]
  readonly lastBackup: Instant | null
  readonly now: Instant
  /** What the last check found, by its name; null where none was made. */
  readonly check: { readonly [name: string]: number } | null
  readonly log: readonly { readonly at: Instant; readonly where: string; readonly name: string }[]
}

const bytes = (count: number | null): string => (count === null ? 'not known' : `${count} bytes`)

const dayLength = 24 * 3_600_000

/** In whole days: when something was done says more about a person than how long ago. */
const daysAgo = (at: Instant | null, now: Instant): string =>
  at === null ? 'none' : `${Math.max(0, Math.floor((now - at) / dayLength))} days ago`

/** In English, one fact a line. */
export const stateReport = (facts: StateFacts): string => {
  const { persisted, check, now } = facts
  const lines = [
    `Thaw ${facts.thaw}, database ${facts.database}`,
    `Browser: ${facts.browser}, ${facts.system}`,
    `Database and files: ${bytes(facts.usage)}`,
    `storage.local: ${bytes(facts.localBytes)}`,
    `Persistent: ${persisted === null ? 'not known' : persisted ? 'yes' : 'no'}`,
    `Last backup: ${daysAgo(facts.lastBackup, now)}`,
    `Daily copies: ${facts.snapshots.map(({ bytes: size, state }) => `${state} (${size} bytes)`).join(', ') || 'none'}`,
    ...facts.stores.map(
      ({ store, shown, hidden, deleted }) => `${store}: ${shown} shown, ${hidden} hidden, ${deleted} deleted`,
    ),
    check === null
      ? 'Check: not made'
      : `Check: ${Object.entries(check)
          .map(([name, count]) => `${name} ${count}`)
          .join(', ')}`,
    ...facts.log.map(({ at, where, name }) => `Log, ${daysAgo(at, now)}: ${where}: ${name}`),
  ]
  return `${lines.join('\n')}\n`
}
