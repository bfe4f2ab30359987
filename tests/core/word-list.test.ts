/** Words as a person has them: Thaw's in their order, own ones after them, and nothing that was picked ever nameless. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { privateTagGroups, tagCatalogue } from '../../lib/content/tags.ts'
import { wordCatalogue } from '../../lib/content/words.ts'
import { isBlank } from '../../lib/core/blank.ts'
import { type Catalogue, changedRow, type OwnRow, readWordPlace, wordList } from '../../lib/core/word-list.ts'

const catalogue: Catalogue = {
  groups: [
    { id: 'quiet', items: ['numb', 'flat'] },
    { id: 'bright', items: ['eager', 'proud'] },
    { id: 'between', items: ['okay'] },
  ],
  others: ['not-sure'],
  fallback: 'between',
}

const row = (id: string, fields: Partial<OwnRow> = {}): OwnRow => ({
  id,
  label: null,
  group: null,
  hidden: false,
  ...fields,
})

const listOf = (rows: readonly OwnRow[], off?: ReadonlySet<string>) =>
  wordList(catalogue, rows, id => `Thaw's ${id}`, off)

const picksOf = (rows: readonly OwnRow[]) =>
  Object.fromEntries(listOf(rows).picks.map(({ id, items }) => [id, items]))

describe('what can be picked', () => {
  test('is the catalogue where nothing was changed', () => {
    expect(picksOf([])).toEqual({ quiet: ['numb', 'flat'], bright: ['eager', 'proud'], between: ['okay'] })
  })

  test('is Thaw’s first, then what was placed there, then own words, oldest first', () => {
    const rows = [
      row('0199-b', { label: 'wired', group: 'quiet' }),
      row('0199-a', { label: 'drifting', group: 'quiet' }),
      row('proud', { group: 'quiet' }),
      row('numb', { label: 'asleep' }),
    ]
    expect(picksOf(rows)['quiet']).toEqual(['numb', 'flat', 'proud', '0199-a', '0199-b'])
    expect(picksOf(rows)['bright']).toEqual(['eager'])
  })

  test('has what was placed in a group behind what is at home there, wherever it comes from', () => {
    expect(picksOf([row('numb', { group: 'bright' })])['bright']).toEqual(['eager', 'proud', 'numb'])
  })

  test('leaves out what is hidden, and a group in which nothing is left', () => {
    const rows = [row('numb', { hidden: true }), row('okay', { hidden: true })]
    expect(picksOf(rows)).toEqual({ quiet: ['flat'], bright: ['eager', 'proud'] })
    expect(listOf(rows).canPick('numb')).toBe(false)
    expect(listOf(rows).groups.map(({ id }) => id)).toEqual(['quiet', 'bright', 'between'])
    expect(listOf(rows).find('numb')).toMatchObject({ hidden: true, own: false })
  })

  test('holds no answer in place of a word, whatever a record says of one', () => {
    const rows = [row('not-sure', { label: 'perhaps', group: 'quiet' })]
    expect(listOf(rows).canPick('not-sure')).toBe(false)
    expect(picksOf(rows)['quiet']).toEqual(['numb', 'flat'])
    expect(listOf(rows).labelOf('not-sure')).toBe("Thaw's not-sure")
  })

  test('puts a word of a group that is not known where such words go, and one of Thaw’s where it comes from', () => {
    const rows = [row('0199-a', { label: 'wired', group: 'of-a-newer-thaw' }), row('numb', { group: 'gone' })]
    expect(picksOf(rows)).toMatchObject({ quiet: ['numb', 'flat'], between: ['okay', '0199-a'] })
  })

  test('leaves out groups that are off, with all that was placed there, and keeps their labels', () => {
    const rows = [row('0199-a', { label: 'wired', group: 'bright' })]
    const list = listOf(rows, new Set(['bright']))
    expect(list.groups.map(({ id }) => id)).toEqual(['quiet', 'between'])
    expect(list.canPick('eager')).toBe(false)
    expect(list.labelOf('0199-a')).toBe('wired')
    expect(list.named).toContain('eager')
  })
})

describe('labels', () => {
  test('are the person’s where they gave one', () => {
    const list = listOf([row('numb', { label: 'asleep' }), row('flat', { label: ' \0' })])
    expect(list.labelOf('numb')).toBe('asleep')
    expect(list.find('numb')).toMatchObject({ renamed: true })
    // A name that cannot be seen is none.
    expect(list.labelOf('flat')).toBe("Thaw's flat")
    expect(list.find('flat')).toMatchObject({ renamed: false })
  })

  test('stay for what was hidden or deleted, because old check-ins show them', () => {
    const list = listOf([
      row('0199-a', { label: 'wired', group: 'quiet', hidden: true }),
      row('0199-b', { label: 'drifting', hidden: true }),
    ])
    expect(list.labelOf('0199-a')).toBe('wired')
    expect(list.labelOf('0199-b')).toBe('drifting')
    expect(list.find('0199-a')).toMatchObject({ own: true, hidden: true })
    // Deleted: in no list, and known for the day on which it is added again.
    expect(list.find('0199-b')).toBeNull()
    expect(list.putAway).toEqual(['0199-b'])
    expect(list.named).not.toContain('0199-b')
  })

  test('are asked for where there is no record', () => {
    expect(listOf([]).labelOf('0199-unknown')).toBe("Thaw's 0199-unknown")
    expect(listOf([row('0199-a', { group: 'quiet' })]).find('0199-a')).toBeNull()
  })

  test.each(['__proto__', 'constructor', 'toString'])('“%s” is an id like any other', id => {
    const list = listOf([row(id, { label: 'odd', group: 'quiet' })])
    expect(list.labelOf(id)).toBe('odd')
    expect(list.picks[0]?.items).toEqual(['numb', 'flat', id])
    expect(listOf([]).find(id)).toBeNull()
  })
})

test.each([
  ['words', wordCatalogue, new Set<string>()],
  ['tags', tagCatalogue, privateTagGroups],
])('Thaw’s %s stand in one group each, and own ones have a group to go to', (_, real, off) => {
  expect(real.groups.map(({ id }) => id)).toContain(real.fallback)
  expect(off.has(real.fallback)).toBe(false)
  const items = real.groups.flatMap(group => group.items)
  expect(new Set(items).size).toBe(items.length)
  expect(wordList(real, [], id => id, off).picks.map(({ id }) => id)).toEqual(
    real.groups.map(({ id }) => id).filter(id => !off.has(id)),
  )
})

test('whatever is stored, everything has one place and a label, and nothing hidden can be picked', () => {
  const ids = [...catalogue.groups.flatMap(group => group.items), 'not-sure', 'a', 'b', 'c']
  const anyRow = fc.record({
    id: fc.constantFrom(...ids),
    label: fc.option(fc.oneof(fc.string(), fc.constantFrom('', ' ', 'wired'))),
    group: fc.option(fc.constantFrom('quiet', 'bright', 'between', 'elsewhere')),
    hidden: fc.boolean(),
  })
  fc.assert(
    fc.property(
      fc.uniqueArray(anyRow, { selector: ({ id }) => id }),
      fc.subarray(['quiet', 'bright']),
      (rows, off) => {
        const list = listOf(rows, new Set(off))
        const shown = list.groups.flatMap(group => group.items)
        expect(new Set(shown.map(({ id }) => id)).size).toBe(shown.length)
        for (const group of list.groups) for (const item of group.items) expect(item.group).toBe(group.id)
        for (const id of ids) expect(isBlank(list.labelOf(id))).toBe(false)
        const hidden = new Set(rows.filter(one => one.hidden).map(({ id }) => id))
        const picks = list.picks.flatMap(group => group.items)
        expect(picks.filter(id => hidden.has(id))).toEqual([])
        expect(picks.filter(id => !list.canPick(id))).toEqual([])
        expect(picks).toEqual(shown.filter(item => !item.hidden).map(({ id }) => id))
        // None of Thaw's is lost on the way, unless its group is off.
        const lost = catalogue.groups.flatMap(group => group.items).filter(id => list.find(id) === null)
        expect(lost).toEqual([])
      },
    ),
  )
})

test('a change leaves the rest as it was', () => {
  expect(changedRow(null, { hidden: true })).toEqual({ label: null, group: null, hidden: true })
  expect(changedRow(row('numb', { label: 'asleep', group: 'bright' }), { hidden: true })).toEqual({
    label: 'asleep',
    group: 'bright',
    hidden: true,
  })
})

test('a place is read as it was kept, and nothing else is one', () => {
  const places = [
    { group: 'around', hidden: true },
    { group: null, hidden: false },
  ]
  expect(places.map(readWordPlace)).toEqual(places)
  for (const broken of [
    null,
    undefined,
    'a',
    {},
    { group: null },
    { group: 3, hidden: true },
    { group: 'a', hidden: 1 },
  ])
    expect(readWordPlace(broken)).toBeNull()
})
