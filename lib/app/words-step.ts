/** The words of a check-in: what can be picked, what was found, and what each press changes. */
import { computed, effect, type ReadonlySignal, signal, untracked } from '@preact/signals'
import {
  isWordId,
  type NotSureWordId,
  notSureWords,
  type WordGroupId,
  wordCatalogue,
  wordGroups,
  wordTraits,
} from '../content/words.ts'
import { isFar, toggleGuess, toggleWord, type WordTraits, wordsAtMost } from '../core/check-in.ts'
import { digitKey, type Key } from '../core/keys.ts'
import type { LabelProblem } from '../core/own-label.ts'
import type { CheckIn, Id, PickedWord } from '../core/records.ts'
import { latelyAtMost, wordsLately } from '../core/words-lately.ts'
import { createAttempts } from './attempts.ts'
import type { Walk } from './check-in-types.ts'
import type { LaterPorts } from './later-ports.ts'
import { isLabelProblem, type OwnWords } from './own-words.ts'
import { pageProblem } from './page-problem.ts'
import type { PageProblem } from './ports.ts'
import { createWordSearch } from './word-search.ts'

/** A word with the key that picks it, by its platform name. */
export type KeyedWord = { readonly id: Id; readonly key: string }

/** The words as their screen shows them. */
type WordsView = {
  readonly picked: readonly PickedWord[]
  /** No further word fits. */
  readonly full: boolean
  readonly lately: readonly KeyedWord[]
  readonly find: string
  /** What was found; null while nothing is sought. */
  readonly found: readonly Id[] | null
  /** What was typed, where it can be picked as a word of the person's own. */
  readonly canAdd: string | null
  /** Why what was typed cannot become a word. */
  readonly refused: LabelProblem | null
  readonly groups: readonly {
    readonly id: WordGroupId
    readonly key: string
    readonly words: readonly Id[]
  }[]
  readonly openGroup: Id | null
  readonly notSure: readonly KeyedWord[]
  /** Whether the way from the body is offered. */
  readonly body: boolean
}

/** Where a key has led, so that the focus goes there. */
type WordsFocus = { readonly on: 'find' } | { readonly on: 'group'; readonly id: Id }

export type WordsStep = {
  readonly view: ReadonlySignal<WordsView>
  /** A new one for each key that leads somewhere. */
  readonly focus: ReadonlySignal<WordsFocus | null>
  /** What a key or a search did last, to be said once. */
  readonly news: ReadonlySignal<{ readonly what: 'picked' | 'out'; readonly id: Id } | null>
  /** `save` where a word of the person's own was not kept. */
  readonly problem: ReadonlySignal<PageProblem | null>
  toggle(id: Id): void
  toggleGuess(id: Id): void
  find(text: string): void
  openGroup(id: Id | null): void
  /** Picks the first word that was found, or adds what was typed where nothing was. */
  pickFound(): Promise<void>
  /** Adds what was typed as a word of the person's own, and picks it; one that is called so already is picked. */
  add(): Promise<void>
  /** Does once more what failed. */
  tryAgain(): Promise<void>
  startFromBody(): void
  pressKey(key: Key): boolean
  /** What the rules need to know of a word, own ones included; they are read first where one was picked before. */
  traits(): Promise<(id: Id) => WordTraits> | ((id: Id) => WordTraits)
  /** Resolves once everything that was pressed has become an answer. */
  settled(): Promise<void>
}

const latelyKeys = ['1', '2', '3', '4'] as const
/** Each group keeps its key, however many words were picked lately and whatever is hidden. */
const groupKeys: { readonly [Group in WordGroupId]: string } = {
  'quiet-far': '5',
  'bright-lively': '6',
  'warm-settled': '7',
  'tight-loud': '8',
  'heavy-slow': '9',
  'in-between': '0',
}
/** Letters are for the search and digits are taken; every keyboard writes these, by the names that ARIA has for them. */
const notSureKeys: { readonly [Word in NotSureWordId]: string } = {
  'not-sure': '?',
  'no-word': '.',
  'more-than-one': 'Plus',
  'rather-not-say': '*',
}
/** The question mark of Arabic and Persian keyboards, and the wide signs that input methods write. */
const sameKey: { readonly [key: string]: string } = {
  '؟': '?',
  '？': '?',
  '。': '.',
  '．': '.',
  '+': 'Plus',
  '＋': 'Plus',
  '＊': '*',
}

const isNear = (place: string): boolean => place === 'far' || place === 'words' || place === 'body'

export const createWordsStep = (
  ports: LaterPorts,
  { open, answer, goTo }: Walk,
  own: OwnWords,
): WordsStep => {
  const { draft, record, move } = open
  const list = own.words
  const latest = signal<readonly CheckIn[]>([])
  const focus = signal<WordsFocus | null>(null)
  const news = signal<{ readonly what: 'picked' | 'out'; readonly id: Id } | null>(null)
  const attempts = createAttempts()

  const readLatest = async () => {
    const found = await ports.records.page('checkIns', { limit: latelyAtMost })
    latest.value = found.ok ? found.value : []
  }
  /** The reading of own words and of earlier check-ins; null once that is done. */
  let reading: Promise<unknown> | null = null
  const read = () => {
    const started = Promise.all([own.ready.value ? null : own.load(), readLatest()])
    reading = started
    void started.then(() => {
      if (reading === started) reading = null
    })
  }
  const near = computed(() => {
    const { place } = draft.value
    return place === 'felt' ? 'next' : isNear(place) ? 'here' : null
  })
  let readAhead = false
  // What was read while the first question stood is there with its answer, and holds up nothing of what that writes.
  effect(() => {
    const reads = near.value === 'next' || (near.value === 'here' && !readAhead)
    readAhead = near.value === 'next'
    if (reads) untracked(read)
  })
  ports.changes.listen(topic => {
    if (topic === 'records' && near.value === 'next') read()
  })

  /** Presses that are no answers yet; null where there are none. */
  let pending: Promise<unknown> | null = null
  const wait = (press: Promise<void>): Promise<void> => {
    const all = Promise.all([pending, press])
    pending = all
    void all.then(() => {
      if (pending === all) pending = null
    })
    return press
  }

  const lately = computed(() => {
    // Before they are read, hidden words and own ones are not known.
    if (!own.ready.value && !own.problem.value) return []
    // The check-in that is open says nothing of the days before it.
    const others = latest.value.filter(({ id }) => id !== draft.value.checkInId)
    const words = wordsLately(others, open.now(), list.value.canPick)
    return words.flatMap((id, place) => ({ id, key: latelyKeys[place] ?? '' }))
  })

  const find = computed(() => draft.value.find)
  const { found, named } = createWordSearch(ports, own, find)

  const view = computed((): WordsView => {
    const picked = record.value.words
    const full = picked.length >= wordsAtMost
    const { canAdd, refused } = named.value
    const { far } = record.value
    return {
      picked,
      full,
      lately: lately.value,
      find: find.value,
      found: found.value,
      canAdd: full ? null : canAdd,
      refused,
      groups: list.value.picks.map(({ id, items }) => {
        // A list keeps the groups of its catalogue.
        const group = id as WordGroupId
        return { id: group, key: groupKeys[group], words: items }
      }),
      openGroup: draft.value.openGroup,
      notSure: notSureWords.map(id => ({ id, key: notSureKeys[id] })),
      body: !full && !isFar(far),
    }
  })

  const isPicked = (id: Id): boolean => record.value.words.some(word => word.id === id)
  const toggle = (id: Id) => answer({ words: toggleWord(record.value.words, id) })
  const say = (id: Id, before: boolean) => {
    if (isPicked(id) !== before) news.value = { what: before ? 'out' : 'picked', id }
  }
  const toggleByKey = (id: Id) => {
    const before = isPicked(id)
    toggle(id)
    say(id, before)
  }
  /** Ends the search for `typed` with its word. Where none fits any more, and of what was typed since, nothing is lost. */
  const pick = (id: Id, typed: string) => {
    const before = isPicked(id)
    if (!before) toggle(id)
    say(id, before)
    if (isPicked(id) && find.value.startsWith(typed)) move({ find: find.value.slice(typed.length) })
  }

  const add = () => {
    const typed = find.value
    return wait(
      attempts.make(async () => {
        // The second of two quick presses finds another text, or none.
        if (!find.value.startsWith(typed) || view.value.canAdd === null) return null
        const added = await own.add('words', draft.value.openGroup ?? wordCatalogue.fallback, typed)
        if (added.ok) pick(added.value, typed)
        else if (!isLabelProblem(added.problem)) return added.problem
        else if (added.problem.kind === 'taken') pick(added.problem.id, typed)
        return null
      }),
    )
  }

  const openByKey = (id: Id) => {
    move({ openGroup: draft.value.openGroup === id ? null : id })
    focus.value = { on: 'group', id }
  }
  const pressLately = (place: number) => {
    const word = lately.value[place]
    if (word) toggleByKey(word.id)
  }
  const pressDigit = (digit: number): boolean => {
    if (found.value !== null) return false
    const place = (latelyKeys as readonly string[]).indexOf(String(digit))
    if (place >= 0) {
      // People who know their words press a key before the words stand there.
      if (reading === null) pressLately(place)
      else void wait(reading.then(() => pressLately(place)))
      return true
    }
    const group = view.value.groups.find(({ key }) => key === String(digit))
    if (group) openByKey(group.id)
    return group !== undefined
  }

  /** A word of the person's own stands in a group as Thaw's words do; one of Thaw's keeps what it asks for wherever it is placed. */
  const traitsNow = (id: Id): WordTraits => {
    const traits = wordTraits(id)
    return { ...traits, asksFar: traits.asksFar || list.value.find(id)?.group === wordGroups[0].id }
  }

  return {
    view,
    focus,
    news,
    problem: computed(() => pageProblem(attempts.problem.value, own.problem.value)),
    toggle,
    toggleGuess: id => void open.answer({ words: toggleGuess(record.value.words, id) }),
    find: text => move({ find: text }),
    openGroup: openGroup => move({ openGroup }),
    pickFound: async () => {
      const id = named.value.exact ?? found.value?.[0]
      if (id !== undefined) pick(id, find.value)
      else await add()
    },
    add,
    tryAgain: async () => {
      if (!(await attempts.again())) await own.load()
    },
    startFromBody: () => {
      move({ body: { place: null, signal: null, strength: null } })
      goTo('body')
    },
    pressKey: key => {
      const digit = digitKey(key)
      if (digit !== null) return pressDigit(digit)
      const name = sameKey[key.key] ?? key.key
      const notSure = notSureWords.find(id => notSureKeys[id] === name)
      const earlier = pending
      if (notSure && earlier === null) toggleByKey(notSure)
      else if (notSure) void wait(Promise.resolve(earlier).then(() => toggleByKey(notSure)))
      // One letter, with the marks that belong to it, and no name of a key.
      const letter = /^\p{L}\p{M}*$/u.test(key.key)
      if (letter) {
        move({ find: find.value + key.key })
        focus.value = { on: 'find' }
      }
      return letter || notSure !== undefined
    },
    traits: () => {
      const unknown = record.value.words.some(word => !isWordId(word.id) && !list.value.find(word.id))
      const first = pending ?? (unknown ? reading : null)
      return first === null ? traitsNow : first.then(() => traitsNow)
    },
    settled: async () => {
      await pending
    },
  }
}
