/** All pauses in the popup, to be picked by hand: what the answers and the hour take out of them. */
import { expect, test } from 'vitest'
import type { Far } from '../../lib/core/records.ts'
import { checkInWorld, settled } from '../support/check-in-world.ts'

const idsAt = async (time: string, far: Far | null, find = '') => {
  const world = checkInWorld()
  world.clock.set(`2026-11-22T${time}+01:00[Europe/Berlin]`)
  const model = await world.openPopup()
  model.answerFelt(2)
  if (far !== null) model.answerFar(far)
  await settled(model)
  model.showPauses()
  await model.picks.load()
  model.picks.seek(find)
  const ids = (groups: typeof model.picks.groups.value) =>
    groups.flatMap(group => group.pauses.map(({ pause }) => pause.id))
  return { groups: ids(model.picks.groups.value), all: ids(model.picks.all.value) }
}

test.each([
  ['14:30', null, true],
  ['14:30', 0, true],
  ['07:00', 0, true],
  ['21:59', 0, true],
  ['14:30', 1, false],
  ['14:30', 3, false],
  ['22:00', 0, false],
  ['06:59', 0, false],
] as const)('at %s, far %s, steering round can be picked: %s', async (time, far, isThere) => {
  for (const find of ['', 'steering']) {
    const { groups, all } = await idsAt(time, far, find)
    expect(groups.includes('steering-round')).toBe(isThere)
    // A plan for another time may name it.
    expect(all).toContain('steering-round')
  }
})

test('everything else can be picked at any hour, however far away things feel', async () => {
  const { groups, all } = await idsAt('23:00', 3)
  expect(groups.toSorted()).toEqual(all.filter(id => id !== 'steering-round').toSorted())
})
