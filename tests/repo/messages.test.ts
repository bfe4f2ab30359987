/** Holds every text a person reads: its key, its words, that it exists where it is used and is used where it exists. */
import { describe, expect, test } from 'vitest'
import { bodyPlaces, bodySignals, bodyStrengths } from '../../lib/content/body-signals.ts'
import { languages } from '../../lib/content/languages.ts'
import { type CataloguePause, pauses, retiredPauses } from '../../lib/content/pauses.ts'
import { tagGroups, tags } from '../../lib/content/tags.ts'
import { feelingWords, notSureWords, wordGroups } from '../../lib/content/words.ts'
import { findWords, synonymsIn } from '../../lib/core/find-words.ts'
import { pauseKinds } from '../../lib/core/pause-kinds.ts'
import { cautionKey, gradeKey, pauseKeys } from '../support/pause-keys.ts'
import { filesUnder, type Source, shippedSources, textOf } from './source.ts'

type Messages = { readonly [key: string]: { readonly message: string; readonly description?: string } }

const files = filesUnder('public/_locales').filter(path => path.endsWith('/messages.json'))
const locales = files.map(path => ({ path, messages: JSON.parse(textOf(path)) as Messages }))
const english = JSON.parse(textOf('public/_locales/en/messages.json')) as Messages
const englishKeys = Object.keys(english)

const keyOf = (prefix: string, id: string): string => `${prefix}_${id.replaceAll('-', '_')}`

const catalogue: readonly CataloguePause[] = pauses

/** The keys that ids of the content ask for. */
const contentKeys = [
  ...[...feelingWords, ...notSureWords].map(id => keyOf('word', id)),
  ...wordGroups.map(group => keyOf('group', group.id)),
  ...tags.map(id => keyOf('tag', id)),
  ...tagGroups.map(group => keyOf('tag_group', group.id)),
  ...bodyPlaces.map(({ id }) => keyOf('place_of', id)),
  ...bodySignals.map(({ id }) => keyOf('signal', id)),
  ...bodyStrengths.map(id => keyOf('strength', id)),
  ...catalogue.flatMap(pauseKeys),
  ...retiredPauses.map(id => keyOf('pause', id)),
  ...catalogue.flatMap(pause => pause.cautions.map(cautionKey)),
  ...catalogue.map(pause => gradeKey(pause.grade)),
  // Under all grades.
  'grade_all',
  ...pauseKinds.map(kind => keyOf('pause_kind', kind)),
]

/** The keys under which words have synonyms; none of the "not sure" answers is sought. */
const synonymKeys = feelingWords.map(id => keyOf('also', id))

/** The bases that have a form for one and a form for more. */
const pluralBases = englishKeys
  .filter(key => key.endsWith('_other') && `${key.slice(0, -'other'.length)}one` in english)
  .map(key => key.slice(0, -'_other'.length))

/** The forms of a base that a language has. */
const pluralKeys = (base: string, language: string): readonly string[] =>
  new Intl.PluralRules(language).resolvedOptions().pluralCategories.map(category => `${base}_${category}`)

const forms = new Intl.PluralRules('ar').resolvedOptions().pluralCategories

/** The base of a form of number; null for any other text. */
const baseOf = (key: string): string | null =>
  pluralBases.find(base => forms.some(form => key === `${base}_${form}`)) ?? null

const isPlural = (key: string): boolean => baseOf(key) !== null

const placeholdersIn = (message: string): readonly string[] => [...new Set(message.match(/\$\d/g))].sort()

/** Whether a language has this form for one number alone, which may then stand there as a word. */
const isForOne = (key: string, language: string): boolean => {
  const rules = new Intl.PluralRules(language)
  return (
    Array.from({ length: 200 }, (_, count) => rules.select(count)).filter(form => key.endsWith(`_${form}`))
      .length === 1
  )
}

/** Each text beside its place, so that a failure names it. */
const texts = locales.flatMap(({ path, messages }) =>
  Object.entries(messages).map(([key, { message, description }]) => ({
    place: `${path} ${key}`,
    key,
    message,
    description: description ?? '',
  })),
)
const offending = (find: (text: (typeof texts)[number]) => boolean): readonly string[] =>
  texts.filter(find).map(text => `${text.place}: ${text.message}`)

describe('every message', () => {
  test('is read', () => {
    expect(files).toContain('public/_locales/en/messages.json')
    expect(englishKeys.length).toBeGreaterThan(100)
  })

  test('has a key of letters, digits and underscores: with a hyphen Chromium refuses the extension', () => {
    expect(offending(text => !/^[a-z][a-z0-9_]*$/.test(text.key))).toEqual([])
  })

  test('says something, trimmed, and tells translators what it is for', () => {
    expect(offending(text => text.message === '' || text.message !== text.message.trim())).toEqual([])
    expect(
      locales
        .filter(({ path }) => path.includes('/en/'))
        .flatMap(({ messages }) => Object.entries(messages))
        .filter(([, { description }]) => !description)
        .map(([key]) => key),
    ).toEqual([])
  })

  test('uses a dollar sign for placeholders alone, from $1 on without gaps', () => {
    expect(offending(text => /\$(?!\d)/.test(text.message))).toEqual([])
    const gaps = Object.entries(english).filter(([, { message }]) =>
      placeholdersIn(message).some((placeholder, index) => placeholder !== `$${index + 1}`),
    )
    expect(gaps).toEqual([])
  })

  test('explains each of its placeholders', () => {
    expect(
      Object.entries(english)
        .filter(([, { message, description }]) =>
          [...message.matchAll(/\$\d/g)].some(([placeholder]) => !description?.includes(placeholder)),
        )
        .map(([key]) => key),
    ).toEqual([])
  })

  test('uses no straight quotes or three dots', () => {
    expect(offending(text => /["']|\.\.\./.test(text.message))).toEqual([])
  })
})

describe('every language', () => {
  test('is one that can be chosen, and every one that can be is there', () => {
    expect(languages).toEqual(files.map(path => path.split('/').at(-2)).sort())
  })

  test('names itself and its direction', () => {
    for (const { path, messages } of locales) {
      const folder = path.split('/').at(-2)?.replace('_', '-')
      expect([path, messages['locale']?.message]).toEqual([path, folder])
      expect(['ltr', 'rtl']).toContain(messages['direction']?.message)
    }
  })

  test('describes Thaw in the 132 characters that browsers and stores show', () => {
    const long = locales.filter(
      ({ messages }) => (messages['extension_description']?.message.length ?? 133) > 132,
    )
    expect(long.map(({ path }) => path)).toEqual([])
  })

  test('has every text, and each form of number that it knows', () => {
    const missing = locales.flatMap(({ path, messages }) => {
      const language = messages['locale']?.message ?? 'en'
      const wanted = [
        ...englishKeys.filter(key => !isPlural(key)),
        ...pluralBases.flatMap(base => pluralKeys(base, language)),
      ]
      return wanted.filter(key => !(key in messages)).map(key => `${path} ${key}`)
    })
    expect(missing).toEqual([])
  })

  test('has no text that English has not, other than its forms of number', () => {
    const extra = locales.flatMap(({ path, messages }) => {
      const language = messages['locale']?.message ?? 'en'
      const forms = pluralBases.flatMap(base => pluralKeys(base, language))
      return Object.keys(messages)
        .filter(key => !(key in english) && !forms.includes(key))
        .map(key => `${path} ${key}`)
    })
    expect(extra).toEqual([])
  })

  test('fills in what English fills in', () => {
    const differing = locales.flatMap(({ path, messages }) =>
      Object.entries(messages)
        .filter(([key, { message }]) => {
          const base = baseOf(key)
          const given = placeholdersIn(message).join()
          const ofKey = (other: string): string => placeholdersIn(english[other]?.message ?? '').join()
          if (base === null) return given !== ofKey(key)
          const all = ofKey(`${base}_other`)
          const leavesOut = isForOne(key, messages['locale']?.message ?? 'en')
          // Where English has no number for one, others need none for one either.
          const mayBe = [
            all,
            ...(leavesOut ? [all.replace(/^\$1,?/, '')] : []),
            ...(key.endsWith('_one') ? [ofKey(key)] : []),
          ]
          return !mayBe.includes(given)
        })
        .map(([key, { message }]) => `${path} ${key}: ${message}`),
    )
    expect(differing).toEqual([])
  })
})

test('in Arabic a number after a name in Latin letters does not join it: it would stand before the name', () => {
  const arabic = JSON.parse(textOf('public/_locales/ar/messages.json')) as Messages
  const joined = Object.entries(arabic).filter(
    ([, { message }]) => /\p{Script=Arabic}/u.test(message) && /Thaw (?:\$\d|\d)/.test(message),
  )
  expect(joined.map(([key]) => key)).toEqual([])
})

describe('the tone', () => {
  // A thought that a person quotes may be harsh; a text of Thaw's own may not.
  const isQuoted = (description: string): boolean => /quoted thought/i.test(description)
  const words =
    'should|must|failed|missed|only|just|simply|easy|lazy|broken|normal|symptom|score|cure|heal|detect|monitor|because|caused'
  const phrases = "you haven't|don't give up|great job|keep it up"
  const banned = new RegExp(`\\b((${words})(s|d|ed|ing|n't)?|${phrases})\\b`, 'i')

  test('has none of the words that blame, promise or diagnose', () => {
    expect(
      offending(
        text =>
          text.place.includes('/en/') &&
          !isQuoted(text.description) &&
          banned.test(text.message.replaceAll('’', "'")),
      ),
    ).toEqual([])
  })

  /** In the other languages: words for the same, as far as they mean nothing else. */
  const bannedIn: { readonly [locale: string]: string } = {
    de: 'weil|sollst|solltest|musst|müsst|bloß|faul|kaputt|versäumt|verpasst|gescheitert|verursach\\p{L}*|symptom\\p{L}*|geheilt|heilung|weiter so|gib nicht auf|super gemacht',
    es: 'porque|debes|deberías|sólo|solamente|simplemente|perezos\\p{L}*|fracas\\p{L}*|fallaste|síntomas?|no te rindas|buen trabajo',
    fr: 'parce qu[e’]|dois|devrais|seulement|simplement|paresseu\\p{L}*|manqué\\p{L}*|raté\\p{L}*|échou\\p{L}*|cassé\\p{L}*|symptôm\\p{L}*|guéri\\p{L}*|n’abandonne pas|bravo',
    pt_BR:
      'porque|deveria|somente|simplesmente|preguiç\\p{L}*|fracass\\p{L}*|sintomas?|causad\\p{L}*|não desista|bom trabalho',
    ja: 'なぜなら|べきで|なければなりません|なければいけません|失敗|怠け|症状|頑張って',
    ar: '[وف]?(لأن|لأنه|لأنها|لأنك|ينبغي)|يجب أن|عليك أن|كسول\\p{L}*|أعراض|لا تستسلم|أحسنت',
  }

  test.each(Object.entries(bannedIn))('has none of them in %s', (locale, list) => {
    // Japanese has no blanks between words.
    const [from, to] = locale === 'ja' ? ['', ''] : ['(?<!\\p{L})', '(?!\\p{L})']
    const found = new RegExp(`${from}(?:${list})${to}`, 'iu')
    const isHeard = ({ place, key, message }: (typeof texts)[number]) =>
      place.includes(`/${locale}/`) && !isQuoted(english[key]?.description ?? '') && found.test(message)
    expect(offending(isHeard)).toEqual([])
  })

  test('has no exclamation marks, in no language', () => {
    expect(offending(text => !isQuoted(text.description) && /[!！¡]/.test(text.message))).toEqual([])
  })

  test.each(['You must rest', 'Keep it up', 'You haven’t checked in', 'It detects moods', 'Only 3 left'])(
    'would find “%s”',
    text => expect(text.replaceAll('’', "'")).toMatch(banned),
  )

  test.each(['A mustard field', 'Adjusting the hours', 'The lonely one'])('leaves “%s” alone', text =>
    expect(text).not.toMatch(banned),
  )
})

describe('the synonyms by which a word is found', () => {
  const found = locales.flatMap(({ path, messages }) =>
    Object.entries(messages)
      .filter(([key]) => key.startsWith('also_'))
      .map(([key, { message }]) => ({
        place: `${path} ${key}: ${message}`,
        key,
        synonyms: synonymsIn(message),
        label: messages[key.replace(/^also_/, 'word_')]?.message ?? '',
      })),
  )
  const failing = (find: (one: (typeof found)[number]) => boolean): readonly string[] =>
    found.filter(find).map(({ place }) => place)

  test('belong to a word of the catalogue', () => {
    expect(found.length).toBeGreaterThan(50)
    expect(failing(({ key }) => !synonymKeys.includes(key))).toEqual([])
  })

  test('are plain words, each once, and never the word itself', () => {
    const plain = (text: string): string => text.toLocaleLowerCase('en')
    expect(failing(({ synonyms }) => synonyms.length === 0)).toEqual([])
    expect(failing(({ synonyms, label }) => synonyms.map(plain).includes(plain(label)))).toEqual([])
    expect(failing(({ synonyms }) => new Set(synonyms.map(plain)).size < synonyms.length)).toEqual([])
    expect(failing(({ synonyms }) => synonyms.some(synonym => synonym.length > 40))).toEqual([])
  })

  test('lead to their word in every language, and so does its own name', () => {
    const lost = locales.flatMap(({ path, messages }) => {
      const tag = messages['locale']?.message ?? 'en'
      const of = (prefix: string, id: string): string => messages[keyOf(prefix, id)]?.message ?? ''
      return feelingWords.flatMap(id => {
        const label = of('word', id)
        const synonyms = synonymsIn(of('also', id))
        // Whether a word is found does not depend on the others, so each is sought by itself.
        const finds = (typed: string) => findWords(typed, [{ id, label }], tag, () => synonyms)?.includes(id)
        return [label, ...synonyms].filter(typed => !finds(typed)).map(typed => `${path} ${id}: ${typed}`)
      })
    })
    expect(lost).toEqual([])
  })

  test('are few in English, so that a search stays a search', () => {
    const many = failing(({ place, synonyms }) => place.includes('/en/') && synonyms.length > 5)
    expect(many).toEqual([])
  })
})

describe('texts and their use', () => {
  const sources = shippedSources()
  const i18n = 'lib/platform/i18n.ts'
  const manifest = textOf('wxt.config.ts')
  /** Keys that stand in the HTML of pages. */
  const inHtml = filesUnder('entrypoints')
    .filter(path => path.endsWith('.html'))
    .flatMap(path => [...textOf(path).matchAll(/data-message="([^"]*)"/g)].map(([, key]) => key ?? ''))
  const speaks = (source: Source): boolean =>
    source.path === i18n || source.imports.some(({ target }) => target === i18n)
  // A key of one word, such as "locked", is a key only where texts are read: elsewhere it is any string.
  const strings = new Set(
    sources.flatMap(source => source.strings.filter(text => text.includes('_') || speaks(source))),
  )
  // `messageKey('place', id)` may ask for any key of that family; the types hold that it exists.
  const families = sources
    .flatMap(source => source.calls)
    .filter(call => call.name === 'messageKey' && typeof call.given[0] === 'string' && call.given[1] === null)
    .map(call => new RegExp(`^${call.given[0]}_[a-z0-9_]+$`))
    .filter(family => !['word_x', 'tag_x', 'group_x', 'pause_x'].some(key => family.test(key)))
  const exact = sources
    .flatMap(source => source.calls)
    .filter(call => call.name === 'messageKey')
    .flatMap(({ given: [prefix, id] }) => (prefix && id ? [keyOf(prefix, id)] : []))
  const templates = sources
    .flatMap(source => source.patterns)
    .filter(pattern => /^\^[a-z]+_/.test(pattern.source))
  const dynamic = new Set([...contentKeys, ...synonymKeys, ...exact])

  const isUsed = (key: string): boolean =>
    strings.has(key) ||
    dynamic.has(key) ||
    inHtml.includes(key) ||
    manifest.includes(`__MSG_${key}__`) ||
    pluralBases.some(base => strings.has(base) && pluralKeys(base, 'en').includes(key)) ||
    [...families, ...templates].some(family => family.test(key))

  test('every id of the content has its text', () => {
    expect(contentKeys.filter(key => !(key in english))).toEqual([])
  })

  test('every text that the manifest names exists', () => {
    const asked = [...manifest.matchAll(/__MSG_(\w+)__/g)].map(([, key]) => key ?? '')
    expect(asked.length).toBeGreaterThan(0)
    expect(asked.filter(key => !(key in english))).toEqual([])
  })

  test('every text that the HTML of a page names exists', () => {
    expect(inHtml.length).toBeGreaterThan(5)
    expect(inHtml.filter(key => !(key in english))).toEqual([])
  })

  test('every text is used', () => {
    expect(englishKeys.filter(key => !isUsed(key))).toEqual([])
  })
})
