/** One pause in a popup and in the small window at once: what is done in the one holds in the other, and nothing is taken twice. */
import { beforeEach, describe, expect, test } from 'vitest'
import { second } from '../../lib/core/time.ts'
import { checkInWorld, settled, settledDraft } from '../support/check-in-world.ts'

let world: ReturnType<typeof checkInWorld>
beforeEach(() => {
  world = checkInWorld()
})

type Popup = Awaited<ReturnType<typeof world.openPopup>>

/** Both show the pause for so many seconds. */
const watch = async (seconds: number, ...popups: readonly Popup[]) => {
  for (let passed = 0; passed < seconds; passed += 1) {
    world.clock.advance(second)
    for (const popup of popups) popup.pause.tick()
    await settledDraft()
  }
}

const placeOf = (popup: Popup) => popup.open.draft.value.place

const windowAndPopup = async (pauseId: string) => {
  const window = await world.openPopup()
  window.pause.start(pauseId)
  await settled(window)
  await watch(2, window)
  const popup = await world.openPopup()
  world.clock.advance(100)
  return { window, popup }
}

describe('a pause that runs in two places', () => {
  test('is one run with one session', async () => {
    const { window, popup } = await windowAndPopup('look-up')
    await watch(30, window, popup)
    await settled(popup)
    await settled(window)
    expect([placeOf(window), placeOf(popup)]).toEqual(['after', 'after'])
    expect(await world.sessions()).toMatchObject([{ pauseId: 'look-up', completed: true, seconds: 20 }])
  })

  test('stopped in one, has stopped in the other, and stays stopped', async () => {
    const { window, popup } = await windowAndPopup('look-up')
    await watch(3, window, popup)
    world.clock.advance(100)
    popup.pause.worse()
    await settled(popup)
    await watch(40, window, popup)
    await settled(window)
    expect([placeOf(window), placeOf(popup)]).toEqual(['after', 'after'])
    expect(window.pause.after.value?.pauseId).toBe('look-up')
    expect(await world.sessions()).toMatchObject([{ completed: false, seconds: 5, ease: 'worse' }])
  })

  test('held in a popup that closed, is held in the window', async () => {
    const { window, popup } = await windowAndPopup('look-up')
    popup.pause.hold()
    await settled(popup)
    await watch(30, window)
    expect(placeOf(window)).toBe('pause')
    expect(window.pause.run.value?.heldSince).not.toBeNull()
  })

  test('another one in the popup takes its place in the window too', async () => {
    const { window, popup } = await windowAndPopup('look-up')
    popup.pause.start('long-exhale')
    await settled(popup)
    await watch(40, window, popup)
    world.clock.advance(100)
    popup.pause.stop()
    await settled(popup)
    await settled(window)
    expect(window.pause.after.value?.pauseId).toBe('long-exhale')
    expect(await world.sessions()).toMatchObject([
      { pauseId: 'long-exhale', completed: false, seconds: 40 },
      { pauseId: 'look-up', completed: false, seconds: 2 },
    ])
  })

  test('begun in the popup, it shows in the window that stood at the offer', async () => {
    const window = await world.openPopup()
    window.answerFelt(8)
    window.next()
    await settled(window)
    const popup = await world.openPopup()
    world.clock.advance(100)
    popup.pause.start('look-up')
    await settled(popup)
    expect(placeOf(window)).toBe('pause')
    world.clock.advance(100)
    popup.pause.stop()
    await settled(popup)
    expect(window.pause.after.value).toMatchObject({ pauseId: 'look-up' })
    popup.pause.answerEase('eased')
    await settled(popup)
    expect(window.pause.after.value).toMatchObject({ ease: 'eased' })
    window.pause.answerAfter(6)
    await settled(popup)
    await settled(window)
    expect(await world.sessions()).toMatchObject([{ after: 6, ease: 'eased' }])
  })

  test('what was typed in a popup that closed at once is not lost to the clock of the window', async () => {
    const window = await world.openPopup()
    window.pause.start('one-line')
    await settled(window)
    const popup = await world.openPopup()
    const listed = popup.pause.listed.value
    if (!listed) throw new Error('no pause runs')
    world.clock.advance(100)
    popup.pause.writing.write(listed.pause, 'text', 'half a li')
    await settledDraft()
    await watch(5, window)
    expect(window.pause.writing.values.value).toEqual({ text: 'half a li' })
    expect(world.draft?.writing?.values).toEqual({ text: 'half a li' })
  })
})

test('a pause asked for elsewhere starts once, though a popup and a window hear of it', async () => {
  const window = await world.openPopup()
  window.answerFelt(4)
  await settled(window)
  const popup = await world.openPopup()
  await settled(popup)
  world.clock.advance(second)
  // As a page writes it.
  Object.assign(world.draft ?? {}, { toStart: 'window', touchedAt: world.clock.now().epochMilliseconds })
  world.changes.announce('check-in')
  await settled(popup)
  await settled(window)
  await settledDraft()
  for (const one of [window, popup]) {
    world.clock.advance(second)
    one.showMore(true)
    await settled(one)
    await settledDraft()
  }
  await settledDraft()
  expect((await world.sessions()).map(({ pauseId }) => pauseId)).toEqual(['window'])
})
