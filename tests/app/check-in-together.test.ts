/** Several popups and a window over one check-in, and every way through it: one record, holding what was answered last. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { resumeWithin } from '../../lib/core/check-in.ts'
import type { Far, Felt } from '../../lib/core/records.ts'
import { minute } from '../../lib/core/time.ts'
import { checkInWorld, settled, settledDraft } from '../support/check-in-world.ts'

type Popup = Awaited<ReturnType<ReturnType<typeof checkInWorld>['openPopup']>>

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
