/** In a page of the extension: the daily copies of the history that is there, as if days went by. */
import { composeSnapshotStore } from '../../lib/app/compose-snapshot-store.ts'
import type { Stored } from '../../lib/app/ports.ts'
import { systemClock } from '../../lib/platform/clock.ts'
import { localValues } from '../../lib/platform/local.ts'
import { systemChance } from '../../lib/platform/random.ts'
import { rest } from '../../lib/platform/rest.ts'
import { webLocks } from '../../lib/store/locks.ts'
import { openHistory } from '../../lib/store/open.ts'
import { createSettingsStore } from '../../lib/store/settings.ts'

export type SnapshotsBench = {
  /** Takes the copy of so many days from now; milliseconds. */
  take(days: number): Promise<number>
  /** Begins to read the last copy back and stops meanwhile: milliseconds until it has stopped. */
  stop(): Promise<number>
  /** How many copies there are, how many of them are whole by their hash, and what the last one holds. */
  look(): Promise<{
    readonly kept: number
    readonly whole: number
    readonly records: number
    readonly bytes: number
    readonly checked: number
  }>
}

declare global {
  var snapshotsBench: SnapshotsBench
}

let ahead = 0
const clock = { now: () => systemClock.now().add({ days: ahead }) }
const locks = webLocks()
const history = openHistory({ clock, chance: systemChance, keyValue: localValues, locks })
const settings = createSettingsStore(localValues, locks, clock)
const snapshots = composeSnapshotStore({ clock, local: localValues, locks, settings }, history.whole)

const given = async <Value>(stored: Stored<Value>): Promise<Value> => {
  const result = await stored
  if (!result.ok) throw new Error(JSON.stringify(result.problem))
  return result.value
}

globalThis.snapshotsBench = {
  take: async days => {
    ahead = days
    const from = performance.now()
    await given(snapshots.take())
    return performance.now() - from
  },
  stop: async () => {
    const [last] = await given(snapshots.list())
    const stopping = new AbortController()
    let from = Number.NaN
    // Whoever presses does so at any moment, and not where a block has just ended.
    setTimeout(() => {
      from = performance.now()
      stopping.abort()
    }, 50)
    const ended = await given(snapshots.check(last?.name ?? '', { pause: rest, signal: stopping.signal }))
    return ended === null ? performance.now() - from : Number.NaN
  },
  look: async () => {
    const list = await given(snapshots.list())
    const from = performance.now()
    let whole = 0
    for (const { name } of list)
      if ((await given(snapshots.check(name, { pause: rest }))) === 'whole') whole += 1
    const checked = performance.now() - from
    const [last] = list
    return { kept: list.length, whole, records: last?.records ?? 0, bytes: last?.bytes ?? 0, checked }
  },
}
