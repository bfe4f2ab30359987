/** Any walk through a check-in, with popups that close or die at any point: what was answered is in the record, and nothing else. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { newCheckIn, resumeWithin } from '../../lib/core/check-in.ts'
import { type Edit, editOf } from '../../lib/core/edit.ts'
import { type CheckIn, meanings, steps } from '../../lib/core/records.ts'
import { checkInWorld, settled } from '../support/check-in-world.ts'

type World = ReturnType<typeof checkInWorld>
type Popup = Awaited<ReturnType<World['openPopup']>>

/** What a check-in says, by a model that knows no patches: null until it was answered. */
type Said = Pick<Edit, 'felt' | 'far' | 'pleasant' | 'energy' | 'meaning' | 'tags' | 'note'> & {
  readonly words: readonly string[]
}

const nothing: Said = {
  felt: null,
  far: null,
  pleasant: null,
  energy: null,
  meaning: null,
  tags: [],
  note: '',
  words: [],
}

type Step =
  | { readonly does: 'felt'; readonly felt: NonNullable<Said['felt']> }
  | { readonly does: 'far'; readonly far: 0 | 1 | 2 | 3 }
  | { readonly does: 'word'; readonly word: string }
  | { readonly does: 'pleasant' | 'energy'; readonly answer: Edit['pleasant'] }
  | { readonly does: 'meaning'; readonly answer: Edit['meaning'] }
  | { readonly does: 'tag'; readonly tag: string }
  | { readonly does: 'note'; readonly note: string }
  | { readonly does: 'skip' | 'back' | 'done' | 'not-now' | 'close' | 'kill' | 'wait' | 'late' }

const ofFive = fc.constantFrom<Edit['pleasant']>(...steps, 'cant-tell', null)
const step = fc.oneof(
  fc.record({ does: fc.constant('felt'), felt: fc.constantFrom(0, 1, 2, 3, 5, 7, 10, 'cant-tell') }),
  fc.record({ does: fc.constant('far'), far: fc.constantFrom(0, 1, 2, 3) }),
  fc.record({
    does: fc.constant('word'),
    word: fc.constantFrom('numb', 'calm', 'panicky', 'tired', 'flat', 'proud', 'not-sure'),
  }),
  fc.record({ does: fc.constantFrom('pleasant', 'energy'), answer: ofFive }),
  fc.record({ does: fc.constant('meaning'), answer: fc.constantFrom(...meanings, null) }),
  fc.record({ does: fc.constant('tag'), tag: fc.constantFrom('heavy', 'work') }),
  fc.record({ does: fc.constant('note'), note: fc.constantFrom('', 'a', 'b') }),
  fc.record({ does: fc.constantFrom('skip', 'skip', 'back', 'done', 'not-now') }),
  // What happens to popups: one closes, the next one dies, time passes with it open, or with none.
  fc.record({ does: fc.constantFrom('close', 'kill', 'kill', 'wait', 'late') }),
) as fc.Arbitrary<Step>

const toggled = (list: readonly string[], one: string, atMost: number): readonly string[] => {
  if (list.includes(one)) return list.filter(other => other !== one)
  return list.length < atMost ? [...list, one] : list
}

/** What a step says, where the screen that is shown lets it; null where it says nothing. */
const says = (popup: Popup, said: Said, given: Step): Said | null => {
  const { place } = popup.open.draft.value
  switch (given.does) {
    case 'felt':
      return place === 'felt' ? { ...said, felt: given.felt } : null
    case 'far':
      return place === 'far' ? { ...said, far: given.far } : null
    case 'word':
      return place === 'words' ? { ...said, words: toggled(said.words, given.word, 5) } : null
    case 'pleasant':
    case 'energy':
      return place === 'offer' ? { ...said, [given.does]: given.answer } : null
    case 'meaning':
      return place === 'offer' ? { ...said, meaning: given.answer } : null
    case 'tag':
      return place === 'offer' ? { ...said, tags: toggled(said.tags, given.tag, 99) } : null
    case 'note':
      return place === 'offer' ? { ...said, note: given.note } : null
    default:
      return null
  }
}

const press = (popup: Popup, world: World, given: Step): unknown => {
  switch (given.does) {
    case 'felt':
      return popup.answerFelt(given.felt)
    case 'far':
      return popup.answerFar(given.far)
    case 'word':
      return popup.words.toggle(given.word)
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
      return world.restTyping()
    default:
      return null
  }
}

const asSaid = (checkIn: CheckIn): Said => {
  const { felt, far, pleasant, energy, meaning, tags, note, words } = editOf(checkIn)
  return { felt, far, pleasant, energy, meaning, tags, note, words: words.map(({ id }) => id) }
}

/** Walks, and gives what the check-ins have to say, in their order. */
const walk = async (world: World, given: readonly Step[]): Promise<readonly Said[]> => {
  const ended: Said[] = []
  let said: Said | null = null
  let dies = false
  let popup = await world.openPopup()
  const end = () => {
    if (said) ended.push(said)
    said = null
  }
  const open = async (dying: boolean) => {
    if (dying) world.doom()
    dies = dying
    // A popup goes on, or begins anew, by the time that has passed.
    popup = await world.openPopup()
    if (popup.open.draft.value.checkInId === null) end()
  }
  for (const one of given) {
    // A press in a window that was left for long begins anew, and answers nothing.
    if (one.does !== 'wait' && popup.open.renew()) {
      end()
      continue
    }
    const next = says(popup, said ?? nothing, one)
    if (next) {
      said = next
      press(popup, world, one)
    } else if (one.does === 'skip' && popup.open.draft.value.place !== 'felt') popup.next()
    else if (one.does === 'back' && popup.open.draft.value.place !== 'felt') popup.changeFelt()
    else if (one.does === 'wait') world.clock.advance(resumeWithin + 1)
    else if (one.does === 'close') {
      if (!dies) await settled(popup)
      await open(false)
    } else if (one.does === 'late') {
      if (!dies) await settled(popup)
      world.clock.advance(resumeWithin + 1)
      await open(false)
    } else if (one.does === 'kill') {
      if (!dies) await settled(popup)
      // Nothing that this one writes into the history arrives there; its draft does.
      await open(true)
    } else if ((one.does === 'done' || one.does === 'not-now') && !dies) {
      await (one.does === 'done' ? popup.done() : popup.notNow())
      end()
      await open(false)
    }
    // Own words and the offer are read between two presses.
    await new Promise(resolve => setImmediate(resolve))
  }
  await open(false)
  await settled(popup)
  await settled(popup)
  end()
  return ended
}

test('leaves one record a check-in, with what was answered last, and null for the rest', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 40 }), async given => {
      const world = checkInWorld()
      const expected = await walk(world, given)
      const kept = (await world.checkIns()).toSorted((one, other) => (one.id < other.id ? -1 : 1))
      const byText = (list: readonly Said[]) => list.map(one => JSON.stringify(one)).sort()
      expect(byText(kept.map(asSaid))).toEqual(byText(expected))
      for (const checkIn of kept) {
        const blank = newCheckIn(checkIn, { source: 'popup', nudgeId: null })
        // "Can't tell" leaves the value null, and no scale is said twice.
        for (const scale of checkIn.cantTell) expect(checkIn[scale]).toBe(blank[scale])
        expect(new Set(checkIn.cantTell).size).toBe(checkIn.cantTell.length)
      }
    }),
    { numRuns: 300 },
  )
}, 60_000)
