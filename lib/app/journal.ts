/** The thought journal: its form, what is sought in it, and the words and tags that come back in it. */
import { batch, computed, effect, type ReadonlySignal, signal } from '@preact/signals'
import type { journalInputs } from '../content/journal.ts'
import { toggleWord } from '../core/check-in.ts'
import { toggleTag } from '../core/edit.ts'
import { plain } from '../core/find-words.ts'
import type { Id, PickedWord, Reflection } from '../core/records.ts'
import {
  type Named,
  type Theme,
  type ThoughtRecord,
  themeFinder,
  themesIn,
  thoughtRecord,
  thoughtTexts,
} from '../core/thought-records.ts'
import { type FormLists, formChoices, type TagChoices, type WordChoices } from './check-in-form.ts'
import type { ReflectPage } from './reflect-page.ts'
import type { ReflectionForm } from './reflection-form.ts'
import type { Later } from './removal.ts'

/** What the form asks for, by the part of it. */
export type JournalInputs = typeof journalInputs

/** The feelings of the open record, as fields of words take them. */
type JournalWords = {
  readonly words: WordChoices
  readonly find: ReadonlySignal<string>
  findWord(typed: string): void
  toggleWord(word: Id): Promise<void>
  toggleGuess(word: Id): Promise<void>
}

export type Journal = {
  readonly form: ReflectionForm
  /** Newest first, those that are sought; null until they are read. */
  readonly entries: ReadonlySignal<readonly ThoughtRecord[] | null>
  /** How many there are, sought or not. */
  readonly count: ReadonlySignal<number>
  readonly find: ReadonlySignal<string>
  seek(text: string): void
  /** What stands in two records or more. */
  readonly themes: ReadonlySignal<readonly Theme[]>
  /** The theme by which the list is narrowed. */
  readonly theme: ReadonlySignal<string | null>
  /** Narrows the list, or shows all of it where it was narrowed by that. */
  choose(key: string): void
  readonly picked: ReadonlySignal<readonly PickedWord[]>
  readonly pickedTags: ReadonlySignal<readonly Id[]>
  readonly words: JournalWords
  readonly tags: TagChoices
  toggleTag(tag: Id): void
  edit(id: Id): Promise<void>
  remove(id: Id): Promise<void>
}

type Needs = {
  readonly reflect: ReflectPage
  readonly form: ReflectionForm
  readonly lists: FormLists
  readonly later: Later
}

const idsIn = (value: unknown): readonly Id[] =>
  Array.isArray(value) ? value.filter(one => typeof one === 'string') : []

/** So many records are looked through at once. */
const portion = 50

export const createJournal = ({ reflect, form, lists, later }: Needs): Journal => {
  const choices = formChoices(lists)
  const find = signal('')
  const findWord = signal('')
  const theme = signal<string | null>(null)
  const themes = signal<readonly Theme[]>([])
  const found = signal<ReadonlyMap<ThoughtRecord, ReadonlySet<string>>>(new Map())
  const made = new WeakMap<Reflection, ThoughtRecord>()
  const comparable = new WeakMap<ThoughtRecord, string>()

  const recordOf = (reflection: Reflection): ThoughtRecord | null => {
    const known = made.get(reflection) ?? thoughtRecord(reflection)
    if (known) made.set(reflection, known)
    return known
  }
  const records = computed(() => reflect.all.value?.map(recordOf).filter(record => record !== null) ?? null)

  const named = computed((): readonly Named[] => {
    const of = (kind: Named['kind'], list: ReturnType<FormLists['words']>) =>
      list.picks.flatMap(({ items }) => items.map(id => ({ kind, id, label: list.labelOf(id) })))
    return [...of('word', lists.words()), ...of('tag', lists.tags())]
  })

  const textOf = (record: ThoughtRecord): string => {
    const known =
      comparable.get(record) ?? plain(thoughtTexts.map(name => record.texts[name]).join('\n'), lists.locale())
    comparable.set(record, known)
    return known
  }

  const isSought = (record: ThoughtRecord, sought: string): boolean => {
    if (sought === '' || textOf(record).includes(sought)) return true
    const labels = [
      ...record.feelings.map(id => lists.words().labelOf(id)),
      ...record.tags.map(id => lists.tags().labelOf(id)),
    ]
    return labels.some(label => plain(label, lists.locale()).includes(sought))
  }

  /** Begins anew with every change, a portion at a time. */
  effect(() => {
    const all = records.value ?? []
    const names = named.value
    const finder = themeFinder(names, lists.locale())
    const keys = new Map<ThoughtRecord, ReadonlySet<string>>()
    let stop = () => {}
    const next = (from: number) => {
      for (const record of all.slice(from, from + portion)) keys.set(record, finder(record))
      if (from + portion < all.length) {
        stop = later(0, () => next(from + portion))
        return
      }
      const counted = themesIn([...keys.values()], names, lists.locale())
      batch(() => {
        found.value = keys
        themes.value = counted
        if (!counted.some(({ key }) => key === theme.peek())) theme.value = null
      })
    }
    if (all.length <= portion) next(0)
    else stop = later(0, () => next(0))
    return () => stop()
  })

  const picked = computed(() => idsIn(form.open.value?.values['feelings']).map(id => ({ id, guess: false })))
  const pickedTags = computed(() => idsIn(form.open.value?.values['tags']))
  const reflectionOf = (id: Id) => reflect.all.value?.find(one => one.id === id)

  return {
    form,
    find,
    theme,
    themes,
    picked,
    pickedTags,
    tags: choices.tags,
    count: computed(() => records.value?.length ?? 0),
    entries: computed(() => {
      const sought = plain(find.value, lists.locale())
      const key = theme.value
      return (
        records.value?.filter(
          record => isSought(record, sought) && (key === null || found.value.get(record)?.has(key)),
        ) ?? null
      )
    }),
    seek: text => {
      find.value = text
    },
    choose: key => {
      theme.value = theme.value === key ? null : key
    },
    words: {
      // Every feeling here is a best guess.
      words: { ...choices.words, canBeGuess: () => false },
      find: findWord,
      findWord: typed => {
        findWord.value = typed
      },
      toggleWord: async word => {
        form.write(
          'feelings',
          toggleWord(picked.value, word).map(({ id }) => id),
        )
      },
      toggleGuess: async () => {},
    },
    toggleTag: tag => form.write('tags', toggleTag(pickedTags.value, tag)),
    edit: async id => {
      const reflection = reflectionOf(id)
      if (reflection) await form.edit(reflection)
    },
    remove: async id => {
      form.forget(id)
      await reflect.remove(id)
    },
  }
}
