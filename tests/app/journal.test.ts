/** The thought journal as its screen sees it: sought, counted by the person's own words and tags, and read from whatever is stored. */
import { describe, expect, test } from 'vitest'
import type { FormLists } from '../../lib/app/check-in-form.ts'
import { createJournal } from '../../lib/app/journal.ts'
import { createReflectPage } from '../../lib/app/reflect-page.ts'
import { createReflectionForm } from '../../lib/app/reflection-form.ts'
import { tagCatalogue } from '../../lib/content/tags.ts'
import { wordCatalogue } from '../../lib/content/words.ts'
import type { OpenReflection } from '../../lib/core/open-reflection.ts'
import type { Fields } from '../../lib/core/records.ts'
import { thoughtRecord } from '../../lib/core/thought-records.ts'
import { momentOf } from '../../lib/core/time.ts'
import { wordList } from '../../lib/core/word-list.ts'
import { memorySlot, seededChance } from '../support/fakes.ts'
import { pageWorld } from '../support/page-world.ts'

const names = (id: string) => id.replaceAll('-', ' ')
const own = { id: 'a-tag', label: 'The Möwe office', group: 'around', hidden: false }

const open = async (written: readonly { readonly [field: string]: unknown }[]) => {
  const world = pageWorld()
  const words = wordList(wordCatalogue, [], names)
  const tags = wordList(tagCatalogue, [own], names)
  const lists: FormLists = {
    words: () => words,
    tags: () => tags,
    synonymsOf: () => [],
    locale: () => 'en',
  }
  for (const [place, fields] of written.entries()) {
    const moment = momentOf(world.clock.now().subtract({ days: written.length - place }))
    await world.records.save(
      'reflections',
      world.chance.id(moment.at),
      (): Fields<'reflections'> => ({
        ...moment,
        type: 'thought',
        fields,
      }),
    )
  }
  const { later } = world.timers
  const reflect = createReflectPage({ ...world, later })
  const slot = memorySlot<OpenReflection>()
  const form = createReflectionForm({ ...world, chance: seededChance(5), reflect, slot, later })
  const journal = createJournal({ reflect, form, lists, later })
  await reflect.load()
  reflect.open('thoughts')
  const thoughts = () => journal.entries.value?.map(({ texts }) => texts.thought)
  return { world, reflect, form, journal, thoughts }
}

describe('the list', () => {
  test('stands newest first', async () => {
    const { thoughts, journal } = await open([{ thought: 'first' }, { thought: 'second' }])
    expect(thoughts()).toEqual(['second', 'first'])
    expect(journal.count.value).toBe(2)
  })

  test.each([
    ['in any text', 'CAFÉ', ['one']],
    ['without accents', 'cafe', ['one']],
    ['by the label of a feeling', 'behind gl', ['two']],
    ['by the label of a tag', 'mowe', ['three']],
    ['by nothing', 'nowhere', []],
  ])('is sought %s', async (_how, text, expected) => {
    const { journal, thoughts } = await open([
      { thought: 'three', tags: ['a-tag'] },
      { thought: 'two', feelings: ['behind-glass'] },
      { thought: 'one', situation: 'In a café' },
    ])
    journal.seek(text)
    expect(thoughts()).toEqual(expected)
    journal.seek('')
    expect(thoughts()).toHaveLength(3)
  })
})

describe('a long journal', () => {
  const many = Array.from({ length: 390 }, (_, place) => ({
    thought: `${place % 130 === 0 ? 'river' : 'street'} ${'x'.repeat(600)}`,
  }))
  /** Lets every slice be worked through that waits, and those that follow. */
  const settle = (world: Awaited<ReturnType<typeof open>>['world']) => {
    let slices = 0
    for (; world.timers.lengths().length > 0 && slices < 1_000; slices += 1) world.timers.ring()
    return slices
  }

  test('shows the newest at once, and counts nothing before all are read', async () => {
    const { journal, thoughts, world } = await open(many)
    expect(thoughts()).toHaveLength(300)
    expect(journal.count.value).toBe(0)
    settle(world)
    expect(thoughts()).toHaveLength(390)
    expect(journal.count.value).toBe(390)
  })

  test('is sought a slice at a time, and nothing is counted before all is looked through', async () => {
    const { journal, thoughts, world } = await open(many)
    settle(world)
    journal.seek('river')
    expect(journal.seeking.value).toBe(true)
    expect(settle(world)).toBeGreaterThan(3)
    expect(journal.seeking.value).toBe(false)
    expect(thoughts()).toHaveLength(3)
  })

  test('shows the first that are found early, and gives up a search for the next one', async () => {
    const { journal, thoughts, world } = await open(many)
    settle(world)
    journal.seek('street')
    world.timers.ring()
    const early = thoughts()?.length ?? 0
    expect(early).toBeGreaterThan(20)
    expect(early).toBeLessThan(387)
    journal.seek('river')
    settle(world)
    expect(thoughts()).toHaveLength(3)
    journal.seek('')
    expect(journal.seeking.value).toBe(false)
    expect(thoughts()).toHaveLength(390)
  })

  test('costs nothing while another kind stands open', async () => {
    const { reflect, world, journal } = await open(many)
    reflect.back()
    settle(world)
    await reflect.keeper.keep(
      'reflections',
      'another',
      (): Fields<'reflections'> => ({
        ...momentOf(world.clock.now()),
        type: 'thought',
        fields: { thought: 'river' },
      }),
    )
    await reflect.load()
    expect(world.timers.lengths()).toEqual([])
    reflect.open('thoughts')
    settle(world)
    expect(journal.count.value).toBe(391)
  })
})

describe('what comes back', () => {
  test('is counted once a record, picked or written, and one record is none', async () => {
    const { journal } = await open([
      { thought: 'I am numb, so numb', feelings: ['numb'] },
      { situation: 'Numb at a desk', thought: 'x' },
      { thought: 'numbers are not it', tags: ['a-tag'] },
      { thought: 'lonely' },
    ])
    expect(journal.themes.value.map(({ label, count }) => [label, count])).toEqual([['numb', 2]])
  })

  test('is found under the person’s own names, and narrows the list', async () => {
    const { journal, thoughts } = await open([
      { thought: 'a', situation: 'late in THE MOWE OFFICE again' },
      { thought: 'b', tags: ['a-tag'] },
      { thought: 'c' },
    ])
    const [theme] = journal.themes.value
    expect(theme).toMatchObject({ label: 'The Möwe office', count: 2 })
    journal.choose(theme?.key ?? '')
    expect(thoughts()).toEqual(['b', 'a'])
    journal.choose(theme?.key ?? '')
    expect(thoughts()).toHaveLength(3)
  })

  test('is counted a portion at a time, also among hundreds', async () => {
    const { journal, world } = await open(Array.from({ length: 120 }, () => ({ thought: 'numb' })))
    for (let rings = 0; rings < 10; rings += 1) world.timers.ring()
    expect(journal.themes.value).toEqual([{ label: 'numb', key: 'numb', count: 120 }])
  })
})

describe('the form', () => {
  test('keeps feelings and tags as ids, five words at most, and how much each is believed', async () => {
    const { journal, form, reflect } = await open([])
    await form.begin('thought')
    form.write('thought', 'a thought')
    form.write('thoughtBefore', 8)
    form.write('otherBefore', 0)
    for (const word of ['numb', 'flat', 'empty', 'hollow', 'blank', 'muted'])
      await journal.words.toggleWord(word)
    await journal.words.toggleWord('flat')
    journal.toggleTag('work')
    await form.close()
    expect(reflect.all.value?.[0]?.fields).toMatchObject({
      feelings: ['numb', 'empty', 'hollow', 'blank'],
      tags: ['work'],
    })
    expect(journal.entries.value?.[0]?.beliefs).toEqual({
      thoughtBefore: 8,
      otherBefore: 0,
      thoughtAfter: null,
      otherAfter: null,
    })
  })

  test('opens one that was written before, and deletes it with a way back', async () => {
    const { journal, form, reflect } = await open([{ thought: 'before', pauseId: 'another-way' }])
    const id = journal.entries.value?.[0]?.id ?? ''
    await journal.edit(id)
    expect(form.open.value?.values['thought']).toBe('before')
    await journal.remove(id)
    expect(form.open.value).toBeNull()
    expect(journal.entries.value).toEqual([])
    await reflect.undo()
    expect(journal.entries.value).toHaveLength(1)
  })
})

test('whatever is stored is read, and what cannot be is empty', () => {
  const moment = { at: 0, zone: 'UTC', day: '1970-01-01' }
  const kept = { id: 'a', updatedAt: 0, origin: 'own' as const }
  const fields = {
    ...{ situation: 7, thought: ['x'], thoughtBefore: 11, otherAfter: '4', thoughtAfter: 4.5 },
    ...{ feelings: 'numb', tags: [1, 'work', 'work', ''], traps: null },
  }
  expect(thoughtRecord({ ...kept, ...moment, type: 'thought', fields })).toMatchObject({
    texts: { situation: '', thought: '', friend: '', other: '' },
    beliefs: { thoughtBefore: null, otherBefore: null, thoughtAfter: null, otherAfter: null },
    feelings: [],
    tags: ['work'],
    traps: [],
  })
  expect(thoughtRecord({ ...kept, ...moment, type: 'line', fields })).toBeNull()
})
