/**
 * What the articles that Thaw began with say of numbness, and what serves each of it here. The list stays as it was written
 * down: a row leaves it never, and what serves it exists.
 */
import { describe, expect, test } from 'vitest'
import { sections } from '../../lib/app/options.ts'
import { doors } from '../../lib/app/stuck.ts'
import { learnArticles, learnCards } from '../../lib/content/learn.ts'
import { pauses } from '../../lib/content/pauses.ts'
import { tags } from '../../lib/content/tags.ts'
import { feelingWords } from '../../lib/content/words.ts'
import { namedMarkers } from '../../lib/core/marker.ts'
import { reflectKinds } from '../../lib/core/reflect-kinds.ts'
import messages from '../../public/_locales/en/messages.json' with { type: 'json' }
import rows from '../fixtures/seed-coverage.json' with { type: 'json' }
import { textOf } from '../repo/source.ts'

/** What can serve a row, by the word before the colon. */
const served: { readonly [kind: string]: (id: string) => boolean } = {
  pause: id => pauses.some(pause => pause.id === id),
  word: id => feelingWords.some(word => word === id),
  tag: id => tags.some(tag => tag === id),
  card: id => learnCards.some(card => card.id === id),
  marker: id => namedMarkers.some(marker => marker === id),
  door: id => doors.some(door => door === id),
  reflect: id => reflectKinds.some(kind => kind === id),
  page: id => sections.some(section => section === id),
  text: id => Object.hasOwn(messages, id),
  /** A rule, by the file of its test and a part of the title there. */
  test: id => {
    const [path = '', title = ''] = id.split('#')
    return title !== '' && textOf(path).includes(title)
  },
}

const exists = (one: string): boolean => {
  const kind = one.slice(0, one.indexOf(':'))
  return served[kind]?.(one.slice(kind.length + 1)) ?? false
}

describe('what the articles say', () => {
  test('is all there: signs, causes, techniques and cautions, each once', () => {
    const count = (kind: string) => rows.filter(row => row.kind === kind).length
    expect(['sign', 'cause', 'technique', 'caution'].map(count)).toEqual([39, 37, 52, 15])
    expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length)
    expect(rows.filter(({ seeds }) => seeds.length === 0)).toEqual([])
    expect(rows.flatMap(({ seeds }) => seeds).filter(seed => !(seed in learnArticles))).toEqual([])
  })

  test('is served, each of it by something that exists', () => {
    const missing = rows.flatMap(({ id, servedBy }) =>
      servedBy.length === 0
        ? [`${id}: nothing`]
        : servedBy.filter(one => !exists(one)).map(one => `${id}: ${one}`),
    )
    expect(missing).toEqual([])
  })

  test.each([
    'pause:no-such',
    'word:',
    'page:nowhere',
    'text:toString',
    'test:tests/content/learn.test.ts#',
    'flat',
    ':',
  ])('“%s” would not do', one => expect(exists(one)).toBe(false))

  test('leaves no card of Learn without a row', () => {
    const named = new Set(rows.flatMap(({ servedBy }) => servedBy))
    const loose = learnCards.map(({ id }) => id).filter(id => !named.has(`card:${id}`))
    expect(loose).toEqual(['what-helps'])
  })
})
