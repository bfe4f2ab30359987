/** "Keep a line about this?" on the main page: after a high that reached the person, once a day over page and check-in. */
import { signal } from '@preact/signals'
import { beforeEach, expect, test } from 'vitest'
import { createKeepInvite } from '../../lib/app/keep-invite.ts'
import type { Asked } from '../../lib/core/keepsake.ts'
import type { Far } from '../../lib/core/records.ts'
import { memorySlot } from '../support/fakes.ts'
import { reflectWorld } from '../support/reflect-world.ts'

const open = () => {
  const { world, reflect, form: makeForm } = reflectWorld()
  const form = makeForm()
  const far = signal<Far | null>(null)
  const slot = memorySlot<Asked>()
  let led = 0
  const keepLine = async () => {
    led += 1
  }
  const invite = createKeepInvite({ form, far, slot, clock: world.clock, keepLine })
  const write = async (reach: number | '') => {
    await form.begin('high-low')
    form.write('high', 'the light')
    form.write('highReach', reach)
    await form.close()
    await new Promise(resolve => setImmediate(resolve))
  }
  return { world, reflect, form, far, slot, invite, write, led: () => led }
}

let page: ReturnType<typeof open>
beforeEach(async () => {
  page = open()
  await page.reflect.load()
})

test.each([
  [3, true],
  [2, true],
  [1, false],
  ['', false],
] as const)('a high that reached %s asks: %s', async (reach, asks) => {
  await page.write(reach)
  expect(page.invite.asks.value).toBe(asks)
})

test('nothing is asked while it is being written, nor after one of before was changed', async () => {
  await page.form.begin('high-low')
  page.form.write('highReach', 3)
  await page.form.keep()
  expect(page.invite.asks.value).toBe(false)
  page.form.write('highReach', 0)
  await page.form.close()
  const [entry] = page.reflect.all.value ?? []
  if (!entry) throw new Error('nothing was written')
  await page.form.edit(entry)
  page.form.write('highReach', 3)
  await page.form.close()
  expect(page.invite.asks.value).toBe(false)
})

test('it leads to where a line is kept, and goes', async () => {
  await page.write(2)
  await page.invite.accept()
  expect(page.led()).toBe(1)
  expect(page.invite.asks.value).toBe(false)
})

test('once a day, whether a check-in asked or the page', async () => {
  await page.write(2)
  page.invite.seen()
  expect(page.invite.asks.value).toBe(true)
  const { day = '' } = (await page.slot.read()) ?? {}
  expect(day).toBe(page.world.clock.now().toPlainDate().toString())
  await page.write(3)
  expect(page.invite.asks.value).toBe(false)
  await page.slot.write({ day: '2020-01-01', owner: 'a check-in' })
  await page.write(3)
  expect(page.invite.asks.value).toBe(true)
  await page.slot.write({ day, owner: 'a check-in' })
  await page.write(3)
  expect(page.invite.asks.value).toBe(false)
})

test('never while things feel far away, nor where it is not known whether it was asked', async () => {
  page.far.value = 2
  await page.write(3)
  expect(page.invite.asks.value).toBe(false)
  page.far.value = 1
  expect(page.invite.asks.value).toBe(true)
  page.slot.read = () => Promise.reject(new Error('refused'))
  await page.write(3)
  expect(page.invite.asks.value).toBe(false)
})
