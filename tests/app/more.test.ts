/** The folded part under the offer: what is answered there, taken back, and picked up again. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { newCheckIn, noteAtMost } from '../../lib/core/check-in.ts'
import { type Edit, editOf, noEdit } from '../../lib/core/edit.ts'
import type { CheckIn } from '../../lib/core/records.ts'
import { meanings, steps } from '../../lib/core/records.ts'
import { minute } from '../../lib/core/time.ts'
import { checkInWorld, settled } from '../support/check-in-world.ts'

type World = ReturnType<typeof checkInWorld>
type Popup = Awaited<ReturnType<World['openPopup']>>

const key = (name: string) => ({ key: name, code: '', shiftKey: false })

/** A popup that stands at the offer with the folded part open. */
const openMore = async (world: World, felt: 2 | 5 | 'cant-tell' = 2) => {
  const popup = await world.openPopup()
  popup.answerFelt(felt)
  popup.showMore(true)
  popup.back()
  await settled(popup)
  return popup
}

const only = async (world: World): Promise<CheckIn> => {
  const [found, ...others] = await world.checkIns()
  if (!found || others.length > 0) throw new Error(`${others.length + (found ? 1 : 0)} check-ins`)
  return found
}

const asKept = ({ felt, far, pleasant, energy, cantTell, meaning, words, tags, note }: CheckIn) => ({
  felt,
  far,
  pleasant,
  energy,
  cantTell,
  meaning,
  words,
  tags,
  note,
})

describe('answers', () => {
  test('each is kept as it is given, beside what was answered before', async () => {
    const world = checkInWorld()
    const popup = await openMore(world)
    popup.more.answerPleasant(0)
    await settled(popup)
    expect(await only(world)).toMatchObject({ felt: 2, pleasant: 0, energy: null, meaning: null, tags: [] })
    popup.more.answerEnergy('cant-tell')
    popup.more.answerMeaning('shelter')
    popup.more.toggleTag('heavy')
    popup.more.toggleTag('fog')
    popup.more.toggleTag('heavy')
    await settled(popup)
    expect(await only(world)).toMatchObject({
      felt: 2,
      pleasant: 0,
      energy: null,
      cantTell: ['energy'],
      meaning: 'shelter',
      tags: ['fog'],
    })
  })

  test('taken back, they are null and never 0', async () => {
    const world = checkInWorld()
    const popup = await openMore(world)
    const before = asKept(await only(world))
    popup.more.answerPleasant(0)
    popup.more.answerEnergy('cant-tell')
    popup.more.answerMeaning('neither')
    await settled(popup)
    popup.more.answerPleasant(null)
    popup.more.answerEnergy(null)
    popup.more.answerMeaning(null)
    await settled(popup)
    expect(asKept(await only(world))).toEqual(before)
  })

  test('none of them takes the offer away from under the person', async () => {
    const world = checkInWorld()
    const popup = await openMore(world)
    const { offer } = popup.open.draft.value
    expect(offer).not.toBeNull()
    popup.more.answerPleasant(-4)
    popup.more.toggleTag('alone')
    await settled(popup)
    expect(popup.open.draft.value.offer).toEqual(offer)
  })

  test('what stands there follows felt', async () => {
    const world = checkInWorld()
    const popup = await openMore(world)
    expect(popup.more.view.value).toMatchObject({ cantTellFirst: true, asksMeaning: true })
    popup.answerFelt(3)
    expect(popup.more.view.value).toMatchObject({ cantTellFirst: false, asksMeaning: true })
    popup.answerFelt('cant-tell')
    expect(popup.more.view.value).toMatchObject({ asksMeaning: true })
    popup.answerFelt(4)
    expect(popup.more.view.value).toMatchObject({ cantTellFirst: false, asksMeaning: false })
  })

  test('what a popup could not keep is kept by the next', async () => {
    const world = checkInWorld()
    const first = await openMore(world)
    world.breakWrites({ kind: 'full' })
    first.more.answerPleasant(0)
    first.more.answerEnergy('cant-tell')
    first.more.answerMeaning('in-the-way')
    first.more.toggleTag('work')
    await settled(first)
    expect(first.problem.value).toEqual({ problem: { kind: 'full' }, doing: 'save' })
    expect(await only(world)).toMatchObject({ pleasant: null, tags: [] })
    world.breakWrites(null)
    const next = await world.openPopup()
    await settled(next)
    const answers = { pleasant: 0, energy: null, cantTell: ['energy'], meaning: 'in-the-way', tags: ['work'] }
    expect(await only(world)).toMatchObject(answers)
    expect(next.more.view.value.edit).toMatchObject({ pleasant: 0, energy: 'cant-tell', tags: ['work'] })
  })
})

describe('tags', () => {
  const groupOf = (popup: Popup, id: string) => {
    const { words, tags } = popup.more.view.value.edit
    return popup.more.tags.groups(words, tags).find(group => group.id === id)?.tags ?? null
  }

  test('one that says what a picked word says is left out, unless it is chosen', async () => {
    const world = checkInWorld()
    const popup = await openMore(world)
    expect(groupOf(popup, 'mind')).toContain('fog')
    popup.words.toggle('foggy')
    await popup.words.settled()
    expect(groupOf(popup, 'mind')).not.toContain('fog')
    popup.more.toggleTag('fog')
    expect(groupOf(popup, 'mind')).toContain('fog')
  })

  test('private ones stand there once they are switched on, and chosen ones always', async () => {
    const world = checkInWorld()
    const first = await openMore(world)
    expect(groupOf(first, 'private')).toBeNull()
    await world.settings.change(settings => ({ ...settings, privateTags: true }))
    world.changes.announce('settings')
    await settled(first)
    expect(groupOf(first, 'private')).toHaveLength(2)
    first.more.toggleTag('medication-changed')
    await settled(first)
    await world.settings.change(settings => ({ ...settings, privateTags: false }))
    const next = await world.openPopup()
    await settled(next)
    expect(groupOf(next, 'private')).toBeNull()
    expect(next.more.tags.others(next.more.view.value.edit.tags)).toEqual(['medication-changed'])
  })

  test('own ones stand in their group under the name that the person gave', async () => {
    const world = checkInWorld()
    const own = { label: 'the sea', group: 'around', hidden: false }
    await world.stored.save('tags', '0193-own', () => own)
    await world.stored.save('tags', 'work', () => ({ label: null, group: null, hidden: true }))
    const popup = await openMore(world)
    expect(popup.more.ready.value).toBe(true)
    expect(groupOf(popup, 'around')).toContain('0193-own')
    expect(groupOf(popup, 'around')).not.toContain('work')
    expect(popup.more.tags.labelOf('0193-own')).toBe('the sea')
    const next = await world.openPopup()
    await settled(next)
    expect(next.more.tags.labelOf('0193-own')).toBe('the sea')
  })

  test('where own ones cannot be read, Thaw’s stand there', async () => {
    const world = checkInWorld()
    world.breakReads({ kind: 'failed', name: 'AbortError' })
    const popup = await openMore(world)
    expect(popup.more.ready.value).toBe(true)
    expect(groupOf(popup, 'around')).toContain('work')
  })
})

describe('another popup', () => {
  test('within 30 minutes the folded part stands open as it was', async () => {
    const world = checkInWorld()
    const first = await openMore(world)
    first.more.openGroup('body')
    first.more.toggleTag('tight')
    first.note.type('one\u0000two')
    await settled(first)
    world.clock.advance(29 * minute)
    const next = await world.openPopup()
    expect(next.open.draft.value).toMatchObject({ place: 'offer', more: true })
    expect(next.more.view.value).toMatchObject({ openGroup: 'body', edit: { felt: 2, tags: ['tight'] } })
    expect(next.note.view.value.text).toBe('one\u0000two')
  })
})

describe('keys at the offer', () => {
  test('M unfolds and folds', async () => {
    const popup = await openMore(checkInWorld())
    expect(popup.pressKey(key('m'))).toBe(true)
    expect(popup.open.draft.value.more).toBe(false)
    expect(popup.pressKey({ key: 'ь', code: 'KeyM', shiftKey: false })).toBe(true)
    expect(popup.open.draft.value.more).toBe(true)
  })

  test.each(['s', 'Enter'])('%s starts what is offered', async name => {
    const popup = await openMore(checkInWorld())
    const offered = popup.open.draft.value.offer?.pauseId
    expect(popup.pressKey(key(name))).toBe(true)
    expect(popup.open.draft.value).toMatchObject({ place: 'pause', run: { pauseId: offered } })
  })

  test('A passes over, L shows all, any other key is none of them', async () => {
    const popup = await openMore(checkInWorld(), 5)
    const offered = popup.open.draft.value.offer?.pauseId
    expect(popup.pressKey(key('a'))).toBe(true)
    await settled(popup)
    expect(popup.open.draft.value.passedOver).toEqual([offered])
    expect(popup.pressKey(key('q'))).toBe(false)
    expect(popup.pressKey(key('l'))).toBe(true)
    expect(popup.open.draft.value.place).toBe('pauses')
    expect(popup.pressKey(key('m'))).toBe(false)
  })
})

type Press =
  | { readonly does: 'pleasant' | 'energy'; readonly answer: Edit['pleasant'] }
  | { readonly does: 'meaning'; readonly answer: Edit['meaning'] }
  | { readonly does: 'tag'; readonly tag: string }
  | { readonly does: 'note'; readonly note: string }
  | { readonly does: 'felt'; readonly felt: 0 | 3 | 7 | 'cant-tell' }
  | { readonly does: 'close' | 'break' | 'mend' }

const step = fc.constantFrom<Edit['pleasant']>(...steps, 'cant-tell', null)
const press: fc.Arbitrary<Press> = fc.oneof(
  fc.record({ does: fc.constantFrom('pleasant', 'energy'), answer: step }),
  fc.record({ does: fc.constant('meaning'), answer: fc.constantFrom(...meanings, null) }),
  fc.record({ does: fc.constant('tag'), tag: fc.constantFrom('heavy', 'fog', 'work', 'own') }),
  fc.record({ does: fc.constant('note'), note: fc.string({ unit: 'binary', maxLength: 8 }) }),
  fc.record({ does: fc.constant('felt'), felt: fc.constantFrom(0, 3, 7, 'cant-tell') }),
  fc.record({ does: fc.constantFrom('close', 'break', 'mend') }),
) as fc.Arbitrary<Press>

/** What the record has to say after a press, by a model that knows nothing of patches. */
const said = (edit: Edit, given: Press): Edit => {
  switch (given.does) {
    case 'pleasant':
    case 'energy':
      return { ...edit, [given.does]: given.answer }
    case 'meaning':
      return { ...edit, meaning: given.answer }
    case 'tag': {
      const others = edit.tags.filter(tag => tag !== given.tag)
      return { ...edit, tags: others.length < edit.tags.length ? others : [...edit.tags, given.tag] }
    }
    case 'note':
      return { ...edit, note: given.note }
    case 'felt':
      return { ...edit, felt: given.felt }
    default:
      return edit
  }
}

const give = async (popup: Popup, given: Press) => {
  switch (given.does) {
    case 'pleasant':
      return popup.more.answerPleasant(given.answer)
    case 'energy':
      return popup.more.answerEnergy(given.answer)
    case 'meaning':
      return popup.more.answerMeaning(given.answer)
    case 'tag':
      return popup.more.toggleTag(given.tag)
    case 'note':
      popup.note.type(given.note)
      return popup.note.keep()
    case 'felt':
      popup.answerFelt(given.felt)
      return popup.back()
    default:
  }
}

/** A note that could not be kept is, with the next answer, but not what was made of it since. */
const keptLate: Press[] = [
  { does: 'break' },
  { does: 'note', note: 'kept late' },
  { does: 'mend' },
  { does: 'felt', felt: 0 },
  { does: 'break' },
  { does: 'note', note: '' },
  { does: 'close' },
  { does: 'felt', felt: 0 },
]

test('any answers, given and taken back over any number of popups, leave what was answered last and null for the rest', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(press, { minLength: 1, maxLength: 12 }), async presses => {
      const world = checkInWorld()
      const { now } = world.clock
      // No two moves of a person's fall into one millisecond.
      Object.assign(world.clock, {
        now: () => {
          world.clock.advance(1)
          return now()
        },
      })
      let popup = await openMore(world)
      for (const given of presses) {
        if (given.does === 'break') world.breakWrites({ kind: 'full' })
        if (given.does === 'mend') world.breakWrites(null)
        await give(popup, given)
        if (given.does === 'close') {
          await settled(popup)
          popup = await world.openPopup()
        }
      }
      world.breakWrites(null)
      await settled(popup)
      await popup.note.keep()
      await settled(popup)
      const expected = presses.reduce(said, { ...noEdit, felt: 2 })
      const kept = await only(world)
      expect(editOf(kept)).toEqual(expected)
      const blank = newCheckIn(kept, { source: 'popup', nudgeId: null })
      for (const scale of ['pleasant', 'energy'] as const) {
        if (typeof expected[scale] !== 'number') expect(kept[scale]).toBe(blank[scale])
      }
    }),
    { numRuns: 150, examples: [[keptLate]] },
  )
})

/** Half of a pair cannot be stored as text; what is kept is what every screen shows for it. */
test('a note as long as it may be is kept to the letter; a longer one stays in the field with its length', async () => {
  const world = checkInWorld()
  const popup = await openMore(world)
  const longest = `🧊\ud83d\u0000<b>&amp;</b>\u202eوأنا${'x'.repeat(noteAtMost)}`.slice(0, noteAtMost)
  popup.note.type(longest)
  await popup.note.keep()
  const same = (await only(world)).note === longest.toWellFormed()
  expect(same).toBe(true)
  popup.note.type(`${longest}y`)
  await popup.note.keep()
  const { text, tooLong } = popup.note.view.value
  expect([text.length, text.endsWith('xy'), tooLong]).toEqual([noteAtMost + 1, true, true])
  expect((await only(world)).note).toHaveLength(noteAtMost)
})
