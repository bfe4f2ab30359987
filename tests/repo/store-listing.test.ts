/** Holds what the stores are told: in every language that Thaw speaks, within the stores' lengths, and in the words of the screens. */
import { describe, expect, test } from 'vitest'
import { languages } from '../../lib/content/languages.ts'
import { filesUnder, textOf } from './source.ts'

/** The most characters: Chrome's store and Firefox's, whose own limits stand beside each other where they differ. */
const most = { name: 45, chromeSummary: 132, firefoxSummary: 250, description: 16_000 }

type Messages = { readonly [key: string]: { readonly message: string } }

const field = (listing: string, name: string): string =>
  new RegExp(`^\\*\\*${name}\\*\\*[^:\\n]*: (.+)$`, 'm').exec(listing)?.[1] ?? ''

const descriptionOf = (listing: string): string =>
  /\*\*Description\*\*\n\n(.*?)(?=\n\n\*\*|\n$)/s.exec(listing)?.[1] ?? ''

/** Line breaks and the spaces that a language puts before a colon are no difference. */
const plain = (text: string): string => text.replaceAll(/\s+/g, ' ').toLowerCase()

test('each language has its listing', () => {
  const listed = filesUnder('docs/store').flatMap(path => /(\w+)\.md$/.exec(path)?.[1] ?? [])
  expect(listed.filter(name => name !== 'permissions').sort()).toEqual([...languages].sort())
})

describe.each(languages)('%s', language => {
  const listing = textOf(`docs/store/${language}.md`)
  const messages = JSON.parse(textOf(`public/_locales/${language}/messages.json`)) as Messages
  const said = (key: string): string => messages[key]?.message ?? `no ${key}`

  test('keeps to the lengths of the stores', () => {
    expect(field(listing, 'Name').length).toBeLessThanOrEqual(most.name)
    const summary = field(listing, 'Summary').length
    expect(summary).toBeLessThanOrEqual(Math.min(most.chromeSummary, most.firefoxSummary))
    expect(summary).toBeGreaterThan(20)
    const description = descriptionOf(listing).length
    expect(description).toBeLessThanOrEqual(most.description)
    expect(description).toBeGreaterThan(400)
  })

  test('says the summary that the browser shows, and begins with the question', () => {
    expect(field(listing, 'Summary')).toBe(said('extension_description'))
    expect(descriptionOf(listing).split('\n', 1)).toEqual([said('felt_question')])
  })

  test('calls things by the names that they have on the screens', () => {
    const description = plain(descriptionOf(listing))
    const names = ['felt_0', 'felt_10', 'felt_cant_tell', 'not_now', 'help_link'].map(said)
    expect(names.filter(name => !description.includes(plain(name).replace(/\.$/, '')))).toEqual([])
  })

  test('promises nothing loudly', () => {
    expect(listing).not.toMatch(/[!！¡]/)
  })
})

test('each but English says that nobody who grew up with the language has read it yet', () => {
  const others = languages.filter(language => language !== 'en')
  const silent = others.filter(
    language => !textOf(`docs/store/${language}.md`).includes('Not yet reviewed by a native speaker'),
  )
  expect(silent).toEqual([])
})
