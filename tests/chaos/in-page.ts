/** In a page of the extension: deeds done through Thaw's own store, and everything read back after a death. */

import { composeUnderLock } from '../../lib/app/compose-lock.ts'
import { composeSnapshotStore } from '../../lib/app/compose-snapshot-store.ts'
import type { StoredRow } from '../../lib/core/merge.ts'
import type { CheckIn, Fields } from '../../lib/core/records.ts'
import type { Result } from '../../lib/core/result.ts'
import { momentOf } from '../../lib/core/time.ts'
import { createChanges } from '../../lib/platform/changes.ts'
import { systemClock } from '../../lib/platform/clock.ts'
import { localValues } from '../../lib/platform/local.ts'
import { systemChance } from '../../lib/platform/random.ts'
import { webLocks } from '../../lib/store/locks.ts'
import { openHistory } from '../../lib/store/open.ts'
import { createSettingsStore } from '../../lib/store/settings.ts'
import { type Deed, rowIds, standOf } from './deeds.ts'

export type Found = {
  /** Every check-in that is shown, as id and stand. */
  readonly stands: readonly (readonly [string, string])[]
  /** What the person is told: records put back, and records that are nowhere. */
  readonly restored: number
  readonly missing: number
  /** See Integrity. */
  readonly invalid: number
  readonly days: number
  readonly uncopied: number
  /** Check-ins in the clear under a lock. */
  readonly inClear: number
}

export type Chaos = {
  /** Resolves once it is acknowledged, with false where there was nothing to do. */
  act(deed: Deed): Promise<boolean>
  look(): Promise<Found>
}

declare global {
  var chaos: Chaos
}

/** `?days=N`: the page lives N days before now, so that months close behind it; `&locked` has all of it written under a lock. */
const asked = new URLSearchParams(location.search)
const before = Number(asked.get('days') ?? 0)
const clock = { now: () => systemClock.now().subtract({ days: before }) }
const locks = webLocks()
const opened = openHistory({ clock, chance: systemChance, keyValue: localValues, locks })
const changes = createChanges()
const under = asked.has('locked')
  ? composeUnderLock({ history: opened, changes, clock, chance: systemChance, locks })
  : null
const history = { ...opened, ...under?.records, whole: under?.whole ?? opened.whole }

const settings = createSettingsStore(localValues, locks, clock)
const snapshots = composeSnapshotStore({ clock, local: localValues, locks, settings }, opened.whole)

const given = <Value>(result: Result<Value, unknown>): Value => {
  if (!result.ok) throw new Error(JSON.stringify(result.problem))
  return result.value
}

const passphrase = 'five quiet herons at noon'

/** The lock is put on once, and opened again after each death, which forgets its key. */
const unlock = async (): Promise<void> => {
  if (under === null) return
  const { lock } = under
  // Where the database lost its part of it, that is put back by reading.
  given(await opened.daySpan())
  if ((await lock.facts()).state === 'none') {
    given(await lock.turnOn({ passphrase, withCode: false, minutes: null }))
    given(await lock.finish())
  }
  if ((await lock.facts()).state === 'locked')
    given(await lock.unlock({ kind: 'passphrase', text: passphrase }))
}

/** Rows that anybody could read where a lock stands. */
const inClear = async (): Promise<number> =>
  under === null ? 0 : given(await opened.all('checkIns')).filter(row => !('sealed' in row)).length

const checkIn = (felt: number, note: string): Fields<'checkIns'> => ({
  ...momentOf(clock.now()),
  felt: felt as CheckIn['felt'],
  far: null,
  pleasant: null,
  energy: null,
  cantTell: [],
  meaning: null,
  words: [{ id: 'calm', guess: true }],
  tags: ['work'],
  note,
  source: 'page',
  precision: 'minute',
  nudgeId: null,
})

const rowsOf = (id: string, count: number): readonly StoredRow<'checkIns'>[] =>
  rowIds(id, count).map((rowId, row) => ({
    store: 'checkIns',
    row: {
      ...checkIn(row % 11, id),
      id: rowId,
      updatedAt: clock.now().epochMilliseconds,
      origin: `import:${id}`,
    },
  }))

const undoTime = 10_000

const act = async (deed: Deed): Promise<boolean> => {
  switch (deed.kind) {
    case 'save':
      return given(await history.save('checkIns', deed.id, () => checkIn(deed.felt, deed.note))) !== null
    case 'remove':
      given(await history.remove('checkIns', deed.id, systemClock.now().epochMilliseconds + undoTime))
      return true
    case 'undo':
      return given(await history.undoRemove('checkIns', deed.id))
    case 'bring':
      return (
        given(await history.whole.bring({ id: deed.id, format: 'thaw' }, rowsOf(deed.id, deed.rows))) !== null
      )
    case 'take-back':
      return given(await history.whole.takeBack(deed.id)) === true
    case 'tidy':
      given(await history.packClosedMonths())
      given(await history.settleRemovals())
      return true
    case 'snapshot':
      return given(await snapshots.take()).state === 'whole'
  }
}

const look = async (): Promise<Found> => {
  const rows = given(await history.all('checkIns'))
  const recovery = await history.recoveries.unread()
  await history.recoveries.markRead()
  const integrity = given(await history.whole.check())
  return {
    stands: rows.map(({ id, felt, note }) => [id, standOf(felt, note)]),
    restored: recovery?.restored ?? 0,
    missing: recovery?.missing ?? 0,
    invalid: Object.values(integrity?.invalid ?? {}).reduce((sum, count) => sum + count, 0),
    days: integrity?.days ?? 0,
    uncopied: integrity?.uncopied ?? 0,
    inClear: await inClear(),
  }
}

await unlock()
globalThis.chaos = { act, look }
