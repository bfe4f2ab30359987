/** The page model of Settings → Words and tags: every word and tag by group, to be renamed, placed, hidden, added, deleted. */
import { batch, computed, type ReadonlySignal, signal } from '@preact/signals'
import { findWords, synonymsIn } from '../core/find-words.ts'
import type { LabelProblem } from '../core/own-label.ts'
import type { Id } from '../core/records.ts'
import type { WordList } from '../core/word-list.ts'
import { createAttempts } from './attempts.ts'
import { createOwnRemoval, type OwnRemovalNeeds } from './own-removal.ts'
import { isLabelProblem, type OwnKind, type OwnProblem, type OwnWords } from './own-words.ts'
import { pageProblem } from './page-problem.ts'
import type { Changes, PageProblem, SettingsStore, StoreProblem, Topic } from './ports.ts'
import type { Removal } from './removal.ts'
import { thrownProblem } from './thrown-problem.ts'

/** The word or tag whose fields are open, as they stand on screen. */
export type OpenWord = {
  readonly kind: OwnKind
  readonly id: Id
  readonly name: string
  readonly group: Id
  /** Why the name was refused. */
  readonly refused: LabelProblem | null
}

/** What stands in the field at the end of a group. */
type Adding = { readonly text: string; readonly refused: LabelProblem | null }

/** What was done last, to be said once. */
export type WordNews = {
  readonly what: 'added' | 'changed' | 'hidden' | 'shown' | 'back'
  readonly label: string
}

export type WordsPage = {
  readonly lists: { readonly [Kind in OwnKind]: ReadonlySignal<WordList> }
  readonly ready: ReadonlySignal<boolean>
  readonly privateTags: ReadonlySignal<boolean>
  /** `save` where something the person did was not kept. */
  readonly problem: ReadonlySignal<PageProblem | null>
  readonly find: ReadonlySignal<string>
  /** What was found, hidden ones too; null while nothing is sought. */
  readonly found: ReadonlySignal<{ readonly [Kind in OwnKind]: readonly Id[] } | null>
  readonly open: ReadonlySignal<OpenWord | null>
  readonly removal: ReadonlySignal<Removal | null>
  readonly news: ReadonlySignal<WordNews | null>
  isUnfolded(kind: OwnKind, group: Id): boolean
  adding(kind: OwnKind, group: Id): Adding
  /** What Thaw calls one of its own. */
  nameOf(kind: OwnKind, id: Id): string
  load(): Promise<void>
  seek(text: string): void
  unfold(kind: OwnKind, group: Id, unfolded: boolean): void
  start(kind: OwnKind, id: Id): void
  type(change: Partial<Pick<OpenWord, 'name' | 'group'>>): void
  /** Keeps the open fields and closes them; they stay open where the name is refused or keeping fails. */
  save(): Promise<void>
  close(): void
  hide(kind: OwnKind, id: Id, hidden: boolean): Promise<void>
  typeNew(kind: OwnKind, group: Id, text: string): void
  add(kind: OwnKind, group: Id): Promise<void>
  remove(kind: OwnKind, id: Id): Promise<void>
  undo(): Promise<void>
  offerPrivateTags(on: boolean): Promise<void>
  /** Does once more what failed. */
  tryAgain(): Promise<void>
}

type Needs = OwnRemovalNeeds & {
  readonly own: OwnWords
  readonly settings: Pick<SettingsStore, 'change'>
  readonly changes: Pick<Changes, 'announce'>
  /** What else one of Thaw's words is called, with commas between. */
  readonly synonyms: (id: Id) => string
  readonly locale: () => string
}

const nothingTyped: Adding = { text: '', refused: null }
const keyOf = (kind: OwnKind, group: Id): string => `${kind} ${group}`

export const createWords = (needs: Needs): WordsPage => {
  const { own, changes, settings } = needs
  const lists = { words: own.words, tags: own.tags }
  const find = signal('')
  const unfolded = signal<ReadonlySet<string>>(new Set())
  const open = signal<OpenWord | null>(null)
  const additions = signal<ReadonlyMap<string, Adding>>(new Map())
  const news = signal<WordNews | null>(null)
  const attempts = createAttempts()
  const removing = createOwnRemoval(needs)

  /** A name that is refused is said at its field; it is no failure of the store's. */
  const atField = (
    problem: OwnProblem | null,
    tell: (refused: LabelProblem) => void,
  ): StoreProblem | null => {
    if (problem === null || !isLabelProblem(problem)) return problem
    tell(problem)
    return null
  }

  const seekIn = (kind: OwnKind, words: WordList): readonly Id[] | null => {
    const items = words.groups.flatMap(group => group.items)
    return findWords(
      find.value,
      items.map(({ id }) => ({ id, label: words.labelOf(id) })),
      needs.locale(),
      // A renamed word or tag may be sought by the name that Thaw has for it.
      id => [
        ...(words.find(id)?.renamed ? [own.nameOf(kind, id)] : []),
        ...(kind === 'words' ? synonymsIn(needs.synonyms(id)) : []),
      ],
    )
  }

  const unfold = (kind: OwnKind, group: Id, on: boolean) => {
    const next = new Set(unfolded.value)
    if (on) next.add(keyOf(kind, group))
    else next.delete(keyOf(kind, group))
    unfolded.value = next
  }

  const adding = (kind: OwnKind, group: Id): Adding => additions.value.get(keyOf(kind, group)) ?? nothingTyped

  const setAdding = (kind: OwnKind, group: Id, adding: Adding) => {
    additions.value = new Map(additions.value).set(keyOf(kind, group), adding)
  }

  const reread = async (changed: Topic): Promise<null> => {
    changes.announce(changed)
    await own.load()
    return null
  }

  const say = (what: WordNews['what'], kind: OwnKind, id: Id) => {
    news.value = { what, label: lists[kind].value.labelOf(id) }
  }

  return {
    lists,
    ready: own.ready,
    privateTags: own.privateTags,
    problem: computed(() => pageProblem(attempts.problem.value, own.problem.value)),
    find,
    found: computed(() => {
      const words = seekIn('words', lists.words.value)
      const tags = seekIn('tags', lists.tags.value)
      return words && tags && { words, tags }
    }),
    open,
    removal: removing.removal,
    news,
    isUnfolded: (kind, group) => unfolded.value.has(keyOf(kind, group)),
    adding,
    nameOf: own.nameOf,
    load: async () => {
      await Promise.all([own.load(), removing.resume()])
    },
    seek: text => {
      find.value = text
    },
    unfold,
    start: (kind, id) => {
      const found = lists[kind].value.find(id)
      if (!found) return
      const name = lists[kind].value.labelOf(id)
      open.value = { kind, id, name, group: found.group, refused: null }
    },
    type: change => {
      if (open.value) open.value = { ...open.value, ...change, refused: null }
    },
    save: () =>
      attempts.make(async () => {
        const now = open.value
        if (!now) return null
        const { kind, id, name, group } = now
        const problem = await own.change(kind, id, { name, group })
        if (problem)
          return atField(problem, refused => {
            open.value = { ...now, refused }
          })
        batch(() => {
          // It is seen where it stands now.
          unfold(kind, group, true)
          open.value = null
          say('changed', kind, id)
        })
        return null
      }),
    close: () => {
      open.value = null
    },
    hide: (kind, id, hidden) =>
      attempts.make(
        async () => atField(await own.change(kind, id, { hidden }), () => {}),
        () => say(hidden ? 'hidden' : 'shown', kind, id),
      ),
    typeNew: (kind, group, text) => setAdding(kind, group, { text, refused: null }),
    add: (kind, group) => {
      const { text } = adding(kind, group)
      return attempts.make(async () => {
        // The second of two quick presses finds the field empty.
        if (!adding(kind, group).text.startsWith(text)) return null
        const added = await own.add(kind, group, text)
        if (!added.ok) return atField(added.problem, refused => setAdding(kind, group, { text, refused }))
        // If the person typed on while the word was being saved, what came after it stays in the field.
        const now = adding(kind, group).text
        const rest = now.startsWith(text) ? now.slice(text.length) : now
        setAdding(kind, group, { text: rest, refused: null })
        say('added', kind, added.value)
        return null
      })
    },
    remove: (kind, id) =>
      attempts.make(
        // Pressed twice, it is gone by then.
        async () =>
          lists[kind].value.find(id)
            ? ((await removing.remove([{ store: kind, id }])) ?? reread('records'))
            : null,
        () => {
          open.value = null
        },
      ),
    undo: async () => {
      const item = removing.removal.value?.items[0]
      if (!item) return
      await attempts.make(
        async () => (await removing.undo()) ?? reread('records'),
        () => {
          const kind = item.store as OwnKind
          const back = lists[kind].value.find(item.id)
          if (back) unfold(kind, back.group, true)
          say('back', kind, item.id)
        },
      )
    },
    offerPrivateTags: on =>
      attempts.make(async () => {
        try {
          await settings.change(current => ({ ...current, privateTags: on }))
        } catch (error) {
          return thrownProblem(error)
        }
        return reread('settings')
      }),
    tryAgain: async () => {
      if (!(await attempts.again())) await own.load()
    },
  }
}
