import { beforeEach, describe, expect, test } from 'vitest'
import { createStartPause } from '../../lib/app/start-pause.ts'
import { noteAtMost, resumeWithin } from '../../lib/core/check-in.ts'
import { minute, second } from '../../lib/core/time.ts'
import { checkInWorld, settled, settledDraft } from '../support/check-in-world.ts'

let world: ReturnType<typeof checkInWorld>
beforeEach(() => {
  world = checkInWorld()
})

type Popup = Awaited<ReturnType<typeof world.openPopup>>

/** Watches the pause for so many seconds. */
const watch = (popup: Popup, seconds: number) => {
  for (let passed = 0; passed < seconds; passed += 1) {
    world.clock.advance(second)
    popup.pause.tick()
  }
}

const placeOf = (popup: Popup) => popup.open.draft.value.place
const key = (name: string) => ({ key: name, code: '', shiftKey: false })

describe('a pause', () => {
  test('runs by the clock to its end, and its answers are kept in one session', async () => {
    const popup = await world.openPopup()
    popup.answerFelt(4)
    popup.pause.start('look-up')
    watch(popup, 19)
    expect(placeOf(popup)).toBe('pause')
    watch(popup, 1)
    expect(placeOf(popup)).toBe('after')
    popup.pause.answerAfter(6)
    popup.pause.answerEase('eased')
    await settled(popup)
    expect(await world.sessions()).toMatchObject([
      { pauseId: 'look-up', before: 4, after: 6, ease: 'eased', completed: true, seconds: 20 },
    ])
  })

  test('goes on at the same second when the clock is set back, also while it is held', async () => {
    const popup = await world.openPopup()
    popup.pause.start('look-up')
    watch(popup, 5)
    world.clock.advance(-60 * minute)
    watch(popup, 1)
    expect(popup.pause.look()).toMatchObject({ place: 1, left: 3 })
    popup.pause.hold()
    world.clock.advance(-60 * minute)
    watch(popup, 30)
    popup.pause.goOn()
    watch(popup, 14)
    expect(placeOf(popup)).toBe('pause')
    watch(popup, 2)
    expect(placeOf(popup)).toBe('after')
    await settled(popup)
    expect(await world.sessions()).toMatchObject([{ completed: true, seconds: 20 }])
  })

  test('what was not answered is null, and "can’t tell" is no number', async () => {
    const popup = await world.openPopup()
    popup.cantTell()
    popup.pause.start('look-up')
    popup.pause.stop()
    await settled(popup)
    expect(await world.sessions()).toMatchObject([
      { before: null, after: null, ease: null, probability: null, reason: null, completed: false },
    ])
  })

  test('stopped early it is kept as not completed, with the seconds that it ran', async () => {
    const popup = await world.openPopup()
    popup.pause.start('long-exhale')
    watch(popup, 12)
    popup.pause.stop()
    await settled(popup)
    expect(await world.sessions()).toMatchObject([{ completed: false, seconds: 12, ease: null }])
  })

  test('"it feels worse" stops it and is its mark', async () => {
    const popup = await world.openPopup()
    popup.pause.start('long-exhale')
    watch(popup, 5)
    popup.pause.worse()
    expect(placeOf(popup)).toBe('after')
    expect(popup.pause.after.value?.ease).toBe('worse')
    await settled(popup)
    expect(await world.sessions()).toMatchObject([{ completed: false, seconds: 5, ease: 'worse' }])
  })

  test('another one in its place ends it as it stands', async () => {
    const popup = await world.openPopup()
    popup.pauseFirst()
    watch(popup, 4)
    await popup.anotherPause()
    await settled(popup)
    const [next, first] = await world.sessions()
    expect(first).toMatchObject({ pauseId: 'look-up', completed: false, seconds: 4 })
    expect(next?.pauseId).not.toBe('look-up')
    expect(next?.probability).toBeGreaterThan(0)
    expect(placeOf(popup)).toBe('pause')
  })

  test('the offer has a probability and a reason in its session; what is picked by hand has none', async () => {
    const popup = await world.openPopup()
    popup.answerFelt(8)
    popup.next()
    await settled(popup)
    const offered = popup.open.draft.value.offer
    popup.pause.startOffered()
    popup.pause.stop()
    world.clock.advance(second)
    popup.pause.start(offered?.pauseId ?? '')
    await settled(popup)
    const [picked, first] = await world.sessions()
    expect(first).toMatchObject({
      pauseId: offered?.pauseId,
      probability: offered?.probability,
      reason: offered?.reason,
    })
    expect(picked).toMatchObject({ pauseId: offered?.pauseId, probability: null, reason: null })
  })

  test('a second one begins at what was felt after the first, where that was said', async () => {
    const popup = await world.openPopup()
    popup.answerFelt(2)
    for (const after of [0, null] as const) {
      popup.pause.start('look-up')
      popup.pause.stop()
      if (after !== null) popup.pause.answerAfter(after)
      world.clock.advance(second)
    }
    popup.pause.start('window')
    await settled(popup)
    expect((await world.sessions()).map(({ before, after }) => [before, after])).toEqual([
      [2, null],
      [0, null],
      [2, 0],
    ])
  })

  test('in a check-in that begins anew, what was felt after an earlier pause is of the past', async () => {
    const popup = await world.openPopup()
    popup.answerFelt(2)
    popup.pause.start('look-up')
    popup.pause.stop()
    popup.pause.answerAfter(9)
    await settled(popup)
    world.clock.advance(resumeWithin + 1)
    expect(popup.open.renew()).toBe(true)
    popup.pause.start('window')
    await settled(popup)
    expect((await world.sessions())[0]).toMatchObject({ pauseId: 'window', before: null })
  })

  test('goes by keys: wait, go on, next, back', async () => {
    const popup = await world.openPopup()
    popup.pause.start('look-up')
    popup.pressKey(key('w'))
    watch(popup, 60)
    expect(popup.pause.look()).toMatchObject({ place: 1, left: 8 })
    popup.pressKey(key('w'))
    popup.pressKey(key('n'))
    expect(popup.pause.look()?.place).toBe(2)
    popup.pressKey(key('b'))
    expect(popup.pause.look()).toMatchObject({ place: 1, left: 8 })
  })

  test('waits by no key where it waits anyway', async () => {
    const popup = await world.openPopup()
    popup.pause.start('one-line')
    popup.pressKey(key('w'))
    expect(popup.pause.run.value?.heldSince).toBeNull()
    watch(popup, 30)
    popup.pressKey(key('n'))
    await settled(popup)
    expect(await world.sessions()).toMatchObject([{ pauseId: 'one-line', completed: true, seconds: 30 }])
  })

  test('after it, letters mark how it was', async () => {
    const popup = await world.openPopup()
    popup.pause.start('look-up')
    popup.pause.stop()
    for (const [letter, ease] of Object.entries({ e: 'eased', s: 'same', w: 'worse' })) {
      expect(popup.pressKey(key(letter))).toBe(true)
      expect(popup.pause.after.value?.ease).toBe(ease)
    }
  })

  test('a key that was meant for the pause marks nothing where the clock ends it just then', async () => {
    const popup = await world.openPopup()
    popup.pause.start('look-up')
    watch(popup, 20)
    expect(placeOf(popup)).toBe('after')
    world.clock.advance(599)
    expect(popup.pressKey(key('w'))).toBe(false)
    expect(popup.pause.after.value?.ease).toBeNull()
    world.clock.advance(1)
    expect(popup.pressKey(key('w'))).toBe(true)
    expect(popup.pause.after.value?.ease).toBe('worse')
  })
})

describe('left behind', () => {
  test('in a reopened popup it waits at the second it was left at, and goes on there', async () => {
    const first = await world.openPopup()
    first.pause.start('long-exhale')
    watch(first, 10)
    await settled(first)
    world.clock.advance(20 * second)
    const popup = await world.openPopup()
    expect(popup.pause.left()).toEqual({ seconds: 20, canCatchUp: true })
    expect(popup.pause.look()?.left).toBe(50)
    world.clock.advance(5 * minute)
    popup.pause.tick()
    expect(popup.pause.look()?.left).toBe(50)
    popup.pause.goOn()
    watch(popup, 49)
    expect(placeOf(popup)).toBe('pause')
    watch(popup, 1)
    expect(placeOf(popup)).toBe('after')
    await settled(popup)
    expect(await world.sessions()).toMatchObject([{ completed: true, seconds: 60 }])
  })

  test('or goes on where the clock is, where the person wants that', async () => {
    const first = await world.openPopup()
    first.pause.start('long-exhale')
    watch(first, 10)
    world.clock.advance(20 * second)
    const popup = await world.openPopup()
    popup.pause.catchUp()
    expect(popup.pause.left()).toBeNull()
    expect(popup.pause.look()?.left).toBe(30)
    watch(popup, 30)
    expect(placeOf(popup)).toBe('after')
  })

  test('with a machine that slept, in the popup that stood open', async () => {
    const popup = await world.openPopup()
    popup.pause.start('long-exhale')
    watch(popup, 10)
    world.clock.advance(20 * minute)
    popup.pause.tick()
    expect(popup.pause.left()).toEqual({ seconds: 1200, canCatchUp: false })
    expect(popup.pause.look()?.left).toBe(50)
  })

  test('may start again', async () => {
    const popup = await world.openPopup()
    popup.pause.start('long-exhale')
    watch(popup, 10)
    world.clock.advance(minute)
    popup.pause.tick()
    popup.pause.startAgain()
    expect(popup.pause.left()).toBeNull()
    expect(popup.pause.look()?.left).toBe(60)
  })

  test('held, it may start again', async () => {
    const popup = await world.openPopup()
    popup.pause.start('long-exhale')
    watch(popup, 10)
    popup.pause.hold()
    world.clock.advance(minute)
    popup.pause.startAgain()
    watch(popup, 5)
    expect(popup.pause.look()?.left).toBe(55)
  })

  test('for more than 30 minutes, its session stands as it is and a new check-in begins', async () => {
    const first = await world.openPopup()
    first.pause.start('long-exhale')
    await settled(first)
    world.clock.advance(resumeWithin + 1)
    const popup = await world.openPopup()
    expect(placeOf(popup)).toBe('felt')
    expect(await world.sessions()).toMatchObject([{ completed: false, seconds: 0 }])
  })

  test('by a browser that was killed before it had the session, it has one all the same', async () => {
    world.doom()
    const first = await world.openPopup()
    first.pause.start('long-exhale')
    const begunAt = world.clock.now().epochMilliseconds
    watch(first, 2)
    await settledDraft()
    expect(await world.sessions()).toEqual([])
    const popup = await world.openPopup()
    await settled(popup)
    expect(await world.sessions()).toMatchObject([{ pauseId: 'long-exhale', at: begunAt, completed: false }])
    popup.pause.stop()
    await settled(popup)
    expect(await world.sessions()).toMatchObject([{ pauseId: 'long-exhale', seconds: 2 }])
  })

  test('its answers come back with a popup that was closed after it', async () => {
    const first = await world.openPopup()
    first.pause.start('look-up')
    first.pause.stop()
    first.pause.answerEase('same')
    await settled(first)
    const popup = await world.openPopup()
    await settled(popup)
    expect(popup.pause.after.value).toMatchObject({ pauseId: 'look-up', ease: 'same' })
  })
})

describe('tempo and sound', () => {
  test('are silent until they are switched on, and then mark steps, breaths and the end', async () => {
    const popup = await world.openPopup()
    popup.pause.start('long-exhale')
    watch(popup, 10)
    expect(world.heard).toEqual([])
    popup.pause.setSound(true)
    watch(popup, 10)
    popup.pause.stop()
    expect(world.heard).toEqual(['step', 'out', 'in', 'end'])
  })

  test('that were chosen hold for the next pause, in another popup', async () => {
    const first = await world.openPopup()
    first.pause.start('box')
    first.pause.setPace(-1)
    first.pause.setHolds(false)
    await settled(first)
    expect((await world.settings.read()).pauses.tempo).toEqual({ pace: 1.25, holds: false })
    first.pause.stop()
    await first.done()
    const popup = await world.openPopup()
    await settled(popup)
    popup.pause.start('box')
    expect(popup.pause.look()?.left).toBe(40)
    expect(popup.pause.breathes.value).toEqual({ holds: true, slower: true, faster: true })
  })

  test('there is none to choose where nothing breathes', async () => {
    const popup = await world.openPopup()
    popup.pause.start('look-up')
    expect(popup.pause.breathes.value).toBeNull()
  })
})

const writeIn = (popup: Popup, values: { readonly [field: string]: string | number | readonly string[] }) => {
  const listed = popup.pause.listed.value
  if (!listed) throw new Error('no pause runs')
  for (const [field, value] of Object.entries(values)) popup.pause.writing.write(listed.pause, field, value)
}

describe('what is written', () => {
  const reflections = async () => {
    const found = await world.stored.page('reflections', { limit: 20 })
    return found.ok ? found.value : []
  }

  test('is kept as one reflection once typing rests; what was left alone is null', async () => {
    const popup = await world.openPopup()
    popup.pause.start('another-way')
    writeIn(popup, { thought: 'It is', traps: ['self-blame'] })
    writeIn(popup, { thought: 'It is my fault' })
    world.restTyping()
    await settled(popup)
    expect(popup.pause.writing.saved.value).toBe(true)
    const fields = {
      situation: null,
      thought: 'It is my fault',
      friend: null,
      other: null,
      traps: ['self-blame'],
    }
    expect(await reflections()).toMatchObject([
      { type: 'thought', fields: { ...fields, pauseId: 'another-way' } },
    ])
    writeIn(popup, { other: 'It had many sides' })
    popup.pause.stop()
    await settled(popup)
    expect(await reflections()).toMatchObject([{ fields: { ...fields, other: 'It had many sides' } }])
  })

  test('leaves what is written elsewhere in the same reflection meanwhile', async () => {
    const popup = await world.openPopup()
    popup.pause.start('another-way')
    writeIn(popup, { thought: 'It is my fault', situation: 'a meeting' })
    world.restTyping()
    await settled(popup)
    const [kept] = await reflections()
    await world.stored.save(
      'reflections',
      kept?.id ?? '',
      current =>
        current && {
          ...current,
          day: '2026-01-01',
          fields: { ...current.fields, feelings: ['tense'], situation: 'the meeting', friend: 'It was not' },
        },
    )
    writeIn(popup, { other: 'It had many sides' })
    popup.pause.stop()
    await settled(popup)
    expect(await reflections()).toMatchObject([
      {
        day: '2026-01-01',
        fields: {
          thought: 'It is my fault',
          situation: 'the meeting',
          friend: 'It was not',
          other: 'It had many sides',
          feelings: ['tense'],
        },
      },
    ])
  })

  test('outlives the popup, letter by letter', async () => {
    const first = await world.openPopup()
    first.pause.start('one-line')
    writeIn(first, { text: 'half a li' })
    await settled(first)
    world.clock.advance(10 * minute)
    const popup = await world.openPopup()
    await settled(popup)
    expect(popup.pause.writing.values.value).toEqual({ text: 'half a li' })
    expect(await reflections()).toMatchObject([{ type: 'line', fields: { text: 'half a li', kept: false } }])
    writeIn(popup, { text: 'half a line' })
    popup.pause.stop()
    await settled(popup)
    expect(await reflections()).toMatchObject([{ fields: { text: 'half a line' } }])
  })

  test('and left for more than 30 minutes before it rested, it is kept all the same', async () => {
    const first = await world.openPopup()
    first.pause.start('one-line')
    writeIn(first, { text: 'closed at once' })
    await settled(first)
    world.clock.advance(resumeWithin + 1)
    const popup = await world.openPopup()
    await settled(popup)
    expect(placeOf(popup)).toBe('felt')
    expect(await reflections()).toMatchObject([{ fields: { text: 'closed at once' } }])
  })

  test('and taken out again, it leaves nothing', async () => {
    const popup = await world.openPopup()
    popup.pause.start('one-line')
    writeIn(popup, { text: 'not this' })
    world.restTyping()
    await settled(popup)
    writeIn(popup, { text: ' ' })
    popup.pause.stop()
    await settled(popup)
    expect(await reflections()).toEqual([])
  })

  test('a 0 on a scale is an answer, and no other becomes one', async () => {
    const popup = await world.openPopup()
    popup.pause.start('high-and-low')
    writeIn(popup, { high: 'a walk', highReach: 0 })
    popup.pause.stop()
    await settled(popup)
    expect(await reflections()).toMatchObject([
      { type: 'high-low', fields: { high: 'a walk', highReach: 0, low: null, lowReach: null } },
    ])
  })

  test('what is too long stays as it was typed, and is kept once it fits', async () => {
    const popup = await world.openPopup()
    popup.pause.start('one-line')
    const long = 'a'.repeat(noteAtMost + 1)
    writeIn(popup, { text: long })
    world.restTyping()
    await settled(popup)
    expect(popup.pause.writing.tooLong.value).toBe(noteAtMost + 1)
    expect(popup.pause.writing.values.value['text']).toBe(long)
    expect(await reflections()).toEqual([])
    writeIn(popup, { text: long.slice(1) })
    world.restTyping()
    await settled(popup)
    expect(await reflections()).toHaveLength(1)
  })

  test('what is too long is kept whole once the pause is over, and nothing of it is lost with the popup', async () => {
    const popup = await world.openPopup()
    popup.pause.start('one-line')
    const long = `\0<b>${'🌫'.repeat(noteAtMost)}`
    writeIn(popup, { text: long })
    world.restTyping()
    popup.pause.stop()
    await settled(popup)
    await popup.done()
    expect(await reflections()).toMatchObject([{ type: 'line', fields: { text: long } }])
    expect(world.draft).toBeNull()
  })

  test('on a full disk nothing typed is lost, and it is kept once there is room', async () => {
    const popup = await world.openPopup()
    popup.pause.start('one-line')
    world.breakWrites({ kind: 'full' })
    writeIn(popup, { text: 'still here' })
    world.restTyping()
    await settled(popup)
    expect(popup.problem.value?.problem.kind).toBe('full')
    expect(popup.pause.writing.saved.value).toBe(false)
    expect(popup.pause.writing.values.value).toEqual({ text: 'still here' })
    world.breakWrites(null)
    await popup.open.tryAgain()
    await settled(popup)
    expect(await reflections()).toMatchObject([{ fields: { text: 'still here' } }])
  })

  test('in the next pause the field is empty, and the first one is kept', async () => {
    const popup = await world.openPopup()
    popup.pause.start('one-line')
    writeIn(popup, { text: 'first' })
    world.clock.advance(second)
    popup.pause.start('boundary')
    await settled(popup)
    expect(popup.pause.writing.values.value).toEqual({})
    writeIn(popup, { text: 'not today' })
    popup.pause.stop()
    await settled(popup)
    expect((await reflections()).map(({ type, fields }) => [type, fields['text']])).toEqual([
      ['sentence', 'not today'],
      ['line', 'first'],
    ])
  })

  test('a person is listed once, and can be picked the next time', async () => {
    const popup = await world.openPopup()
    await popup.lists.load()
    popup.pause.start('one-sentence')
    expect(popup.lists.add('person', '  Mira ')).toBe('Mira')
    expect(popup.lists.add('person', 'Mira')).toBe('Mira')
    expect(popup.lists.add('person', '  ')).toBeNull()
    writeIn(popup, { to: 'Mira', text: 'I care' })
    popup.pause.stop()
    await settled(popup)
    const next = await world.openPopup()
    await next.lists.load()
    expect(next.lists.items.value?.map(({ type, name }) => [type, name])).toEqual([['person', 'Mira']])
    expect(await reflections()).toHaveLength(2)
  })
})

describe('one of their own', () => {
  const own = '00000000-0000-7000-8000-000000000001'
  const write = async (texts: readonly string[]) => {
    const steps = texts.map(text => ({ text, seconds: 10 }))
    const fields = { label: 'The tree', text: null, steps, favourite: false, hidden: false }
    await world.stored.save('pauses', own, () => fields)
    world.changes.announce('records')
    await settledDraft()
  }

  test.each([
    ['deleted', []],
    ['made shorter', ['Look at the tree.']],
  ])('that is %s on a page while it runs comes to its end', async (_, left) => {
    await write(['Look at the tree.', 'And past it.'])
    const popup = await world.openPopup()
    await popup.pauses.load()
    popup.pause.start(own)
    watch(popup, 12)
    await write(left)
    watch(popup, 1)
    expect(placeOf(popup)).toBe('after')
    await settled(popup)
    expect(await world.sessions()).toMatchObject([{ pauseId: own, completed: left.length > 0 }])
  })

  test('that cannot be read can be stopped', async () => {
    await write(['Look at the tree.'])
    const first = await world.openPopup()
    await first.pauses.load()
    first.pause.start(own)
    await settled(first)
    world.breakReads({ kind: 'failed', name: 'AbortError' })
    const popup = await world.openPopup()
    expect(popup.pause.listed.value).toBeNull()
    popup.pause.stop()
    expect(placeOf(popup)).toBe('after')
  })
})

describe('asked for elsewhere', () => {
  test('on a page long after words were typed that nobody kept yet, it starts, and they are kept', async () => {
    const first = await world.openPopup()
    first.pause.start('one-line')
    writeIn(first, { text: 'closed at once' })
    await settledDraft()
    world.clock.advance(resumeWithin + 1)
    const startPause = createStartPause({ ...world, draft: world.slot, open: async () => {} })
    await startPause('window')
    const popup = await world.openPopup()
    for (const one of [popup, popup]) await settled(one)
    expect((await world.sessions()).map(({ pauseId }) => pauseId)).toEqual(['window', 'one-line'])
    const kept = await world.stored.page('reflections', { limit: 20 })
    expect(kept).toMatchObject({ ok: true, value: [{ fields: { text: 'closed at once' } }] })
  })

  test('a window that is open meanwhile loses no words either, nor does its "Done"', async () => {
    const popup = await world.openPopup()
    const window = await world.openPopup()
    popup.pause.start('one-line')
    writeIn(popup, { text: 'closed at once' })
    await settledDraft()
    await popup.open.save(async () => {})
    world.clock.advance(resumeWithin + 1)
    await createStartPause({ ...world, draft: world.slot, open: async () => {} })('window')
    for (const one of [window, window]) await settled(one)
    await window.done()
    const next = await world.openPopup()
    for (const one of [next, next, next]) await settled(one)
    const kept = await world.stored.page('reflections', { limit: 20 })
    expect(kept).toMatchObject({ ok: true, value: [{ fields: { text: 'closed at once' } }] })
  })

  test('on a page, it starts in a window in which a note is typed that is too long, and the note stays', async () => {
    const window = await world.openPopup()
    window.answerFelt(4)
    await settled(window)
    window.note.type('n'.repeat(20_001))
    await settledDraft()
    world.clock.advance(1_000)
    await createStartPause({ ...world, draft: world.slot, open: async () => {} })('window')
    for (const one of [window, window]) await settled(one)
    expect(window.open.draft.value.run?.pauseId).toBe('window')
    expect(window.open.draft.value.note).toHaveLength(20_001)
  })

  test('words of one pause that could not be kept make room for those of the next, and wait', async () => {
    const popup = await world.openPopup()
    world.breakWrites({ kind: 'full' })
    popup.pause.start('one-line')
    writeIn(popup, { text: 'of the first' })
    popup.pause.stop()
    await settled(popup)
    popup.pause.start('smaller-step')
    writeIn(popup, { ladder: ['of the second'] })
    await settledDraft()
    await popup.open.save(async () => {})
    world.breakWrites(null)
    world.clock.advance(resumeWithin + 1)
    const next = await world.openPopup()
    for (const one of [next, next, next]) await settled(one)
    const kept = await world.stored.page('reflections', { limit: 20 })
    const texts = kept.ok ? kept.value.map(({ fields }) => fields['text']) : []
    expect(texts).toContain('of the first')
    expect(kept.ok && kept.value).toHaveLength(2)
  })

  test('where nothing can be kept at the next opening, words typed long ago wait for the one after', async () => {
    const first = await world.openPopup()
    first.pause.start('one-line')
    writeIn(first, { text: 'closed at once' })
    await settledDraft()
    world.clock.advance(resumeWithin + 1)
    world.breakWrites({ kind: 'full' })
    const anew = await world.openPopup()
    for (const one of [anew, anew]) await settled(one)
    expect(anew.open.draft.value.writing).toBeNull()
    world.breakWrites(null)
    const popup = await world.openPopup()
    for (const one of [popup, popup]) await settled(one)
    const kept = await world.stored.page('reflections', { limit: 20 })
    expect(kept).toMatchObject({ ok: true, value: [{ fields: { text: 'closed at once' } }] })
    expect(world.draft?.earlier).toEqual([])
  })

  test('it starts in the next popup, once', async () => {
    const first = await world.openPopup()
    first.answerFelt(4)
    first.open.move({ toStart: 'window' })
    await settled(first)
    const popup = await world.openPopup()
    expect(placeOf(popup)).toBe('pause')
    expect(popup.open.draft.value.run?.pauseId).toBe('window')
    await settled(popup)
    expect((await world.sessions()).map(({ pauseId }) => pauseId)).toEqual(['window'])
  })

  test('one that this Thaw does not know starts nothing', async () => {
    const first = await world.openPopup()
    first.open.move({ toStart: 'of-a-newer-thaw' })
    await settled(first)
    const popup = await world.openPopup()
    expect(placeOf(popup)).toBe('felt')
    expect(await world.sessions()).toEqual([])
  })
})
