import { beforeEach, describe, expect, test } from 'vitest'
import { noteAtMost, resumeWithin } from '../../lib/core/check-in.ts'
import type { Felt } from '../../lib/core/records.ts'
import { minute, second } from '../../lib/core/time.ts'
import { checkInWorld, settled, settledDraft } from '../support/check-in-world.ts'

let world: ReturnType<typeof checkInWorld>
beforeEach(() => {
  world = checkInWorld()
})

type Popup = Awaited<ReturnType<typeof world.openPopup>>

const reflections = async () => {
  const found = await world.stored.page('reflections', { limit: 100 })
  return found.ok ? found.value : []
}
const linesOf = async () => (await reflections()).map(({ type, fields }) => ({ type, ...fields }))

/** A popup in which felt was answered, at the offer. */
const atOffer = async (felt: Felt): Promise<Popup> => {
  const model = await world.openPopup()
  model.answerFelt(felt)
  if (felt <= 3) model.answerFar(0)
  model.next()
  await settled(model)
  expect(model.open.draft.value.place).toBe('offer')
  return model
}

const typeLine = async (model: Popup, text: string) => {
  model.stuck.ask.line.type(text)
  world.restTyping()
  await settled(model)
}

/** A kept line of an earlier time, put where the store keeps it. */
const keepBefore = (id: string, at: number, fields: object, type: 'line' | 'plan' = 'line') =>
  world.stored.save('reflections', id, () => ({
    at,
    zone: 'Europe/Berlin',
    day: '2026-11-20',
    type,
    fields: { ...fields },
  }))

describe('“Keep a line about this?”', () => {
  test.each([
    [0, false],
    [3, false],
    [6, false],
    [7, true],
    [10, true],
  ] as const)('at a felt of %i: %s', async (felt, asks) => {
    const model = await atOffer(felt)
    expect(model.stuck.ask.asks.value).toBe(asks)
  })

  test.each([
    [0, false],
    [1, false],
    [2, true],
    [3, true],
  ] as const)('after a high of the day that reached them by %i of 3: %s', async (reach, asks) => {
    const model = await atOffer(5)
    model.pause.start('high-and-low')
    const { writing } = model.pause
    const pause = model.pause.listed.value?.pause
    if (!pause) throw new Error('no pause')
    writing.write(pause, 'high', 'soup')
    writing.write(pause, 'highReach', 3 - reach)
    writing.write(pause, 'highReach', reach)
    expect(model.stuck.ask.asks.value).toBe(false)
    model.pause.stop()
    await settled(model)
    expect(model.stuck.ask.asks.value).toBe(asks)
    model.pause.start('look-up')
    model.pause.stop()
    await settled(model)
    expect(model.stuck.ask.asks.value).toBe(false)
  })

  test('is not asked when felt cannot be told, nor before the offer', async () => {
    const model = await world.openPopup()
    model.answerFelt(9)
    await settled(model)
    expect(model.stuck.ask.asks.value).toBe(false)
    model.changeFelt()
    model.cantTell()
    model.answerFar(0)
    model.next()
    await settled(model)
    expect(model.open.draft.value.place).toBe('offer')
    expect(model.stuck.ask.asks.value).toBe(false)
  })

  test.each([
    [0, true],
    [1, true],
    [2, false],
    [3, false],
  ] as const)('at a far of %i: %s', async (far, asks) => {
    const model = await atOffer(8)
    model.answerFar(far)
    model.next()
    await settled(model)
    expect(model.stuck.ask.asks.value).toBe(asks)
  })

  test('comes after a pause that reached them, whatever was felt before', async () => {
    const model = await atOffer(3)
    model.pause.start('look-up')
    model.pause.stop()
    expect(model.stuck.ask.asks.value).toBe(false)
    model.pause.answerAfter(6)
    expect(model.stuck.ask.asks.value).toBe(false)
    model.pause.answerAfter(7)
    expect(model.stuck.ask.asks.value).toBe(true)
  })

  test('after a pause it is the felt of then that counts', async () => {
    const model = await atOffer(9)
    model.pause.start('look-up')
    model.pause.stop()
    expect(model.stuck.ask.asks.value).toBe(false)
  })

  test('is asked once a day: in the same check-in again, in the next one not, tomorrow again', async () => {
    const first = await atOffer(8)
    first.stuck.ask.seen()
    expect(first.stuck.ask.asks.value).toBe(true)
    const again = await world.openPopup()
    await settled(again)
    expect(again.stuck.ask.asks.value).toBe(true)
    await again.done()

    world.clock.advance(60 * minute)
    const second = await atOffer(8)
    expect(second.stuck.ask.asks.value).toBe(false)
    await second.done()

    world.clock.set('2026-11-23T00:10+01:00[Europe/Berlin]')
    const third = await atOffer(8)
    expect(third.stuck.ask.asks.value).toBe(true)
  })

  test('counts once it was seen, and not when the offer was never reached', async () => {
    const first = await world.openPopup()
    first.answerFelt(9)
    await settled(first)
    await first.done()
    const second = await atOffer(9)
    expect(second.stuck.ask.asks.value).toBe(true)
  })

  test('says nothing of what was felt in what it remembers', async () => {
    const model = await atOffer(9)
    model.stuck.ask.seen()
    await settledDraft()
    expect(Object.keys((await world.stuckPorts.asked.read()) ?? {}).sort()).toEqual(['day', 'owner'])
  })
})

describe('a line', () => {
  test('is kept as it is typed, in one record', async () => {
    const model = await atOffer(8)
    await typeLine(model, 'the light')
    await typeLine(model, 'the light on the wall')
    expect(await linesOf()).toEqual([{ type: 'line', text: 'the light on the wall', kept: true }])
    expect(model.stuck.ask.line.view.value).toEqual({
      text: 'the light on the wall',
      tooLong: false,
      saved: true,
    })
    expect(await world.checkIns()).toHaveLength(1)
  })

  test('carries the moment of its first letter', async () => {
    const model = await atOffer(8)
    model.stuck.ask.line.type('the')
    world.clock.advance(2 * minute)
    await typeLine(model, 'the sea')
    const [line] = await reflections()
    expect(line).toMatchObject({ day: '2026-11-22', zone: 'Europe/Berlin' })
    expect(line?.at).toBe(world.clock.now().epochMilliseconds - 2 * minute)
  })

  test('taken out again is none', async () => {
    const model = await atOffer(8)
    await typeLine(model, 'something')
    await typeLine(model, '  ')
    await settled(model)
    expect(await linesOf()).toEqual([])
    expect(model.stuck.ask.line.view.value.saved).toBe(false)
    await typeLine(model, 'something else')
    expect(await linesOf()).toEqual([{ type: 'line', text: 'something else', kept: true }])
  })

  test('survives a popup that closes while it is typed', async () => {
    const model = await atOffer(8)
    model.stuck.ask.line.type('half a li')
    await settledDraft()
    const next = await world.openPopup()
    await settled(next)
    expect(next.stuck.ask.line.view.value.text).toBe('half a li')
    await typeLine(next, 'half a line')
    expect(await linesOf()).toEqual([{ type: 'line', text: 'half a line', kept: true }])
  })

  test('is kept when nobody comes back in time, and the next check-in has an empty field', async () => {
    const model = await atOffer(8)
    model.stuck.ask.line.type('left behind')
    await settledDraft()
    world.clock.advance(resumeWithin + second)
    const next = await world.openPopup()
    await settled(next)
    expect(await linesOf()).toEqual([{ type: 'line', text: 'left behind', kept: true }])
    expect(next.stuck.ask.line.view.value.text).toBe('')
    await typeLine(next, 'another')
    expect((await linesOf()).map(line => ('text' in line ? line.text : ''))).toEqual([
      'another',
      'left behind',
    ])
  })

  test('is kept when Done is pressed before typing rests, and the next check-in has an empty field', async () => {
    const model = await atOffer(8)
    model.stuck.ask.line.type('quick')
    await model.done()
    expect(world.left).toBe(1)
    expect(await linesOf()).toEqual([{ type: 'line', text: 'quick', kept: true }])
    const next = await world.openPopup()
    await settled(next)
    expect(next.stuck.ask.line.view.value.text).toBe('')
  })

  test('stands in its record alone once the check-in has ended', async () => {
    const slot = world.stuckPorts.line
    const model = await atOffer(8)
    await typeLine(model, 'mine')
    expect(await slot.read()).toMatchObject({ text: 'mine', saved: true })
    await model.done()
    expect(await slot.read()).toBe(null)

    const next = await atOffer(8)
    await typeLine(next, 'left open')
    world.clock.advance(resumeWithin + second)
    await settled(await world.openPopup())
    expect(await slot.read()).toBe(null)
    expect(await linesOf()).toHaveLength(2)
  })

  test('that is deleted goes from its field too, and the next letter begins another', async () => {
    const model = await atOffer(8)
    await typeLine(model, 'mine')
    const { keepsakes } = model.stuck.stuck
    await keepsakes.show()
    await keepsakes.remove()
    expect(model.stuck.ask.line.view.value).toEqual({ text: '', tooLong: false, saved: false })
    expect(await world.stuckPorts.line.read()).toBe(null)
    await typeLine(model, 'another')
    await keepsakes.undo()
    expect((await linesOf()).map(line => ('text' in line ? line.text : ''))).toEqual(['another', 'mine'])
  })

  test('that was deleted elsewhere is not in its field when the check-in goes on', async () => {
    const model = await atOffer(8)
    await typeLine(model, 'mine')
    const [line] = await reflections()
    await world.stored.remove('reflections', line?.id ?? '', world.clock.now().epochMilliseconds + second)
    const next = await world.openPopup()
    await settled(next)
    expect(next.stuck.ask.line.view.value.text).toBe('')
    expect(await world.stuckPorts.line.read()).toBe(null)
  })

  test('that is kept goes on in its field', async () => {
    await typeLine(await atOffer(8), 'mine')
    const next = await world.openPopup()
    await settled(next)
    expect(next.stuck.ask.line.view.value).toEqual({ text: 'mine', tooLong: false, saved: true })
    await typeLine(next, 'mine, and more')
    expect(await linesOf()).toEqual([{ type: 'line', text: 'mine, and more', kept: true }])
  })

  test('that cannot be kept stays on screen and is kept by “try again”', async () => {
    const model = await atOffer(8)
    world.breakWrites({ kind: 'full' })
    await typeLine(model, 'no room')
    expect(model.problem.value).toEqual({ problem: { kind: 'full' }, doing: 'save' })
    expect(model.stuck.ask.line.view.value).toEqual({ text: 'no room', tooLong: false, saved: false })
    await model.done()
    expect(world.left).toBe(0)
    world.breakWrites(null)
    await model.open.tryAgain()
    expect(await linesOf()).toEqual([{ type: 'line', text: 'no room', kept: true }])
  })

  test('that is too long is kept nowhere, cut nowhere, and stands there until it is shorter', async () => {
    const model = await atOffer(8)
    const long = 'a'.repeat(noteAtMost + 1)
    await typeLine(model, long)
    expect(model.stuck.ask.line.view.value).toEqual({ text: long, tooLong: true, saved: false })
    expect(await linesOf()).toEqual([])
    world.clock.advance(resumeWithin + second)
    const next = await world.openPopup()
    await settled(next)
    expect(next.stuck.ask.line.view.value.text).toBe(long)
    await typeLine(next, long.slice(1))
    expect(await linesOf()).toEqual([{ type: 'line', text: long.slice(1), kept: true }])
  })

  test.each(['<b>far</b>', 'شيء جميل', '👨‍👩‍👧 \u0000 end', '\u202Eturned'])(
    'is kept as typed: %j',
    async text => {
      const model = await atOffer(8)
      await typeLine(model, text)
      expect(await linesOf()).toEqual([{ type: 'line', text, kept: true }])
    },
  )
})

describe('Something of yours', () => {
  const ids = ['019ab000-0000-7000-8000-000000000001', '019ab000-0000-7000-8000-000000000002'] as const

  test('is read when it is asked for, one at a time, the newest first, and round again', async () => {
    await keepBefore(ids[0], 1_000, { text: 'older', kept: true })
    await keepBefore(ids[1], 2_000, { text: 'newer', kept: true })
    const { keepsakes } = (await atOffer(6)).stuck.stuck
    expect(keepsakes.shown.value).toBe(null)
    await keepsakes.show()
    expect(keepsakes.shown.value).toMatchObject({ line: { text: 'newer' }, more: true })
    keepsakes.another()
    expect(keepsakes.shown.value?.line?.text).toBe('older')
    keepsakes.another()
    expect(keepsakes.shown.value?.line?.text).toBe('newer')
  })

  test('is the kept lines alone: no line about now, no plan, nothing empty or of a wrong kind', async () => {
    await keepBefore(ids[0], 1_000, { text: 'about now', kept: false })
    await keepBefore(ids[1], 2_000, { text: 'a plan', kept: true }, 'plan')
    await keepBefore('019ab000-0000-7000-8000-000000000003', 3_000, { text: '  ', kept: true })
    await keepBefore('019ab000-0000-7000-8000-000000000004', 4_000, { text: 7, kept: true })
    await keepBefore('019ab000-0000-7000-8000-000000000005', 5_000, { text: 'yes', kept: 'true' })
    const { keepsakes } = (await atOffer(6)).stuck.stuck
    await keepsakes.show()
    expect(keepsakes.shown.value).toEqual({ line: null, more: false })
  })

  test('is found behind any number of other reflections', async () => {
    await keepBefore(ids[0], 1_000, { text: 'the first', kept: true })
    for (let at = 0; at < 401; at += 1) {
      const id = `019ab000-0000-7000-9000-${String(at).padStart(12, '0')}`
      await keepBefore(id, 2_000 + at, { text: 'x', kept: false })
    }
    const { keepsakes } = (await atOffer(6)).stuck.stuck
    await keepsakes.show()
    expect(keepsakes.shown.value?.line?.text).toBe('the first')
  })

  test.each([
    [null, true],
    [1, true],
    [2, false],
    [3, false],
  ] as const)('at a far of %s: %s', async (far, offered) => {
    await keepBefore(ids[0], 1_000, { text: 'mine', kept: true })
    const model = await atOffer(6)
    if (far !== null) model.answerFar(far)
    const { keepsakes } = model.stuck.stuck
    expect(keepsakes.offered.value).toBe(offered)
    await keepsakes.show()
    expect(keepsakes.shown.value !== null).toBe(offered)
  })

  test('goes out of sight when things turn out to be far away', async () => {
    await keepBefore(ids[0], 1_000, { text: 'mine', kept: true })
    const model = await atOffer(6)
    await model.stuck.stuck.keepsakes.show()
    model.answerFar(2)
    expect(model.stuck.stuck.keepsakes.shown.value).toBe(null)
  })

  test('a deleted line goes, and comes back by undo to where it was', async () => {
    await keepBefore(ids[0], 1_000, { text: 'older', kept: true })
    await keepBefore(ids[1], 2_000, { text: 'newer', kept: true })
    const { keepsakes } = (await atOffer(6)).stuck.stuck
    await keepsakes.show()
    keepsakes.another()
    await keepsakes.remove()
    expect(keepsakes.shown.value).toMatchObject({ line: { text: 'newer' }, more: false })
    expect(await linesOf()).toHaveLength(1)
    expect(keepsakes.removal.value?.items).toEqual([{ store: 'reflections', id: ids[0] }])
    await keepsakes.undo()
    expect(keepsakes.shown.value).toMatchObject({ line: { text: 'older' }, more: true })
    expect(keepsakes.removal.value).toBe(null)
    expect(await linesOf()).toHaveLength(2)
  })

  test('the last one leaves the words for an empty place', async () => {
    await keepBefore(ids[0], 1_000, { text: 'the one', kept: true })
    const { keepsakes } = (await atOffer(6)).stuck.stuck
    await keepsakes.show()
    await keepsakes.remove()
    expect(keepsakes.shown.value).toEqual({ line: null, more: false })
    await keepsakes.undo()
    expect(keepsakes.shown.value?.line?.text).toBe('the one')
  })

  test('a history that cannot be read is said, and read once it can be', async () => {
    await keepBefore(ids[0], 1_000, { text: 'mine', kept: true })
    const { keepsakes } = (await atOffer(6)).stuck.stuck
    world.breakReads({ kind: 'failed', name: 'UnknownError' })
    await keepsakes.show()
    expect(keepsakes.problem.value).toEqual({ kind: 'failed', name: 'UnknownError' })
    expect(keepsakes.shown.value).toBe(null)
    world.breakReads(null)
    await keepsakes.show()
    expect(keepsakes.problem.value).toBe(null)
    expect(keepsakes.shown.value?.line?.text).toBe('mine')
  })
})
