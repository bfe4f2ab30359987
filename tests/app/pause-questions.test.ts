/** What is asked once after some pauses, through the popup's own models. */
import { beforeEach, describe, expect, test } from 'vitest'
import { hour, momentOf } from '../../lib/core/time.ts'
import { checkInWorld, settled } from '../support/check-in-world.ts'

let world: ReturnType<typeof checkInWorld>
beforeEach(() => {
  world = checkInWorld()
})

const earlier = async (count: number) => {
  for (let at = 0; at < count; at += 1) {
    const moment = momentOf(world.clock.now().subtract({ milliseconds: hour * (100 - at) }))
    await world.stored.save('sessions', `019ab000-0000-7000-8000-${String(at).padStart(12, '0')}`, () => ({
      ...moment,
      pauseId: 'hum',
      checkInId: null,
      before: null,
      after: null,
      ease: null,
      completed: true,
      seconds: 30,
      probability: null,
      reason: null,
    }))
  }
}
type Popup = Awaited<ReturnType<typeof world.openPopup>>

const afterPause = async (model?: Popup): Promise<Popup> => {
  const popup = model ?? (await world.openPopup())
  popup.pause.start('hum')
  popup.pause.stop()
  await settled(popup)
  await settled(popup)
  return popup
}
const again = () => world.slot.write(null)
const wishes = async () => (await world.settings.read()).pauses

describe('what pauses are for', () => {
  test('is asked after the third pause, once, and kept at once', async () => {
    await earlier(1)
    expect((await afterPause()).questions.asks.value).toBeNull()
    await again()
    const popup = await afterPause()
    expect(popup.questions.asks.value).toBe('goal')
    await popup.questions.answerGoal('lighter')
    expect(await wishes()).toMatchObject({ goal: 'lighter' })
    expect(world.changes.announced).toContain('settings')
    expect(popup.questions.asks.value).toBe('goal')
    await afterPause(popup)
    expect(popup.questions.asks.value).toBeNull()
  })

  test('passed over, it does not come again, but stands there when the same check-in is opened again', async () => {
    await earlier(2)
    await afterPause()
    const reopened = await world.openPopup()
    await settled(reopened)
    expect(reopened.questions.asks.value).toBe('goal')
    await again()
    expect((await afterPause()).questions.asks.value).toBeNull()
    expect((await wishes()).goal).toBeNull()
  })

  test('waits for another time after “worse”, far away and after a hard word', async () => {
    await earlier(2)
    const popup = await afterPause()
    popup.pause.answerEase('worse')
    expect(popup.questions.asks.value).toBeNull()
    await settled(popup)
    expect((await wishes()).askedIn.goal).toBeNull()
    await again()
    const far = await world.openPopup()
    far.answerFelt(2)
    far.answerFar(2)
    expect((await afterPause(far)).questions.asks.value).toBeNull()
    await again()
    expect((await afterPause()).questions.asks.value).toBe('goal')
  })

  test('where the answer cannot be kept, that is said', async () => {
    await earlier(2)
    const popup = await afterPause()
    world.settings.change = () => Promise.reject(new Error('refused'))
    await popup.questions.answerGoal('more')
    expect(popup.questions.failed.value).toBe(true)
  })
})

describe('the comparison', () => {
  test('is asked for after ten pauses, and is off until yes', async () => {
    await earlier(8)
    const ninth = await afterPause()
    await ninth.questions.answerGoal('more')
    await again()
    const tenth = await afterPause()
    expect(tenth.questions.asks.value).toBe('compare')
    expect((await wishes()).compare).toBe(false)
    await tenth.questions.answerCompare(true)
    expect((await wishes()).compare).toBe(true)
    await again()
    expect((await afterPause()).questions.asks.value).toBeNull()
  })

  test('after a no it is not asked for again', async () => {
    await earlier(12)
    await afterPause()
    await again()
    const popup = await afterPause()
    expect(popup.questions.asks.value).toBe('compare')
    await popup.questions.answerCompare(false)
    await again()
    expect((await afterPause()).questions.asks.value).toBeNull()
    expect((await wishes()).compare).toBe(false)
  })
})
