import { effect } from '@preact/signals'
import { beforeEach, describe, expect, test } from 'vitest'
import { noteAtMost, resumeWithin } from '../../lib/core/check-in.ts'
import { minute } from '../../lib/core/time.ts'
import { checkInWorld, settled, settledDraft } from '../support/check-in-world.ts'

const key = (name: string, code = '') => ({ key: name, code, shiftKey: false })

let world: ReturnType<typeof checkInWorld>
beforeEach(() => {
  world = checkInWorld()
})

describe('answers', () => {
  test('one press is a complete check-in, kept at once', async () => {
    const model = await world.openPopup()
    model.answerFelt(7)
    await settled(model)
    expect(await world.checkIns()).toMatchObject([
      { felt: 7, far: null, words: [], note: '', source: 'popup', day: '2026-11-22', zone: 'Europe/Berlin' },
    ])
    expect(model.open.keeper.keeping.value).toBe('kept')
  })

  test('an answer is on its way to the store before anything shows it', async () => {
    const model = await world.openPopup()
    const states: unknown[] = []
    effect(() => {
      if (model.open.record.value.felt !== null) states.push(model.open.keeper.keeping.peek())
    })
    model.answerFelt(7)
    expect(states).toEqual(['keeping'])
    await settled(model)
  })

  test('all answers go into one record', async () => {
    const model = await world.openPopup()
    model.answerFelt(2)
    model.answerFar(1)
    model.words.toggle('numb')
    model.words.toggleGuess('numb')
    model.note.type('half a sentence')
    world.restTyping()
    await settled(model)
    expect(await world.checkIns()).toMatchObject([
      { felt: 2, far: 1, words: [{ id: 'numb', guess: true }], note: 'half a sentence' },
    ])
    expect(world.draft?.note).toBeNull()
  })

  test('"can\'t tell" is kept as such, and felt stays null', async () => {
    const model = await world.openPopup()
    model.cantTell()
    await settled(model)
    expect(await world.checkIns()).toMatchObject([{ felt: null, cantTell: ['felt'] }])
    expect(model.open.draft.value.place).toBe('far')
  })

  test('1 then 0 is 10; the 0 does not answer far', async () => {
    const model = await world.openPopup()
    model.pressKey(key('1'))
    expect(model.open.draft.value.place).toBe('far')
    world.clock.advance(400)
    model.pressKey(key('0'))
    await settled(model)
    expect(await world.checkIns()).toMatchObject([{ felt: 10, far: null }])
    expect(model.open.draft.value.place).toBe('words')
  })

  test('after a pause the digits answer felt again, 10 too', async () => {
    const model = await world.openPopup()
    model.pauseFirst()
    model.pause.stop()
    model.pressKey(key('1'))
    model.pressKey(key('0'))
    await settled(model)
    expect(await world.sessions()).toMatchObject([{ before: null, after: 10 }])
    expect(await world.checkIns()).toEqual([])
  })

  test('the first answer is told once', async () => {
    const model = await world.openPopup()
    model.answerFelt(2)
    model.answerFar(1)
    model.words.toggle('numb')
    await settled(model)
    expect(world.told.filter(event => event.kind === 'answered')).toHaveLength(1)
  })

  test('a nudge that led here is named in the record and counted as answered', async () => {
    const model = await world.openPopup('nudge-1')
    model.answerFelt(5)
    await settled(model)
    expect(await world.checkIns()).toMatchObject([{ source: 'nudge', nudgeId: 'nudge-1', felt: 5 }])
    expect(world.told.map(event => event.kind)).toEqual(['opened', 'answered'])
  })

  test('the first question opens the words of Quiet & far where little is felt', async () => {
    const model = await world.openPopup()
    model.answerFelt(1)
    model.next()
    expect(model.open.draft.value).toMatchObject({ place: 'words', openGroup: 'quiet-far' })
    model.changeFelt()
    model.answerFelt(8)
    expect(model.open.draft.value).toMatchObject({ place: 'words', openGroup: null })
  })
})

describe('a closed popup', () => {
  test('goes on at the next question, with one record', async () => {
    const first = await world.openPopup()
    first.answerFelt(3)
    await settled(first)
    world.clock.advance(29 * minute)
    const second = await world.openPopup()
    expect(second.open.draft.value.place).toBe('far')
    expect(second.felt.value).toBe(3)
    second.answerFar(0)
    await settled(second)
    expect(await world.checkIns()).toMatchObject([{ felt: 3, far: 0 }])
  })

  test('after 30 minutes the record stands and a new one begins', async () => {
    const first = await world.openPopup()
    first.answerFelt(3)
    await settled(first)
    world.clock.advance(resumeWithin + 1)
    const second = await world.openPopup()
    expect(second.open.draft.value.place).toBe('felt')
    second.answerFelt(6)
    await settled(second)
    expect((await world.checkIns()).map(checkIn => checkIn.felt)).toEqual([6, 3])
  })

  test('what was typed but not yet kept is kept later', async () => {
    const first = await world.openPopup()
    first.answerFelt(5)
    await settled(first)
    first.note.type('before it closed')
    await settled(first)
    world.clock.advance(resumeWithin + 1)
    const second = await world.openPopup()
    await settled(second)
    expect(await world.checkIns()).toMatchObject([{ note: 'before it closed' }])
  })

  test('Done forgets the draft, so that the next one begins anew', async () => {
    const model = await world.openPopup()
    model.answerFelt(5)
    await model.done()
    expect(world.left).toBe(1)
    expect((await world.openPopup()).open.draft.value.place).toBe('felt')
  })

  test('"not now" is told, keeps nothing, and closes', async () => {
    const model = await world.openPopup()
    await model.notNow()
    expect(world.told).toContainEqual({ kind: 'not-now', reason: null })
    expect(await world.checkIns()).toEqual([])
    expect(world.draft).toBeNull()
    expect(world.leavings).toMatchObject([{ notNow: true, answered: false }])
  })

  test('"not now" keeps what was answered, and forgets the draft', async () => {
    const model = await world.openPopup()
    model.answerFelt(4)
    model.changeFelt()
    await model.notNow()
    expect(await world.checkIns()).toMatchObject([{ felt: 4 }])
    expect(world.draft).toBeNull()
    expect(world.leavings).toMatchObject([{ notNow: true, answered: true }])
  })

  test('it leaves with the nudge that was shown, unless an answer ended that', async () => {
    const first = await world.openPopup('nudge-1')
    await first.escape()
    expect((await world.leavings[0]?.status)?.shownId).toBe('nudge-1')
    const second = await world.openPopup('nudge-2')
    second.answerFelt(4)
    await settled(second)
    second.changeFelt()
    await second.notNow()
    expect((await world.leavings[1]?.status)?.shownId).toBeNull()
  })

  test('Done leaves as such, with or without an answer', async () => {
    const first = await world.openPopup()
    first.answerFelt(4)
    await first.done()
    const second = await world.openPopup()
    second.pauseFirst()
    second.pause.stop()
    await second.done()
    expect(world.leavings).toMatchObject([
      { notNow: false, answered: true },
      { notNow: false, answered: false },
    ])
  })
})

describe('the offer', () => {
  test('a word that was added asks for another offer', async () => {
    const model = await world.openPopup()
    model.answerFelt(9)
    model.next()
    await settled(model)
    model.words.toggle('hopeless')
    expect(model.open.draft.value.offer).toBeNull()
    model.next()
    await settled(model)
    expect(model.offer.view.value).toMatchObject({ besidePerson: true, reason: 'reason_outward' })
  })

  test('felt that was changed alone asks for another offer', async () => {
    const model = await world.openPopup()
    model.answerFelt(9)
    model.next()
    await settled(model)
    model.changeFelt()
    model.answerFelt(8)
    expect(model.open.draft.value.offer).toBeNull()
  })

  test('another answer asks for another offer', async () => {
    const model = await world.openPopup()
    model.answerFelt(9)
    model.next()
    await settled(model)
    model.changeFelt()
    model.answerFelt(0)
    model.answerFar(3)
    model.next()
    await settled(model)
    expect(model.open.draft.value.offer).toMatchObject({ reason: 'reason_far' })
  })
})

describe('when nothing can be kept', () => {
  test('it never says kept, keeps the text, does not close, and tries again', async () => {
    const model = await world.openPopup()
    world.breakWrites({ kind: 'full' })
    model.answerFelt(5)
    model.note.type('still here')
    await model.done()
    expect(model.open.keeper.keeping.value).toEqual({ kind: 'full' })
    expect(world.left).toBe(0)
    expect(model.note.view.value).toEqual({ text: 'still here', tooLong: false })
    world.breakWrites(null)
    void model.open.tryAgain()
    await settled(model)
    expect(model.open.keeper.keeping.value).toBe('kept')
    expect(await world.checkIns()).toMatchObject([{ felt: 5, note: 'still here' }])
  })

  test('an answer that is not kept holds the popup open', async () => {
    const model = await world.openPopup()
    world.breakWrites({ kind: 'failed', name: 'UnknownError' })
    model.answerFelt(5)
    await model.done()
    expect(world.left).toBe(0)
    expect(model.problem.value).toEqual({ problem: { kind: 'failed', name: 'UnknownError' }, doing: 'save' })
  })

  test('a note that is too long stays whole and is not cut', async () => {
    const model = await world.openPopup()
    model.answerFelt(5)
    const long = 'a'.repeat(noteAtMost + 1)
    model.note.type(long)
    await model.done()
    expect(world.left).toBe(0)
    expect(model.note.view.value).toEqual({ text: long, tooLong: true })
    expect(await world.checkIns()).toMatchObject([{ note: '' }])
  })
})

describe('answers that were not yet kept', () => {
  const type = async (model: Awaited<ReturnType<typeof world.openPopup>>, text: string) => {
    model.note.type(text)
    await new Promise(resolve => setImmediate(resolve))
  }

  test('a popup that closes right after the press loses nothing', async () => {
    world.doom()
    const first = await world.openPopup()
    first.answerFelt(7)
    await type(first, 'a line')
    const second = await world.openPopup()
    expect(second.felt.value).toBe(7)
    expect(second.open.draft.value.place).toBe('words')
    expect(second.note.view.value.text).toBe('a line')
    await settled(second)
    expect(await world.checkIns()).toMatchObject([{ felt: 7 }])
    expect(world.draft?.unkept).toBeNull()
  })

  test('nor when it is opened again much later, at the time it was answered', async () => {
    world.doom()
    const first = await world.openPopup()
    const at = first.open.now()
    first.answerFelt(7)
    await type(first, 'a line')
    world.clock.advance(5 * resumeWithin)
    const second = await world.openPopup()
    expect(second.open.draft.value.place).toBe('felt')
    await settled(second)
    expect(await world.checkIns()).toMatchObject([{ at, felt: 7, note: 'a line' }])
    expect(world.draft?.earlier).toEqual([])
  })

  test('what could not be kept then either stays in the draft until it can', async () => {
    world.doom()
    const first = await world.openPopup()
    first.answerFelt(7)
    await settledDraft()
    world.clock.advance(5 * resumeWithin)
    world.breakWrites({ kind: 'full' })
    const second = await world.openPopup()
    second.answerFelt(3)
    await settledDraft()
    world.clock.advance(5 * resumeWithin)
    world.breakWrites(null)
    const third = await world.openPopup()
    await settled(third)
    expect((await world.checkIns()).map(({ felt }) => felt)).toEqual([3, 7])
  })

  test('a write that arrived and reported a problem is not turned round by trying again', async () => {
    const model = await world.openPopup()
    model.answerFelt(5)
    await settled(model)
    world.halfDo()
    model.words.toggle('numb')
    await settledDraft()
    expect(model.open.keeper.keeping.value).toEqual({ kind: 'failed', name: 'JournalError' })
    await model.open.tryAgain()
    expect(model.open.keeper.keeping.value).toBe('kept')
    expect(await world.checkIns()).toMatchObject([{ words: [{ id: 'numb', guess: false }] }])
  })

  test('a history that cannot be read for a moment costs neither the draft nor the record', async () => {
    const first = await world.openPopup()
    first.answerFelt(5)
    await settled(first)
    await type(first, 'still mine')
    world.breakReads({ kind: 'failed', name: 'UnknownError' })
    const second = await world.openPopup()
    expect(second.problem.value).toMatchObject({ doing: 'open' })
    expect(second.note.view.value.text).toBe('still mine')
    world.breakReads(null)
    await second.open.tryAgain()
    expect(second.problem.value).toBeNull()
    expect(second.felt.value).toBe(5)
    await second.done()
    expect(await world.checkIns()).toMatchObject([{ felt: 5, note: 'still mine' }])
  })

  test('a record that was deleted meanwhile does not come back', async () => {
    const first = await world.openPopup()
    first.answerFelt(5)
    await settled(first)
    const [row] = await world.checkIns()
    await world.stored.remove('checkIns', row?.id ?? '', 0)
    const second = await world.openPopup()
    await settled(second)
    expect(second.open.draft.value.place).toBe('felt')
    expect(await world.checkIns()).toEqual([])
  })

  test('nor does it come back with a note that was left behind', async () => {
    const first = await world.openPopup()
    first.answerFelt(5)
    await settled(first)
    await type(first, 'a line')
    const [row] = await world.checkIns()
    await world.stored.remove('checkIns', row?.id ?? '', 0)
    world.clock.advance(2 * resumeWithin)
    await settled(await world.openPopup())
    expect(await world.checkIns()).toEqual([])
  })

  test('nor does it come back from a popup that stayed open, which begins anew', async () => {
    const model = await world.openPopup()
    model.answerFelt(2)
    model.answerFar(1)
    await settled(model)
    const [row] = await world.checkIns()
    await world.stored.remove('checkIns', row?.id ?? '', 0)
    model.words.toggle('numb')
    await settled(model)
    await settledDraft()
    expect(await world.checkIns()).toEqual([])
    expect(model.open.draft.value.place).toBe('felt')
    expect(model.open.record.value).toMatchObject({ felt: null, far: null, words: [] })
    model.answerFelt(6)
    await settled(model)
    expect(await world.checkIns()).toMatchObject([{ felt: 6, far: null, words: [] }])
  })

  test('begins anew as soon as word of the deletion comes, in one new check-in for all that are open', async () => {
    const one = await world.openPopup()
    const other = await world.openPopup()
    world.clock.advance(1_000)
    one.answerFelt(2)
    await settled(one)
    const [row] = await world.checkIns()
    await world.stored.remove('checkIns', row?.id ?? '', 0)
    world.changes.announce('records')
    await settledDraft()
    for (const { open } of [one, other])
      expect(open.draft.value).toMatchObject({ place: 'felt', checkInId: null })
    expect(one.open.draft.value.newId).toBe(other.open.draft.value.newId)
    expect(world.draft?.checkInId).toBeNull()
  })

  test('a note typed into what was deleted stays on screen, and it is said that it is not kept', async () => {
    const model = await world.openPopup()
    model.answerFelt(5)
    await settled(model)
    const [row] = await world.checkIns()
    const undoUntil = world.clock.now().epochMilliseconds + minute
    await world.stored.remove('checkIns', row?.id ?? '', undoUntil)
    await type(model, 'a line')
    world.restTyping()
    await settledDraft()
    expect(await world.checkIns()).toEqual([])
    expect(model.note.view.value.text).toBe('a line')
    expect(model.problem.value).toEqual({ problem: { kind: 'failed', name: 'gone' }, doing: 'save' })
    await model.done()
    expect(world.left).toBe(0)
    await world.stored.undoRemove('checkIns', row?.id ?? '')
    world.changes.announce('records')
    await settledDraft()
    expect(model.problem.value).toBeNull()
    await model.done()
    expect(await world.checkIns()).toMatchObject([{ felt: 5, note: 'a line' }])
  })

  test('a note that is begun while word of the deletion comes stays too', async () => {
    const model = await world.openPopup()
    model.answerFelt(5)
    await settled(model)
    const [row] = await world.checkIns()
    await world.stored.remove('checkIns', row?.id ?? '', 0)
    const go = world.holdDraft()
    world.changes.announce('records')
    await settledDraft()
    await type(model, 'a line')
    go()
    await settledDraft()
    expect(model.note.view.value.text).toBe('a line')
    expect(model.problem.value).toEqual({ problem: { kind: 'failed', name: 'gone' }, doing: 'save' })
  })

  test('an answer that is on its way to what was deleted does not show in the one that began since', async () => {
    const model = await world.openPopup()
    model.answerFelt(5)
    await settled(model)
    const [row] = await world.checkIns()
    await world.stored.remove('checkIns', row?.id ?? '', 0)
    const go = world.holdDraft()
    world.changes.announce('records')
    await settledDraft()
    const arrive = world.holdWrites()
    model.answerFelt(7)
    go()
    await settledDraft()
    expect(model.open.draft.value.checkInId).toBeNull()
    arrive()
    await settled(model)
    expect(model.felt.value).toBeNull()
  })

  test('a pause goes on when its check-in is deleted', async () => {
    const model = await world.openPopup()
    model.answerFelt(5)
    await settled(model)
    const [row] = await world.checkIns()
    model.pauseFirst()
    await settled(model)
    await world.stored.remove('checkIns', row?.id ?? '', 0)
    world.changes.announce('records')
    await settledDraft()
    expect(model.open.draft.value).toMatchObject({ place: 'pause' })
    expect(model.pause.run.value).not.toBeNull()
  })

  test('an answer that waits for a record which was deleted does not make it anew', async () => {
    const first = await world.openPopup()
    first.answerFelt(5)
    await settled(first)
    world.breakWrites({ kind: 'full' })
    first.answerFelt(6)
    await settledDraft()
    world.breakWrites(null)
    const [row] = await world.checkIns()
    await world.stored.remove('checkIns', row?.id ?? '', 0)
    const second = await world.openPopup()
    await settled(second)
    expect(second.open.draft.value.place).toBe('felt')
    expect(await world.checkIns()).toEqual([])
  })

  test('what an earlier one left waits through openings without an answer', async () => {
    world.doom()
    const first = await world.openPopup()
    first.answerFelt(7)
    await settledDraft()
    world.breakWrites({ kind: 'full' })
    for (let opening = 0; opening < 2; opening += 1) {
      world.clock.advance(2 * resumeWithin)
      await world.openPopup()
      await settledDraft()
    }
    world.clock.advance(2 * resumeWithin)
    world.breakWrites(null)
    await settled(await world.openPopup())
    expect(await world.checkIns()).toMatchObject([{ felt: 7 }])
  })

  test('a note that is too long keeps its check-in open until it is shorter', async () => {
    const first = await world.openPopup()
    first.answerFelt(5)
    await settled(first)
    const long = 'a'.repeat(noteAtMost + 1)
    await type(first, long)
    world.clock.advance(2 * resumeWithin)
    const second = await world.openPopup()
    expect(second.note.view.value).toEqual({ text: long, tooLong: true })
    second.note.type('short')
    await second.done()
    expect(await world.checkIns()).toMatchObject([{ felt: 5, note: 'short' }])
  })

  test('a second Done leaves what cannot be kept, and the draft holds it', async () => {
    world.breakWrites({ kind: 'full' })
    const model = await world.openPopup()
    model.answerFelt(5)
    await model.done()
    expect(world.left).toBe(0)
    await model.done()
    expect(world.left).toBe(1)
    world.breakWrites(null)
    await settled(await world.openPopup())
    expect(await world.checkIns()).toMatchObject([{ felt: 5 }])
  })

  test('a newer history can be left at once', async () => {
    world.breakWrites({ kind: 'newer' })
    const model = await world.openPopup()
    model.answerFelt(5)
    await model.done()
    expect(world.left).toBe(1)
  })

  test('a history that a newer Thaw made takes no key', async () => {
    world.breakReads({ kind: 'newer' })
    const model = await world.openPopup()
    model.warmUp()
    await settledDraft()
    expect(model.problem.value).toEqual({ problem: { kind: 'newer' }, doing: 'open' })
    expect(model.pressKey(key('3'))).toBe(false)
    expect(model.felt.value).toBeNull()
    await model.escape()
    expect(world.left).toBe(1)
  })
})

describe('a window that was left open', () => {
  test('begins anew after 30 minutes, so that the old record stands as it is', async () => {
    const model = await world.openPopup()
    model.answerFelt(2)
    await settled(model)
    expect(model.open.renew()).toBe(false)
    world.clock.advance(resumeWithin + 1)
    expect(model.open.renew()).toBe(true)
    expect(model.open.draft.value).toMatchObject({ place: 'felt', checkInId: null })
    model.answerFelt(8)
    await settled(model)
    expect((await world.checkIns()).map(({ felt }) => felt)).toEqual([8, 2])
    expect(world.told.map(({ kind }) => kind)).toEqual(['opened', 'answered', 'opened', 'answered'])
  })

  test('keeps what was typed in it', async () => {
    const model = await world.openPopup()
    model.answerFelt(2)
    await settled(model)
    model.note.type('typed and left')
    world.clock.advance(resumeWithin + 1)
    model.open.renew()
    await settled(model)
    expect(await world.checkIns()).toMatchObject([{ felt: 2, note: 'typed and left' }])
  })

  test('an answer in a check-in that was taken up again counts for the nudge that was clicked', async () => {
    const first = await world.openPopup()
    first.answerFelt(2)
    await settled(first)
    world.told.length = 0
    const second = await world.openPopup('nudge-2')
    second.answerFar(0)
    await settled(second)
    expect(world.told.map(({ kind }) => kind)).toEqual(['opened', 'answered'])
    expect(await world.checkIns()).toMatchObject([{ source: 'popup', nudgeId: null }])
  })
})

test('an offer follows from the answers as they are when the history has been read', async () => {
  const go = world.holdSessions()
  const model = await world.openPopup()
  model.answerFelt(7)
  model.next()
  expect(model.open.draft.value.place).toBe('offer')
  model.changeFelt()
  model.answerFelt(2)
  model.answerFar(3)
  go()
  await settled(model)
  expect(model.open.draft.value.offer).toMatchObject({ reason: 'reason_far' })
})
