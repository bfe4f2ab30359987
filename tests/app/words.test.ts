/** Settings → Words and tags as its screen sees it: each change kept at once, refused names said, deletions taken back. */
import { describe, expect, test, vi } from 'vitest'
import { createOwnWords, type OwnKind } from '../../lib/app/own-words.ts'
import { type PutAway, readPutAway } from '../../lib/app/put-away.ts'
import type { Removal } from '../../lib/app/removal.ts'
import { createWords } from '../../lib/app/words.ts'
import type { Id } from '../../lib/core/records.ts'
import { readWordPlace, type WordPlace } from '../../lib/core/word-list.ts'
import { memorySlot, seededChance } from '../support/fakes.ts'
import { pageWorld } from '../support/page-world.ts'

type World = ReturnType<typeof pageWorld>

const slots = () => ({ removal: memorySlot<Removal>(), putAway: memorySlot<readonly PutAway<WordPlace>[]>() })

const open = async (world: World = pageWorld(), kept = slots()) => {
  const own = createOwnWords({
    ...world,
    chance: seededChance(3),
    names: { words: id => id, tags: id => id },
    locale: () => 'en',
  })
  const words = createWords({
    ...world,
    own,
    later: world.timers.later,
    ...kept,
    synonyms: id => (id === 'numb' ? 'asleep inside, dull' : ''),
    locale: () => 'en',
  })
  await words.load()
  const rows = async (kind: OwnKind) => {
    const found = await world.records.all(kind)
    if (!found.ok) throw new Error('the store is broken')
    return found.value
  }
  const add = async (kind: OwnKind, group: Id, text: string): Promise<Id> => {
    words.typeNew(kind, group, text)
    await words.add(kind, group)
    const added = (await rows(kind)).find(row => row.label === text)
    if (!added) throw new Error(`“${text}” was not added`)
    return added.id
  }
  const groupOf = (kind: OwnKind, group: Id) =>
    words.lists[kind].value.groups.find(({ id }) => id === group)?.items.map(({ id }) => id) ?? []
  const picks = (kind: OwnKind) => words.lists[kind].value.picks.flatMap(({ items }) => items)
  return { world, kept, words, rows, add, groupOf, picks }
}

const rename = async (words: ReturnType<typeof createWords>, kind: OwnKind, id: Id, name: string) => {
  words.start(kind, id)
  words.type({ name })
  await words.save()
}

describe('adding', () => {
  test('puts an own word at the end of its group, keeps it, and tells the other pages', async () => {
    const { world, words, rows, add, groupOf } = await open()
    const id = await add('words', 'quiet-far', 'adrift')
    expect(groupOf('words', 'quiet-far').at(-1)).toBe(id)
    expect(await rows('words')).toMatchObject([{ id, label: 'adrift', group: 'quiet-far', hidden: false }])
    expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7/)
    expect(world.changes.announced).toContain('records')
    expect(words.adding('words', 'quiet-far')).toEqual({ text: '', refused: null })
    expect(words.news.value).toEqual({ what: 'added', label: 'adrift' })
  })

  test('of a tag leaves words alone', async () => {
    const { rows, add, groupOf } = await open()
    const id = await add('tags', 'around', 'music')
    expect(groupOf('tags', 'around').at(-1)).toBe(id)
    expect(await rows('words')).toEqual([])
  })

  test('twice in quick turn adds once', async () => {
    const { words, rows } = await open()
    words.typeNew('words', 'quiet-far', 'adrift')
    await Promise.all([words.add('words', 'quiet-far'), words.add('words', 'quiet-far')])
    expect(await rows('words')).toHaveLength(1)
    expect(words.adding('words', 'quiet-far').refused).toBeNull()
  })

  test('keeps what is typed while the word before is on its way', async () => {
    const { words, rows } = await open()
    words.typeNew('words', 'quiet-far', 'adrift')
    const added = words.add('words', 'quiet-far')
    words.typeNew('words', 'quiet-far', 'adriftwi')
    await added
    expect(words.adding('words', 'quiet-far').text).toBe('wi')
    expect(await rows('words')).toMatchObject([{ label: 'adrift' }])
  })

  test.each([
    ['nothing', '  ', { kind: 'empty' }],
    ['a name that is too long', 'x'.repeat(61), { kind: 'long', length: 61 }],
    ['a name that is there', 'NUMB', { kind: 'taken', id: 'numb', hidden: false }],
  ])('%s is refused, said at the field, and stays there', async (_, text, refused) => {
    const { words, rows } = await open()
    words.typeNew('words', 'in-between', text)
    await words.add('words', 'in-between')
    expect(words.adding('words', 'in-between')).toMatchObject({ text, refused })
    expect(words.problem.value).toBeNull()
    expect(await rows('words')).toEqual([])
    // What is typed next is another text.
    words.typeNew('words', 'in-between', 'adrift')
    expect(words.adding('words', 'in-between').refused).toBeNull()
  })

  test('sees what another page has added a moment ago', async () => {
    const { world, words, rows } = await open()
    await world.records.save('words', 'other', () => ({ label: 'Adrift', group: 'quiet-far', hidden: false }))
    words.typeNew('words', 'quiet-far', 'adrift')
    await words.add('words', 'quiet-far')
    expect(words.adding('words', 'quiet-far').refused).toMatchObject({ kind: 'taken', id: 'other' })
    expect(await rows('words')).toHaveLength(1)
  })

  test.each(['بعيد', '👨‍👩‍👧‍👦', '<script>alert(1)</script>', 'a\0b', '\u202eevil', '__proto__'])(
    '“%s” stands as it was typed',
    async text => {
      const { words, add } = await open()
      const id = await add('words', 'in-between', text)
      expect(words.lists.words.value.labelOf(id)).toBe(text)
    },
  )

  test('half a character is made whole', async () => {
    const { words, rows } = await open()
    words.typeNew('words', 'in-between', 'so \ud83d')
    await words.add('words', 'in-between')
    expect(await rows('words')).toMatchObject([{ label: 'so \ufffd' }])
  })
})

describe('changing', () => {
  test('a name of Thaw’s becomes the person’s, and Thaw’s again', async () => {
    const { words, rows } = await open()
    await rename(words, 'words', 'numb', ' asleep ')
    expect(words.open.value).toBeNull()
    expect(words.lists.words.value.labelOf('numb')).toBe('asleep')
    expect(words.news.value).toEqual({ what: 'changed', label: 'asleep' })
    await rename(words, 'words', 'numb', 'numb')
    // It follows Thaw again, into other languages too.
    expect(await rows('words')).toMatchObject([{ id: 'numb', label: null }])
  })

  test('a place moves the word behind Thaw’s own of that group, which unfolds to show it', async () => {
    const { words, groupOf, rows } = await open()
    words.start('words', 'numb')
    words.type({ group: 'in-between' })
    await words.save()
    expect(groupOf('words', 'in-between').at(-1)).toBe('numb')
    expect(groupOf('words', 'quiet-far')).not.toContain('numb')
    expect(words.isUnfolded('words', 'in-between')).toBe(true)
    words.start('words', 'numb')
    expect(words.open.value).toMatchObject({ name: 'numb', group: 'in-between' })
    words.type({ group: 'quiet-far' })
    await words.save()
    expect(groupOf('words', 'quiet-far')[0]).toBe('numb')
    expect(await rows('words')).toMatchObject([{ group: null }])
  })

  test('nothing writes nothing', async () => {
    const { words, rows } = await open()
    words.start('words', 'numb')
    await words.save()
    expect(words.open.value).toBeNull()
    expect(await rows('words')).toEqual([])
  })

  test('a refused name leaves the form open, with what was typed', async () => {
    const { words, rows } = await open()
    await rename(words, 'words', 'numb', 'Flat')
    expect(words.open.value).toMatchObject({ name: 'Flat', refused: { kind: 'taken', id: 'flat' } })
    words.type({ name: 'Flatter' })
    expect(words.open.value?.refused).toBeNull()
    words.close()
    expect(await rows('words')).toEqual([])
  })

  test('what was typed and not saved is left by closing', async () => {
    const { words } = await open()
    words.start('words', 'numb')
    words.type({ name: 'asleep' })
    words.close()
    expect(words.open.value).toBeNull()
    expect(words.lists.words.value.labelOf('numb')).toBe('numb')
  })

  test('a word that another page deleted meanwhile does not come back', async () => {
    const { world, words, add, rows } = await open()
    const id = await add('words', 'in-between', 'adrift')
    words.start('words', id)
    words.type({ name: 'afloat' })
    await world.records.remove('words', id, world.clock.now().epochMilliseconds + 10_000)
    await words.save()
    expect(words.problem.value).toMatchObject({ problem: { kind: 'failed', name: 'gone' }, doing: 'save' })
    expect(await rows('words')).toEqual([])
  })
})

describe('hiding', () => {
  test('takes a word out of what can be picked, keeps its name and place, and can be undone', async () => {
    const { words, picks, groupOf } = await open()
    await rename(words, 'words', 'numb', 'asleep')
    await words.hide('words', 'numb', true)
    expect(picks('words')).not.toContain('numb')
    expect(groupOf('words', 'quiet-far')[0]).toBe('numb')
    expect(words.lists.words.value.labelOf('numb')).toBe('asleep')
    expect(words.news.value).toEqual({ what: 'hidden', label: 'asleep' })
    await words.hide('words', 'numb', false)
    expect(picks('words')).toContain('numb')
    expect(words.news.value).toEqual({ what: 'shown', label: 'asleep' })
  })

  test('one after another loses none of two quick presses', async () => {
    const { words, picks } = await open()
    await Promise.all([words.hide('words', 'numb', true), words.hide('words', 'flat', true)])
    expect(picks('words')).not.toContain('numb')
    expect(picks('words')).not.toContain('flat')
  })
})

describe('deleting', () => {
  const undoTime = 10_000

  test('a word that no check-in holds leaves nothing behind', async () => {
    const { world, words, rows, add } = await open()
    const id = await add('words', 'in-between', 'adrift')
    await words.remove('words', id)
    expect(words.removal.value).toMatchObject({ items: [{ store: 'words', id }] })
    expect(await rows('words')).toEqual([])
    expect(words.lists.words.value.find(id)).toBeNull()
    world.clock.advance(undoTime + 1)
    world.timers.ring()
    expect(words.removal.value).toBeNull()
    // A clock that is set back brings nothing back: only a tombstone is left.
    world.clock.advance(-undoTime)
    expect(await world.records.undoRemove('words', id)).toEqual({ ok: true, value: false })
  })

  test('a word that a check-in holds keeps its name there, and stands in no list', async () => {
    const { world, words, rows, add, picks } = await open()
    const id = await add('words', 'in-between', 'adrift')
    await world.checkIn('2026-11-20T09:00[Europe/Berlin]', { words: [{ id, guess: false }] })
    await words.remove('words', id)
    expect(picks('words')).not.toContain(id)
    expect(words.lists.words.value.find(id)).toBeNull()
    expect(words.lists.words.value.labelOf(id)).toBe('adrift')
    world.timers.ring()
    expect(await rows('words')).toMatchObject([{ id, label: 'adrift', group: null, hidden: true }])
  })

  test('added again, it is the same word, so that its history goes on', async () => {
    const { world, words, add, groupOf } = await open()
    const id = await add('words', 'in-between', 'adrift')
    await world.checkIn('2026-11-20T09:00[Europe/Berlin]', { words: [{ id, guess: false }] })
    await words.remove('words', id)
    words.typeNew('words', 'quiet-far', 'Adrift')
    await words.add('words', 'quiet-far')
    expect(groupOf('words', 'quiet-far').at(-1)).toBe(id)
    expect(words.lists.words.value.labelOf(id)).toBe('Adrift')
  })

  test.each([
    ['used', true],
    ['unused', false],
  ])('of a word that is %s is taken back as it stood', async (_, used) => {
    const { world, words, rows, add, groupOf } = await open()
    const id = await add('words', 'quiet-far', 'adrift')
    await words.hide('words', id, true)
    if (used) await world.checkIn('2026-11-20T09:00[Europe/Berlin]', { words: [{ id, guess: false }] })
    const before = await rows('words')
    await words.remove('words', id)
    expect(groupOf('words', 'quiet-far')).not.toContain(id)
    await words.undo()
    expect(words.removal.value).toBeNull()
    expect(groupOf('words', 'quiet-far').at(-1)).toBe(id)
    const { label, group, hidden } = before[0] ?? {}
    expect(await rows('words')).toMatchObject([{ id, label, group, hidden }])
    expect(words.news.value).toEqual({ what: 'back', label: 'adrift' })
  })

  test.each([
    ['used', true],
    ['unused', false],
  ])(
    'of a word that is %s can be taken back once the page was opened again, for as long',
    async (_, used) => {
      const { world, kept, words, add } = await open()
      const id = await add('words', 'quiet-far', 'adrift')
      if (used) await world.checkIn('2026-11-20T09:00[Europe/Berlin]', { words: [{ id, guess: false }] })
      await words.remove('words', id)
      world.clock.advance(undoTime - 1)
      const again = await open(world, kept)
      await again.words.undo()
      expect(again.groupOf('words', 'quiet-far').at(-1)).toBe(id)
      expect(again.words.lists.words.value.labelOf(id)).toBe('adrift')
      await again.words.remove('words', id)
      world.clock.advance(undoTime + 1)
      const late = await open(world, kept)
      expect([late.words.removal.value, await kept.removal.read()]).toEqual([null, null])
      await vi.waitFor(async () => expect(await kept.putAway.read()).toBeNull())
    },
  )

  test('what is kept for that is read as it was, without what is none of it', () => {
    const read = readPutAway(readWordPlace)
    const one = { store: 'words', id: 'a', until: 5, taken: { group: null, hidden: true } }
    expect(read([one, null, { ...one, until: null }, { ...one, id: 3 }, { ...one, taken: {} }])).toEqual([
      one,
    ])
    expect(read({ one })).toBeNull()
  })

  test('pressed twice, it still comes back where it stood', async () => {
    const { world, words, add, groupOf } = await open()
    const id = await add('tags', 'around', 'music')
    await world.checkIn('2026-11-20T09:00[Europe/Berlin]', { tags: [id] })
    await Promise.all([words.remove('tags', id), words.remove('tags', id)])
    await words.undo()
    expect(groupOf('tags', 'around').at(-1)).toBe(id)
  })
})

describe('finding', () => {
  test('looks in words, tags, own names and synonyms, hidden ones too', async () => {
    const { words, add } = await open()
    const own = await add('words', 'in-between', 'sleepless')
    await words.hide('words', 'numb', true)
    words.seek('sleep')
    expect(words.found.value).toMatchObject({ words: [own, 'numb'], tags: [] })
    words.seek('slept')
    expect(words.found.value).toEqual({ words: [], tags: ['slept-badly', 'slept-too-long'] })
    words.seek(' ')
    expect(words.found.value).toBeNull()
  })

  test('goes by the name that the person gave, and then by Thaw’s', async () => {
    const { words } = await open()
    await rename(words, 'words', 'present', 'calm-ish')
    await rename(words, 'words', 'calm', 'at sea')
    words.seek('at sea')
    expect(words.found.value?.words).toEqual(['calm'])
    words.seek('calm')
    expect(words.found.value?.words).toEqual(['present', 'calm'])
  })
})

describe('the private tags', () => {
  const tag = 'medication-changed'

  test('are off at first, and nowhere; switched on, they can be picked', async () => {
    const { world, words, picks } = await open()
    expect(words.privateTags.value).toBe(false)
    expect(picks('tags')).not.toContain(tag)
    words.seek('medication')
    expect(words.found.value?.tags).toEqual([])
    await words.offerPrivateTags(true)
    expect(picks('tags')).toContain(tag)
    expect(words.found.value?.tags).toEqual([tag])
    expect((await world.settings.read()).privateTags).toBe(true)
    expect(world.changes.announced).toContain('settings')
    await words.offerPrivateTags(false)
    expect(picks('tags')).not.toContain(tag)
  })

  test('keep their names in old check-ins while they are off', async () => {
    const { words } = await open()
    expect(words.lists.tags.value.labelOf(tag)).toBe(tag)
  })

  test('that could not be switched say so, and try again', async () => {
    const { world, words } = await open()
    const { set } = world.values
    Object.assign(world.values, { set: () => Promise.reject(new DOMException('', 'QuotaExceededError')) })
    await words.offerPrivateTags(true)
    expect(words.problem.value).toEqual({
      problem: { kind: 'failed', name: 'QuotaExceededError' },
      doing: 'save',
    })
    expect(words.privateTags.value).toBe(false)
    Object.assign(world.values, { set })
    await words.tryAgain()
    expect(words.privateTags.value).toBe(true)
    expect(words.problem.value).toBeNull()
  })
})

describe('when something goes wrong', () => {
  const full = { kind: 'full' } as const

  test('reading says so, and tries again', async () => {
    const world = pageWorld()
    world.store.problem = full
    const { words } = await open(world)
    expect(words.ready.value).toBe(false)
    expect(words.problem.value).toEqual({ problem: full, doing: 'open' })
    world.store.problem = null
    await words.tryAgain()
    expect(words.ready.value).toBe(true)
    expect(words.problem.value).toBeNull()
  })

  test('a name that could not be kept stays in its field, and is kept by trying again', async () => {
    const { world, words } = await open()
    words.start('words', 'numb')
    words.type({ name: 'asleep' })
    world.store.problem = full
    await words.save()
    expect(words.problem.value).toEqual({ problem: full, doing: 'save' })
    expect(words.open.value).toMatchObject({ name: 'asleep' })
    world.store.problem = null
    // What stands there now counts, not what was refused.
    words.type({ name: 'half asleep' })
    await words.tryAgain()
    expect(words.problem.value).toBeNull()
    expect(words.open.value).toBeNull()
    expect(words.lists.words.value.labelOf('numb')).toBe('half asleep')
  })

  test('an own word that could not be added stays in its field', async () => {
    const { world, words, rows } = await open()
    words.typeNew('words', 'in-between', 'adrift')
    world.store.problem = full
    await words.add('words', 'in-between')
    expect(words.adding('words', 'in-between').text).toBe('adrift')
    expect(words.problem.value).toEqual({ problem: full, doing: 'save' })
    world.store.problem = null
    await words.tryAgain()
    expect(await rows('words')).toMatchObject([{ label: 'adrift' }])
    expect(words.adding('words', 'in-between').text).toBe('')
  })

  test('a deletion that failed changes nothing on screen', async () => {
    const { world, words, add, picks } = await open()
    const id = await add('words', 'in-between', 'adrift')
    world.store.problem = full
    await words.remove('words', id)
    expect(words.removal.value).toBeNull()
    expect(picks('words')).toContain(id)
    world.store.problem = null
    await words.tryAgain()
    expect(picks('words')).not.toContain(id)
  })
})

test('what another page changes shows here', async () => {
  const { world, words } = await open()
  await world.records.save('words', 'numb', () => ({ label: 'asleep', group: null, hidden: false }))
  world.changes.announce('records')
  await vi.waitFor(() => expect(words.lists.words.value.labelOf('numb')).toBe('asleep'))
  await world.settings.change(current => ({ ...current, privateTags: true }))
  world.changes.announce('settings')
  await vi.waitFor(() => expect(words.privateTags.value).toBe(true))
})
