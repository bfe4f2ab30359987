/** The words step as its screen sees it: words of lately, a search, own words, the keys of all of them, and what they ask for. */
import { effect } from '@preact/signals'
import { beforeEach, describe, expect, test } from 'vitest'
import { wordCatalogue } from '../../lib/content/words.ts'
import { newCheckIn, wordsAtMost } from '../../lib/core/check-in.ts'
import type { Fields, Id } from '../../lib/core/records.ts'
import { minute, momentOf } from '../../lib/core/time.ts'
import { checkInWorld, settled } from '../support/check-in-world.ts'
import { seededChance } from '../support/fakes.ts'

const key = (name: string, code = '', shiftKey = false) => ({ key: name, code, shiftKey })

type World = ReturnType<typeof checkInWorld>
type Popup = Awaited<ReturnType<World['openPopup']>>

let world: World
beforeEach(() => {
  world = checkInWorld()
})

const ids = seededChance(11)

/** Keeps a check-in of so many days ago with those words. */
const pastWords = async (days: number, ...words: readonly Id[]) => {
  const moment = momentOf(world.clock.now().subtract({ days }))
  const fields = newCheckIn(moment, { source: 'popup', nudgeId: null })
  await world.stored.save('checkIns', ids.id(moment.at), () => ({
    ...fields,
    words: words.map(id => ({ id, guess: false })),
  }))
}

const ownWord = async (id: Id, fields: Partial<Fields<'words'>>) => {
  await world.stored.save('words', id, () => ({ label: null, group: null, hidden: false, ...fields }))
}

/** A popup that stands at the words, after an answer to felt that does not ask for far. */
const atWords = async (felt: 5 | 8 = 8): Promise<Popup> => {
  const popup = await world.openPopup()
  popup.answerFelt(felt)
  await settled(popup)
  await settled(popup)
  return popup
}

const picked = (popup: Popup): readonly Id[] => popup.open.record.value.words.map(word => word.id)
const place = (popup: Popup) => popup.open.draft.value.place
const latelyOf = (popup: Popup) => popup.words.view.value.lately.map(word => word.id)
const own = async () => {
  const found = await world.stored.all('words')
  return found.ok ? found.value : []
}
const typeAndPick = async (popup: Popup, typed: string) => {
  popup.words.find(typed)
  await popup.words.pickFound()
  await settled(popup)
}

/** The words of a group, as every person has them to begin with. */
const wordsOf = (group: Id): readonly Id[] => wordCatalogue.groups.find(({ id }) => id === group)?.items ?? []

describe('your words lately', () => {
  test('are those of the last 30 days, most used first, each with a key that picks it and takes it out', async () => {
    await pastWords(40, 'proud')
    await pastWords(2, 'calm', 'tired')
    await pastWords(1, 'tired')
    const popup = await atWords()
    expect(popup.words.view.value.lately).toEqual([
      { id: 'tired', key: '1' },
      { id: 'calm', key: '2' },
    ])
    expect(popup.pressKey(key('2'))).toBe(true)
    expect(picked(popup)).toEqual(['calm'])
    expect(popup.words.news.value).toEqual({ what: 'picked', id: 'calm' })
    popup.pressKey(key('٢', 'Digit2'))
    expect(picked(popup)).toEqual([])
    expect(popup.words.news.value).toEqual({ what: 'out', id: 'calm' })
    popup.pressKey(key('4'))
    expect(picked(popup)).toEqual([])
  })

  test('stay where they stand while words are picked, and after a reopening', async () => {
    await pastWords(2, 'calm', 'tired')
    const first = await atWords()
    first.pressKey(key('2'))
    await settled(first)
    expect(latelyOf(first)).toEqual(['calm', 'tired'])
    const second = await world.openPopup()
    await settled(second)
    await settled(second)
    expect(picked(second)).toEqual(['tired'])
    expect(latelyOf(second)).toEqual(['calm', 'tired'])
  })

  test('leave out hidden words and answers in place of a word, and name own ones', async () => {
    await ownWord('flat', { hidden: true })
    await ownWord('own-1', { label: 'adrift', group: 'in-between' })
    await pastWords(1, 'flat', 'not-sure', 'own-1')
    const popup = await atWords()
    expect(latelyOf(popup)).toEqual(['own-1'])
    expect(popup.own.words.value.labelOf('own-1')).toBe('adrift')
  })

  test('never show a hidden word, not even while own words are being read', async () => {
    await ownWord('flat', { hidden: true })
    await pastWords(1, 'flat', 'calm')
    const popup = await world.openPopup()
    const seen: string[] = []
    const stop = effect(() => void seen.push(latelyOf(popup).join()))
    popup.answerFelt(8)
    await settled(popup)
    await settled(popup)
    stop()
    expect([...new Set(seen)]).toEqual(['', 'calm'])
  })

  test('a key that is pressed before they are read picks its word, and Done waits for it', async () => {
    await pastWords(1, 'calm')
    const popup = await world.openPopup()
    popup.pressKey(key('7'))
    popup.pressKey(key('1'))
    expect(picked(popup)).toEqual([])
    await popup.done()
    expect(await world.checkIns()).toMatchObject([{ felt: 7, words: [{ id: 'calm' }] }, { felt: null }])
    expect(world.left).toBe(1)
  })

  test('are read while the first question stands, so that its answer finds them and waits for no reading', async () => {
    await pastWords(1, 'calm')
    const popup = await world.openPopup()
    await settled(popup)
    const goOn = world.holdSessions()
    popup.answerFelt(8)
    expect(latelyOf(popup)).toEqual(['calm'])
    popup.pressKey(key('1'))
    expect(picked(popup)).toEqual(['calm'])
    goOn()
    await settled(popup)
  })

  test('follow what another page keeps while the first question stands', async () => {
    const popup = await world.openPopup()
    await settled(popup)
    await pastWords(1, 'calm')
    world.changes.announce('records')
    await settled(popup)
    popup.answerFelt(8)
    expect(latelyOf(popup)).toEqual(['calm'])
  })

  test('are none where the history cannot be read, and all words can be picked', async () => {
    await pastWords(1, 'calm')
    world.breakReads({ kind: 'failed', name: 'UnknownError' })
    const popup = await world.openPopup()
    popup.answerFelt(8)
    await settled(popup)
    expect(latelyOf(popup)).toEqual([])
    expect(popup.words.problem.value).toMatchObject({ doing: 'open' })
    popup.words.toggle('numb')
    expect(picked(popup)).toEqual(['numb'])
    world.breakReads(null)
    await popup.words.tryAgain()
    expect(popup.words.problem.value).toBeNull()
  })
})

describe('keys', () => {
  test('each group opens and folds by a digit that stays the same', async () => {
    await ownWord('okay', { group: 'heavy-slow' })
    const popup = await atWords()
    const keys = () => popup.words.view.value.groups.map(group => `${group.key} ${group.id}`)
    expect(keys()).toEqual([
      '5 quiet-far',
      '6 bright-lively',
      '7 warm-settled',
      '8 tight-loud',
      '9 heavy-slow',
      '0 in-between',
    ])
    popup.pressKey(key('0'))
    expect(popup.open.draft.value.openGroup).toBe('in-between')
    expect(popup.words.focus.value).toEqual({ on: 'group', id: 'in-between' })
    popup.pressKey(key('8'))
    expect(popup.open.draft.value.openGroup).toBe('tight-loud')
    popup.pressKey(key('8'))
    expect(popup.open.draft.value.openGroup).toBeNull()
  })

  test('a group that has no words left leaves the keys of the others alone', async () => {
    for (const id of wordsOf('in-between')) await ownWord(id, { hidden: true })
    for (const id of wordsOf('warm-settled')) await ownWord(id, { hidden: true })
    const popup = await atWords()
    expect(popup.words.view.value.groups.map(group => group.key)).toEqual(['5', '6', '8', '9'])
    expect(popup.pressKey(key('7'))).toBe(false)
    expect(popup.open.draft.value.openGroup).toBeNull()
  })

  test.each([
    ['?', 'not-sure'],
    ['؟', 'not-sure'],
    ['.', 'no-word'],
    ['+', 'more-than-one'],
    ['*', 'rather-not-say'],
  ])('“%s” is the answer %s', async (name, id) => {
    const popup = await atWords()
    expect(popup.pressKey(key(name, 'Digit8', true))).toBe(true)
    expect(picked(popup)).toEqual([id])
  })

  test.each(['n', 'N', 'é', 'ж', 'م', 'あ'])('the letter “%s” begins the search', async letter => {
    const popup = await atWords()
    expect(popup.pressKey(key(letter))).toBe(true)
    expect(popup.open.draft.value.find).toBe(letter)
    expect(popup.words.focus.value).toEqual({ on: 'find' })
    popup.pressKey(key('u'))
    expect(popup.open.draft.value.find).toBe(`${letter}u`)
  })

  test.each(['Enter', 'Tab', ' ', 'Dead', 'F5', '-', 'Backspace'])('“%s” is no answer', async name => {
    const popup = await atWords()
    expect(popup.pressKey(key(name))).toBe(false)
    expect(popup.open.draft.value.find).toBe('')
    expect(picked(popup)).toEqual([])
  })

  test('what does not stand on screen during a search has no key', async () => {
    await pastWords(1, 'calm')
    const popup = await atWords()
    popup.words.find('far')
    expect(popup.pressKey(key('1'))).toBe(false)
    expect(popup.pressKey(key('5'))).toBe(false)
    expect(picked(popup)).toEqual([])
  })
})

describe('the search', () => {
  test('finds by any part of the label and by a synonym; Enter picks the first and ends it', async () => {
    const popup = await atWords()
    popup.words.find('sleep ins')
    expect(popup.words.view.value.found).toEqual(['numb'])
    await popup.words.pickFound()
    expect(picked(popup)).toEqual(['numb'])
    expect(popup.open.draft.value.find).toBe('')
    popup.words.find('-GLASS')
    expect(popup.words.view.value.found).toEqual(['behind-glass'])
  })

  test('Enter never takes a picked word out', async () => {
    const popup = await atWords()
    await typeAndPick(popup, 'numb')
    await typeAndPick(popup, 'numb')
    expect(picked(popup)).toEqual(['numb'])
    await popup.words.pickFound()
    expect(picked(popup)).toEqual(['numb'])
  })

  test('finds own words and renamed ones under both names, and no hidden ones', async () => {
    await ownWord('own-1', { label: 'adrift', group: 'quiet-far' })
    await ownWord('numb', { label: 'wooden' })
    await ownWord('calm', { hidden: true })
    const popup = await atWords()
    const found = (text: string) => {
      popup.words.find(text)
      return popup.words.view.value.found
    }
    expect(found('drift')).toEqual(['own-1'])
    expect(found('wood')).toEqual(['numb'])
    expect(found('numb')).toEqual(['numb'])
    expect(found('calm')).toEqual([])
    expect(found(' ')).toBeNull()
  })

  test('an answer in place of a word can be typed whole', async () => {
    const popup = await atWords()
    await typeAndPick(popup, 'not-sure')
    expect(picked(popup)).toEqual(['not-sure'])
  })

  test('keeps what was typed where no word fits any more', async () => {
    const popup = await atWords()
    for (const id of ['numb', 'flat', 'empty', 'hollow', 'blank']) popup.words.toggle(id)
    expect(popup.words.view.value).toMatchObject({ full: true, body: false })
    await typeAndPick(popup, 'calm')
    await typeAndPick(popup, 'adrift')
    expect(picked(popup)).toHaveLength(wordsAtMost)
    expect(popup.open.draft.value.find).toBe('adrift')
    expect(await own()).toEqual([])
  })
})

describe('an own word', () => {
  test('is made of what was typed where nothing is called so, stands in the open group, and is picked', async () => {
    const popup = await atWords()
    popup.words.openGroup('heavy-slow')
    popup.words.find(' numb adrift ')
    expect(popup.words.view.value.canAdd).toBe('numb adrift')
    await popup.words.add()
    await settled(popup)
    const [word] = await own()
    expect(word).toMatchObject({ label: 'numb adrift', group: 'heavy-slow', hidden: false })
    expect(picked(popup)).toEqual([word?.id])
    expect(popup.open.draft.value.find).toBe('')
    expect(await world.checkIns()).toMatchObject([{ words: [{ id: word?.id, guess: false }] }])
  })

  test('goes in between where no group is open, and Enter makes it where nothing was found', async () => {
    const popup = await atWords()
    await typeAndPick(popup, 'adrift')
    expect(await own()).toMatchObject([{ label: 'adrift', group: 'in-between' }])
    expect(picked(popup)).toHaveLength(1)
  })

  test('is not offered for a word that is there, under any case', async () => {
    const popup = await atWords()
    for (const typed of ['numb', 'NUMB', ' numb', 'not-sure']) {
      popup.words.find(typed)
      expect(popup.words.view.value.canAdd).toBeNull()
    }
  })

  test('that is called as a hidden one picks that one', async () => {
    await ownWord('calm', { hidden: true })
    const popup = await atWords()
    popup.words.find('Calm')
    expect(popup.words.view.value.canAdd).toBe('calm')
    await typeAndPick(popup, 'Calm')
    expect(picked(popup)).toEqual(['calm'])
    expect((await own()).map(row => row.id)).toEqual(['calm'])
    expect(popup.own.words.value.canPick('calm')).toBe(false)
  })

  test('that another page has added a moment ago is picked, and not made twice', async () => {
    const popup = await atWords()
    popup.words.find('adrift')
    await ownWord('other', { label: 'Adrift', group: 'quiet-far' })
    await popup.words.add()
    expect(picked(popup)).toEqual(['other'])
    expect(await own()).toHaveLength(1)
  })

  test('is made once by two quick presses', async () => {
    const popup = await atWords()
    popup.words.find('adrift')
    await Promise.all([popup.words.add(), popup.words.add()])
    expect(await own()).toHaveLength(1)
    expect(picked(popup)).toHaveLength(1)
  })

  test('leaves alone what is typed while it is on its way', async () => {
    const popup = await atWords()
    popup.words.find('adrift')
    const added = popup.words.add()
    popup.words.find('adriftca')
    await added
    expect(popup.open.draft.value.find).toBe('ca')
    popup.words.find('afloat')
    const next = popup.words.add()
    await Promise.resolve()
    popup.words.find('calm')
    await next
    expect(popup.open.draft.value.find).toBe('calm')
    expect((await own()).map(row => row.label)).toEqual(['adrift', 'afloat'])
  })

  test('is refused with a reason where its name is too long; what was typed stays', async () => {
    const popup = await atWords()
    await typeAndPick(popup, 'x'.repeat(61))
    expect(popup.words.view.value).toMatchObject({ canAdd: null, refused: { kind: 'long', length: 61 } })
    expect(popup.open.draft.value.find).toHaveLength(61)
    expect(await own()).toEqual([])
  })

  test('that cannot be kept loses nothing, says so, and is kept when tried again', async () => {
    const popup = await atWords()
    world.breakWrites({ kind: 'full' })
    await typeAndPick(popup, 'adrift')
    expect(popup.words.problem.value).toEqual({ problem: { kind: 'full' }, doing: 'save' })
    expect(popup.open.draft.value.find).toBe('adrift')
    expect(picked(popup)).toEqual([])
    world.breakWrites(null)
    await popup.words.tryAgain()
    await settled(popup)
    expect(popup.words.problem.value).toBeNull()
    expect(picked(popup)).toEqual([(await own())[0]?.id])
  })

  test('keeps its name where it was picked and is hidden or deleted since', async () => {
    await ownWord('own-1', { label: 'adrift', group: 'quiet-far' })
    const popup = await atWords()
    popup.words.toggle('own-1')
    await ownWord('own-1', { label: 'adrift', group: null, hidden: true })
    world.changes.announce('records')
    await settled(popup)
    expect(popup.words.view.value.groups.flatMap(group => group.words)).not.toContain('own-1')
    expect(picked(popup)).toEqual(['own-1'])
    expect(popup.own.words.value.labelOf('own-1')).toBe('adrift')
  })
})

describe('what words ask for', () => {
  test.each([
    ['an own word of Quiet & far', 'own-1', 'far'],
    ['one of Thaw’s that was placed there', 'calm', 'far'],
    ['one of Thaw’s that was placed elsewhere', 'hollow', 'far'],
    ['an own word of another group', 'own-2', 'offer'],
    ['an own word that was deleted', 'own-3', 'offer'],
  ])('%s', async (_, id, next) => {
    await ownWord('own-1', { label: 'adrift', group: 'quiet-far' })
    await ownWord('own-2', { label: 'fizzy', group: 'bright-lively' })
    await ownWord('own-3', { label: 'gone', group: null, hidden: true })
    await ownWord('calm', { group: 'quiet-far' })
    await ownWord('hollow', { group: 'heavy-slow' })
    const popup = await atWords()
    popup.words.toggle(id)
    popup.next()
    expect(place(popup)).toBe(next)
  })

  test('is known when Next is pressed before own words are read', async () => {
    await ownWord('own-1', { label: 'adrift', group: 'quiet-far' })
    const first = await atWords()
    first.words.toggle('own-1')
    await settled(first)
    const second = await world.openPopup()
    second.next()
    await settled(second)
    await settled(second)
    expect(place(second)).toBe('far')
  })

  test('an own word is never a hard one, whatever it is called', async () => {
    await ownWord('own-1', { label: 'scared stiff', group: 'tight-loud' })
    const popup = await atWords()
    popup.words.toggle('own-1')
    popup.next()
    await settled(popup)
    expect(place(popup)).toBe('offer')
    expect(popup.offer.view.value?.besidePerson).toBe(false)
  })
})

test('what was typed and which group stood open are there again in a popup that goes on', async () => {
  const first = await atWords()
  first.pressKey(key('8'))
  first.words.find('adri')
  await settled(first)
  world.clock.advance(5 * minute)
  const second = await world.openPopup()
  expect(second.words.view.value).toMatchObject({ find: 'adri', openGroup: 'tight-loud', canAdd: 'adri' })
})
