/** Several popups and a window over one check-in, and every way through it: one record, holding what was answered last. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { resumeWithin } from '../../lib/core/check-in.ts'
import { type Draft, newDraft } from '../../lib/core/draft.ts'
import type { Far, Felt } from '../../lib/core/records.ts'
import { minute } from '../../lib/core/time.ts'
import { checkInWorld, settled, settledDraft } from '../support/check-in-world.ts'

type Popup = Awaited<ReturnType<ReturnType<typeof checkInWorld>['openPopup']>>

/** Two stand on one check-in, in which felt was answered. */
const twoOnOne = async () => {
  const world = checkInWorld()
  const one = await world.openPopup()
  one.answerFelt(8)
  await settled(one)
  const other = await world.openPopup()
  world.clock.advance(1_000)
  return { world, one, other }
}

/** The last answer of the one could not be kept, and shows in the other. */
const unkeptInOne = async () => {
  const { world, one, other } = await twoOnOne()
  world.breakWrites({ kind: 'full' })
  one.more.answerPleasant(-2)
  await settled(one)
  await settledDraft()
  return { world, other }
}

describe('two that are open at once', () => {
  test('before the first answer make one record', async () => {
    const world = checkInWorld()
    const [one, other] = await Promise.all([world.openPopup(), world.openPopup()])
    one.answerFelt(2)
    other.answerFelt(5)
    await settled(one)
    await settled(other)
    expect(await world.checkIns()).toMatchObject([{ felt: 5 }])
  })

  test('show what was answered in the other, and go on from there', async () => {
    const world = checkInWorld()
    const one = await world.openPopup()
    const other = await world.openPopup()
    world.clock.advance(1_000)
    one.answerFelt(2)
    await settled(one)
    await settled(other)
    expect(other.open.draft.value.place).toBe('far')
    expect(other.felt.value).toBe(2)
    world.clock.advance(1_000)
    other.answerFar(1)
    await settled(other)
    await settled(one)
    expect(one.open.record.value).toMatchObject({ felt: 2, far: 1 })
    expect(await world.checkIns()).toMatchObject([{ felt: 2, far: 1 }])
  })

  test('once one is done, the other begins anew', async () => {
    const world = checkInWorld()
    const one = await world.openPopup()
    const other = await world.openPopup()
    world.clock.advance(1_000)
    one.answerFelt(8)
    await settled(one)
    await one.done()
    await settled(other)
    expect(other.open.draft.value.place).toBe('felt')
    expect(other.felt.value).toBeNull()
    world.clock.advance(1_000)
    other.answerFelt(3)
    await settled(other)
    expect((await world.checkIns()).map(({ felt }) => felt).sort()).toEqual([3, 8])
  })

  test('once one of three is done, both others stand at the first question with no answer', async () => {
    const world = checkInWorld()
    const one = await world.openPopup()
    const others = [await world.openPopup(), await world.openPopup()]
    world.clock.advance(1_000)
    one.answerFelt(8)
    await settled(one)
    await one.done()
    for (const other of [...others, ...others]) await settled(other)
    expect(others.map(({ felt, open }) => [felt.value, open.draft.value.place])).toEqual([
      [null, 'felt'],
      [null, 'felt'],
    ])
  })

  test('leave a note that is being typed where it is typed', async () => {
    const world = checkInWorld()
    const one = await world.openPopup()
    const other = await world.openPopup()
    other.note.type('half a sen')
    world.clock.advance(1_000)
    one.answerFelt(8)
    await settled(one)
    await settledDraft()
    expect(other.note.view.value.text).toBe('half a sen')
    await other.done()
    await settled(other)
    expect(await world.checkIns()).toMatchObject([{ felt: 8, note: 'half a sen' }])
  })

  test('leave a note that is being typed where it is typed, also where the check-in stands in both', async () => {
    const { world, one, other } = await twoOnOne()
    other.note.type('half a sen')
    world.clock.advance(1_000)
    one.changeFelt()
    one.answerFelt(3)
    await settled(one)
    await settledDraft()
    expect(other.note.view.value.text).toBe('half a sen')
    expect(other.open.record.value).toMatchObject({ felt: 3 })
    await other.done()
    await settled(other)
    expect(await world.checkIns()).toMatchObject([{ felt: 3, note: 'half a sen' }])
  })

  test('a note that is typed in the one goes on as it stands in the other, to its end', async () => {
    const { world, one, other } = await twoOnOne()
    one.note.type('half a sen')
    one.changeFelt()
    one.answerFelt(3)
    await settled(one)
    await settledDraft()
    expect(other.note.view.value.text).toBe('half a sen')
    world.clock.advance(1_000)
    one.note.type('half a sentence')
    await one.note.keep()
    await settled(one)
    await settledDraft()
    expect(other.note.view.value.text).toBe('half a sentence')
    await other.done()
    await settled(other)
    expect(await world.checkIns()).toMatchObject([{ felt: 3, note: 'half a sentence' }])
  })

  test('a note of a check-in that was deleted, and came back, is not taken for the one in its record', async () => {
    const world = checkInWorld()
    const one = await world.openPopup()
    one.answerFelt(8)
    await settled(one)
    const id = one.open.draft.value.checkInId ?? ''
    const deletedAt = world.clock.now().epochMilliseconds
    one.note.type('half a sentence')
    await world.stored.remove('checkIns', id, deletedAt + 10_000)
    await one.note.keep()
    await settled(one)
    await one.open.save(async () => {})
    await world.stored.undoRemove('checkIns', id)
    const next = await world.openPopup()
    await settled(next)
    await next.done()
    await settled(next)
    expect(await world.checkIns()).toMatchObject([{ felt: 8, note: 'half a sentence' }])
  })

  test('a note with half of a pair, which the store keeps as another sign, is not written twice', async () => {
    const world = checkInWorld()
    const one = await world.openPopup()
    one.answerFelt(8)
    await settled(one)
    one.note.type('half \ud83d')
    const kept = one.note.keep()
    one.note.type('half \ud83d.')
    await kept
    const { checkInId } = one.open.draft.value
    await world.stored.save('checkIns', checkInId ?? '', now => now && { ...now, tags: ['work'] })
    world.changes.announce('records')
    for (const _ of [1, 2, 3]) await settledDraft()
    expect(one.note.view.value.text).toBe('half \ud83d.')
    await one.done()
    await settled(one)
    expect(await world.checkIns()).toMatchObject([{ note: 'half \ufffd.', tags: ['work'] }])
  })

  test('a check-in begins though its draft cannot be written', async () => {
    const world = checkInWorld()
    Object.assign(world.slot, { write: () => Promise.reject(new Error('QuotaExceededError')) })
    const one = await world.openPopup()
    one.answerFelt(8)
    await settled(one)
    expect(await world.checkIns()).toMatchObject([{ felt: 8 }])
  })

  test('a pause that is asked for right when a window is left for long begins anew in it', async () => {
    const world = checkInWorld()
    const window = await world.openPopup()
    window.answerFelt(8)
    await settled(window)
    world.clock.advance(resumeWithin + 1)
    await world.slot.write({ ...newDraft(world.clock.now().epochMilliseconds, 'n'), toStart: 'look-up' })
    window.open.renew()
    world.changes.announce('check-in')
    for (const one of [window, window, window]) await settled(one)
    expect(window.pause.run.value?.pauseId).toBe('look-up')
  })

  test('a pause that is asked for in the moment of the last answer begins, though where the page is scrolled to is kept after it', async () => {
    const world = checkInWorld()
    const one = await world.openPopup()
    one.answerFelt(8)
    await settled(one)
    const { draft } = world
    if (draft === null) throw new Error('There is no draft')
    one.open.scrollTo(40)
    await world.slot.write({ ...draft, toStart: 'look-up' })
    world.restTyping()
    for (const _ of [1, 2, 3]) await settledDraft()
    await settled(one)
    expect(one.pause.run.value?.pauseId).toBe('look-up')
  })

  test('an offer is written at the second try', async () => {
    const world = checkInWorld()
    const one = await world.openPopup()
    one.answerFelt(8)
    await settled(one)
    const { write } = world.slot
    const offer = { pauseId: 'look-up', reason: 'reason_new', values: [], probability: 1 } as const
    let tries = 0
    Object.assign(world.slot, {
      write: async (value: Draft | null) => {
        tries += 1
        if (tries === 1) throw new Error('UnknownError')
        await write(value)
      },
    })
    world.clock.advance(1_000)
    await one.open.drift({ offer })
    expect([tries, world.draft?.offer]).toEqual([2, offer])
  })

  test('an offer that holds no more once it could be written is told to nobody', async () => {
    const world = checkInWorld()
    const one = await world.openPopup()
    one.answerFelt(8)
    await settled(one)
    const told: string[] = []
    world.changes.listen(topic => told.push(topic))
    const offer = { pauseId: 'look-up', probability: 1, reason: 'reason_new', values: [] } as const
    void one.open.drift({ offer })
    world.clock.advance(1_000)
    one.open.move({ offer: null })
    await settledDraft()
    expect([told, world.draft?.offer]).toEqual([[], null])
    void one.open.drift({ offer })
    await settledDraft()
    expect([told, world.draft?.offer]).toEqual([['check-in'], offer])
  })

  test('an answer that could not be kept in the one is kept when the other is done', async () => {
    const { world, other } = await unkeptInOne()
    expect(other.open.record.value).toMatchObject({ felt: 8, pleasant: -2 })
    world.breakWrites(null)
    await other.done()
    await settled(other)
    expect(await world.checkIns()).toMatchObject([{ felt: 8, pleasant: -2 }])
  })

  test('an answer of the one that is kept late takes the other back nowhere', async () => {
    const world = checkInWorld()
    const one = await world.openPopup()
    const go = world.holdWrites()
    one.answerFelt(8)
    await settledDraft()
    world.clock.advance(1_000)
    const other = await world.openPopup()
    other.showPauses()
    await settledDraft()
    world.clock.advance(1_000)
    go()
    await settled(one)
    await settledDraft()
    expect([other.open.draft.value.place, world.draft?.place]).toEqual(['pauses', 'pauses'])
    expect(one.open.draft.value.place).toBe('pauses')
  })

  test('a note that waited, and arrived though its popup was closed, waits no more in the next', async () => {
    const world = checkInWorld()
    const one = await world.openPopup()
    one.answerFelt(8)
    await settled(one)
    one.note.type('arrived')
    await one.note.keep()
    await settled(one)
    const { draft } = world
    if (draft === null) throw new Error('There is no draft')
    await world.slot.write({ ...draft, note: null, noteBase: '', unkept: { note: 'arrived' } })
    const next = await world.openPopup()
    await settled(next)
    await settledDraft()
    expect(next.open.draft.value.unkept).toBeNull()
    expect(await world.checkIns()).toMatchObject([{ felt: 8, note: 'arrived' }])
  })

  test('an answer is told of at once, whatever another popup does with the draft', async () => {
    const world = checkInWorld()
    const model = await world.openPopup()
    let go = () => {}
    void world.locks.exclusive('check-in', () => new Promise<void>(resolve => (go = resolve)))
    model.answerFelt(8)
    await settled(model)
    await settledDraft()
    expect(world.told.map(({ kind }) => kind)).toContain('answered')
    go()
  })

  test('a pause that is asked for starts in the one whose answer could not be kept', async () => {
    const world = checkInWorld()
    const model = await world.openPopup()
    model.answerFelt(8)
    await settled(model)
    world.breakWrites({ kind: 'full' })
    model.more.answerPleasant(-2)
    await settled(model)
    world.clock.advance(1_000)
    const { draft } = world
    if (draft === null) throw new Error('There is no draft')
    const touchedAt = world.clock.now().epochMilliseconds
    await world.slot.write({ ...draft, toStart: 'look-up', touchedAt })
    world.changes.announce('check-in')
    await settledDraft()
    await settledDraft()
    expect(model.pause.run.value?.pauseId).toBe('look-up')
    expect(model.open.draft.value.unkept).toMatchObject({ pleasant: -2 })
  })

  test('an answer that could not be kept in the one is kept with the next of the other', async () => {
    const { world, other } = await unkeptInOne()
    world.breakWrites(null)
    world.clock.advance(1_000)
    other.more.toggleTag('work')
    await settled(other)
    expect(await world.checkIns()).toMatchObject([{ felt: 8, pleasant: -2, tags: ['work'] }])
  })
})

describe('a page of History that changes the check-in', () => {
  test('is followed by the popup, which adds to it', async () => {
    const world = checkInWorld()
    const model = await world.openPopup()
    model.answerFelt(2)
    await settled(model)
    const id = model.open.draft.value.checkInId ?? ''
    await world.stored.save(
      'checkIns',
      id,
      now =>
        now && {
          ...now,
          far: 1 as const,
          words: [{ id: 'sad', guess: false }],
          tags: ['alone'],
          note: 'from History',
        },
    )
    world.changes.announce('records')
    await settledDraft()
    expect(model.note.view.value.text).toBe('from History')
    model.words.toggle('calm')
    model.more.toggleTag('work')
    await settled(model)
    expect(await world.checkIns()).toMatchObject([
      {
        felt: 2,
        far: 1,
        words: [
          { id: 'sad', guess: false },
          { id: 'calm', guess: false },
        ],
        tags: ['alone', 'work'],
        note: 'from History',
      },
    ])
  })

  test('loses no note to one that is being typed', async () => {
    const world = checkInWorld()
    const model = await world.openPopup()
    model.answerFelt(2)
    await settled(model)
    model.note.type('typed')
    const id = model.open.draft.value.checkInId ?? ''
    await world.stored.save('checkIns', id, now => now && { ...now, note: 'from History' })
    world.changes.announce('records')
    await settledDraft()
    expect(model.note.view.value.text).toBe('from History\n\ntyped')
    world.restTyping()
    await settled(model)
    expect(await world.checkIns()).toMatchObject([{ note: 'from History\n\ntyped' }])
  })
})

/** What a person may do; the popup that it is done in is picked by number. */
type Step =
  | { readonly do: 'felt'; readonly felt: Felt | 'cant-tell' }
  | { readonly do: 'far'; readonly far: Far }
  | { readonly do: 'word'; readonly word: string }
  | { readonly do: 'note'; readonly note: string }
  | { readonly do: 'change' | 'next' | 'close' | 'second' | 'done' | 'late' | 'doom' }

const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({
    do: fc.constant('felt' as const),
    felt: fc.oneof(fc.constant('cant-tell' as const), fc.integer({ min: 0, max: 10 }) as fc.Arbitrary<Felt>),
  }),
  fc.record({ do: fc.constant('far' as const), far: fc.integer({ min: 0, max: 3 }) as fc.Arbitrary<Far> }),
  fc.record({ do: fc.constant('word' as const), word: fc.constantFrom('numb', 'calm', 'tired', 'not-sure') }),
  fc.record({ do: fc.constant('note' as const), note: fc.string({ maxLength: 8, unit: 'grapheme' }) }),
  fc.record({ do: fc.constantFrom('change', 'next', 'close', 'second', 'done', 'late', 'doom') }),
)

type Answers = { felt: Felt | 'cant-tell' | null; far: Far | null; words: string[]; note: string }
const noAnswers = (): Answers => ({ felt: null, far: null, words: [], note: '' })

test('whatever way is taken, each record holds what was answered last, and null for the rest', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 25 }), async steps => {
      const world = checkInWorld()
      const ended: Answers[] = []
      let said = noAnswers()
      let begun = false
      let popup: Popup = await world.openPopup()
      let second: Popup | null = null
      /** Nothing that this popup writes into the history arrives there, as where it is killed before. */
      let doomed = false
      const rest = async () => {
        if (doomed) {
          await settledDraft()
          return
        }
        await settled(popup)
        if (second) await settled(second)
      }
      const reopen = async () => {
        popup = await world.openPopup()
        second = null
        doomed = false
      }
      const end = () => {
        if (begun) ended.push(said)
        said = noAnswers()
        begun = false
      }
      for (const taken of steps) {
        world.clock.advance(1_000)
        switch (taken.do) {
          case 'felt':
            popup.answerFelt(taken.felt)
            said = { ...said, felt: taken.felt }
            begun = true
            break
          case 'far':
            popup.answerFar(taken.far)
            said = { ...said, far: taken.far }
            begun = true
            break
          case 'word': {
            const { word } = taken
            popup.words.toggle(word)
            const without = said.words.filter(other => other !== word)
            said = { ...said, words: said.words.includes(word) ? without : [...said.words, word] }
            begun = true
            break
          }
          case 'note':
            popup.note.type(taken.note)
            world.restTyping()
            await rest()
            said = { ...said, note: taken.note }
            begun = true
            break
          case 'change':
            popup.changeFelt()
            break
          case 'next':
            popup.next()
            break
          case 'close':
            await rest()
            await reopen()
            break
          case 'doom':
            await rest()
            world.doom()
            await reopen()
            doomed = true
            break
          case 'second':
            if (doomed) break
            // The other one is in front from now on.
            await rest()
            second = popup
            popup = await world.openPopup()
            break
          case 'done':
            // Nobody can wait for what never arrives.
            if (doomed) break
            await popup.done()
            end()
            await rest()
            await reopen()
            break
          case 'late':
            await rest()
            world.clock.advance(resumeWithin + minute)
            end()
            await reopen()
            break
        }
        await rest()
      }
      await rest()
      if (doomed) await reopen()
      await rest()
      end()
      const records = [...(await world.checkIns())].sort((one, other) => one.at - other.at)
      expect(
        records.map(({ felt, far, words, note, cantTell }) => ({ felt, far, words, note, cantTell })),
      ).toEqual(
        ended.map(({ felt, far, words, note }) => ({
          felt: felt === 'cant-tell' ? null : felt,
          far,
          words: words.map(id => ({ id, guess: false })),
          note,
          cantTell: felt === 'cant-tell' ? ['felt'] : [],
        })),
      )
      for (const { pleasant, energy, meaning, tags } of records) {
        expect([pleasant, energy, meaning, tags]).toEqual([null, null, null, []])
      }
    }),
    { numRuns: 300 },
  )
})

test('any answers, given now in the one and now in the other of two that are open, are what is kept', async () => {
  const press = fc.record({
    at: fc.constantFrom(0, 1),
    does: fc.constantFrom('felt', 'pleasant', 'energy', 'tag', 'word', 'note', 'another'),
    value: fc.constantFrom(0, 2, 4),
  })
  await fc.assert(
    fc.asyncProperty(fc.array(press, { minLength: 1, maxLength: 8 }), async presses => {
      const world = checkInWorld()
      const first = await world.openPopup()
      first.answerFelt(9)
      await settled(first)
      const popups: readonly Popup[] = [first, await world.openPopup()]
      const expected: { [scale: string]: unknown } = { felt: 9 }
      const [tags, words] = [new Set<string>(), new Set<string>()]
      const turn = (list: Set<string>, item: string) => void (list.delete(item) || list.add(item))
      for (const { at, does, value } of presses) {
        world.clock.advance(1_000)
        const popup = popups[at] as Popup
        if (does === 'felt') {
          popup.changeFelt()
          popup.answerFelt(value as Felt)
          expected['felt'] = value
        } else if (does === 'pleasant' || does === 'energy') {
          const answer = does === 'pleasant' ? popup.more.answerPleasant : popup.more.answerEnergy
          answer(value as 0)
          expected[does] = value
        } else if (does === 'tag') {
          popup.more.toggleTag(`tag-${value}`)
          turn(tags, `tag-${value}`)
        } else if (does === 'word') {
          popup.words.toggle(`word-${value}`)
          turn(words, `word-${value}`)
        } else if (does === 'note') {
          popup.note.type(`note ${value}`)
          await popup.note.keep()
          expected['note'] = `note ${value}`
        } else await popup.another()
        for (const one of [...popups, ...popups]) await settled(one)
      }
      for (const popup of popups) {
        expect(popup.open.draft.value.unkept).toBeNull()
        expect(popup.open.record.value).toMatchObject(expected)
      }
      const kept = await world.checkIns()
      expect(kept).toMatchObject([expected])
      expect(new Set(kept[0]?.tags)).toEqual(tags)
      expect(new Set(kept[0]?.words.map(({ id }) => id))).toEqual(words)
      if (popups.some(({ open }) => open.draft.value.place === 'offer'))
        expect(popups.map(({ offer }) => offer.view.value === null && !offer.none.value)).toEqual([
          false,
          false,
        ])
    }),
    { numRuns: 100 },
  )
})
