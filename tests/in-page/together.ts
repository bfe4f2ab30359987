/** In a page of the extension: writes through Thaw's own store while other pages do, and reads back what is there. */
import { deleteDB } from 'idb'
import type { CheckIn, Fields, Id } from '../../lib/core/records.ts'
import type { Result } from '../../lib/core/result.ts'
import { seeded } from '../../lib/core/seeded.ts'
import { momentOf } from '../../lib/core/time.ts'
import { systemClock } from '../../lib/platform/clock.ts'
import { localValues } from '../../lib/platform/local.ts'
import { systemChance } from '../../lib/platform/random.ts'
import { webLocks } from '../../lib/store/locks.ts'
import { openHistory } from '../../lib/store/open.ts'

/** A write that was acknowledged: its mark stands in the note of the record for ever after. */
type Written = { readonly id: Id; readonly mark: string }

export type Wrote = {
  readonly written: readonly Written[]
  /** Epoch milliseconds of the first and of the last acknowledgement. */
  readonly from: number
  readonly to: number
}

export type Seen = {
  /** The marks in each record, in the order in which they came. */
  readonly marks: readonly (readonly [Id, readonly string[]])[]
  /** See Integrity, with the invalid rows of all stores together. */
  readonly rows: number
  readonly invalid: number
  readonly days: number
  readonly uncopied: number
  /** The counts of both copies agree. */
  readonly counted: boolean
  /** Days that were counted again and put right. */
  readonly repaired: number
  /** What the person is told. */
  readonly restored: number
  readonly missing: number
}

export type Together = {
  /** `name` keeps apart what several pages write. */
  write(name: string, count: number, seed: number): Promise<Wrote>
  look(): Promise<Seen>
  /** The database goes; its second copy stays. */
  wipe(): Promise<void>
}

declare global {
  var together: Together
}

/** So many records are everyone's, and so many writes of one page are under way at once. */
const shared = 40
const flight = 4
const daysBack = 20

const locks = webLocks()
const history = openHistory({ clock: systemClock, chance: systemChance, keyValue: localValues, locks })

const given = <Value>(result: Result<Value, unknown>): Value => {
  if (!result.ok) throw new Error(JSON.stringify(result.problem))
  return result.value
}

const fresh = (days: number): Fields<'checkIns'> => ({
  ...momentOf(systemClock.now().subtract({ days })),
  felt: null,
  far: null,
  pleasant: null,
  energy: null,
  cantTell: [],
  meaning: null,
  words: [],
  tags: [],
  note: '',
  source: 'page',
  precision: 'minute',
  nudgeId: null,
})

const write: Together['write'] = async (name, count, seed) => {
  const chance = seeded(seed)
  const written: Written[] = []
  let from = 0
  const one = async (number: number) => {
    const mark = `${name}${number}`
    // A third is new, a third are records of this page, and a third are written by every page.
    const id = chance.pick([
      `${name}-${number}`,
      `${name}-${chance.whole(0, number)}`,
      `shared-${chance.whole(0, shared - 1)}`,
    ])
    const felt = chance.whole(0, 10) as CheckIn['felt']
    const days = chance.whole(0, daysBack)
    const words = [{ id: chance.pick(['calm', 'numb']), guess: false }]
    given(
      await history.save('checkIns', id, current => {
        const before = current ?? fresh(days)
        return { ...before, felt, words, note: `${before.note} ${mark}` }
      }),
    )
    from ||= systemClock.now().epochMilliseconds
    written.push({ id, mark })
  }
  for (let number = 0; number < count; number += flight)
    await Promise.all(Array.from({ length: Math.min(flight, count - number) }, (_, at) => one(number + at)))
  return { written, from, to: systemClock.now().epochMilliseconds }
}

const look: Together['look'] = async () => {
  const records = given(await history.all('checkIns'))
  const recovery = await history.recoveries.unread()
  await history.recoveries.markRead()
  const integrity = given(await history.whole.check())
  if (integrity === null) throw new Error('The look was stopped')
  const { rows, invalid, days, uncopied } = integrity
  return {
    marks: records.map(({ id, note }) => [id, note.trim().split(' ')]),
    rows,
    invalid: Object.values(invalid).reduce((sum, count) => sum + count, 0),
    days,
    uncopied,
    counted: given(await history.checkCounts()),
    repaired: given(await history.checkDays({ insist: true })).repaired,
    restored: recovery?.restored ?? 0,
    missing: recovery?.missing ?? 0,
  }
}

const wipe = async () => {
  await history.close()
  await deleteDB('thaw')
}

globalThis.together = { write, look, wipe }
