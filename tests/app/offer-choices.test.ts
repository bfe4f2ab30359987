/** What Thaw may offer by itself, as its page sees it. */
import { expect, test } from 'vitest'
import { createOfferChoices } from '../../lib/app/offer-choices.ts'
import { pageWorld } from '../support/page-world.ts'

test('is on at first, and kept once it is chosen', async () => {
  const { settings, changes } = pageWorld()
  const choices = createOfferChoices({ settings, changes })
  await choices.load()
  expect(choices.chosen.value).toEqual({ noteCard: true, helpCard: true })
  await choices.set('noteCard', false)
  expect(choices.chosen.value).toEqual({ noteCard: false, helpCard: true })
  expect(await settings.read()).toMatchObject({ noteCard: false, helpCard: true })
  expect(changes.announced).toEqual(['settings'])
})

test('what cannot be kept is said, and stands as it was', async () => {
  const { settings, changes, values } = pageWorld()
  const choices = createOfferChoices({ settings, changes })
  await choices.load()
  values.refuse(new Error('full'))
  await choices.set('helpCard', false)
  expect([choices.chosen.value?.helpCard, choices.failed.value]).toEqual([true, true])
  values.refuse(null)
  await choices.set('helpCard', false)
  expect([choices.chosen.value?.helpCard, choices.failed.value]).toEqual([false, false])
})
