/** The Help card as Today and "Talk to someone" see it. */
import { describe, expect, test } from 'vitest'
import { createHelpCard } from '../../lib/app/help-card.ts'
import { newCheckIn } from '../../lib/core/check-in.ts'
import type { HelpSaid } from '../../lib/core/help-card.ts'
import { momentOf } from '../../lib/core/time.ts'
import { memorySlot } from '../support/fakes.ts'
import { pageWorld } from '../support/page-world.ts'

/** Check-ins at 2 on each of the latest days. */
const world = async (days = 12) => {
  const page = pageWorld()
  for (let ago = 0; ago < days; ago += 1) {
    const moment = momentOf(page.clock.now().subtract({ days: ago }))
    const fields = newCheckIn(moment, { source: 'popup', nudgeId: null })
    await page.records.save('checkIns', page.chance.id(moment.at), () => ({ ...fields, felt: 2 as const }))
  }
  const said = memorySlot<HelpSaid>()
  const open = (winter = false) => createHelpCard({ ...page, said, winterTwice: async () => winter })
  return { page, said, open }
}

const lasting = { kind: 'lasting', low: 12, of: 12, cantTell: 0 }

test('is said on Today, and stands on the other page on that day', async () => {
  const { said, open } = await world()
  const help = open()
  await help.load('follows')
  expect(help.reason.value).toBeNull()
  // Opening the page of numbers keeps nothing.
  expect(await said.read()).toBeNull()
  const today = open()
  await today.load('begins')
  expect(today.reason.value).toEqual(lasting)
  expect(await said.read()).toEqual({ day: '2026-11-22', done: false, asked: false })
  await help.load('follows')
  expect(help.reason.value).toEqual(lasting)
})

test('is said on one day of fourteen', async () => {
  const { page, open } = await world()
  await open().load('begins')
  page.clock.set('2026-11-24T12:00[Europe/Berlin]')
  const later = open()
  await later.load('begins')
  expect(later.reason.value).toBeNull()
})

describe('put away', () => {
  test('for now, it is gone from both pages', async () => {
    const { open } = await world()
    const [today, help] = [open(), open()]
    await today.load('begins')
    await today.putAway()
    expect(today.reason.value).toBeNull()
    await help.load('follows')
    expect(help.reason.value).toBeNull()
    await today.load('begins')
    expect(today.reason.value).toBeNull()
  })

  test('for good, it comes back with its switch alone', async () => {
    const { page, open } = await world()
    const card = open()
    await card.load('begins')
    await card.never()
    expect(card.ended.value).toBe(true)
    expect((await page.settings.read()).helpCard).toBe(false)
    page.clock.set('2026-12-06T12:00[Europe/Berlin]')
    const marker = { day: '2026-12-06', type: 'medication', text: '' }
    await page.records.save('markers', 'm', () => marker)
    await card.load('begins')
    expect(card.reason.value).toBeNull()
    await page.settings.change(now => ({ ...now, helpCard: true }))
    await card.load('begins')
    expect(card.reason.value).toEqual({ kind: 'medication' })
  })
})

test('its answer is kept nowhere', async () => {
  const { page, said, open } = await world()
  const card = open()
  await card.load('begins')
  card.reply('yes')
  expect(card.answer.value).toBe('yes')
  expect(await said.read()).toEqual({ day: '2026-11-22', done: false, asked: false })
  expect(page.values.kept.size).toBe(0)
})

test('is said where the person asks for it, whatever the days hold', async () => {
  const { open } = await world(0)
  await open().ask()
  const card = open()
  await card.load('follows')
  expect(card.reason.value).toEqual({ kind: 'who-i-am' })
})

test('says nothing where nothing is to be said, or nothing can be read', async () => {
  const quiet = await world(3)
  const card = quiet.open()
  await card.load('begins')
  expect(card.reason.value).toBeNull()
  expect(await quiet.said.read()).toBeNull()
  const winter = quiet.open(true)
  await winter.load('begins')
  expect(winter.reason.value).toEqual({ kind: 'winter' })
  const { page, open } = await world()
  page.store.problem = { kind: 'failed', name: 'x' }
  const broken = open()
  await broken.load('begins')
  expect(broken.reason.value).toBeNull()
})
