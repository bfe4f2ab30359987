/** The person's words and tags as they stand now, and the ways in which one is added or changed. */
import { computed, type ReadonlySignal, signal } from '@preact/signals'
import { privateTagGroups, tagCatalogue } from '../content/tags.ts'
import { wordCatalogue } from '../content/words.ts'
import { type LabelProblem, ownLabel, putAwayAs } from '../core/own-label.ts'
import type { Fields, Id, OwnTag, OwnWord } from '../core/records.ts'
import { fail, ok, type Result } from '../core/result.ts'
import { type Catalogue, changedRow, type WordList, wordList } from '../core/word-list.ts'
import { gone } from './gone.ts'
import type { Chance, Changes, Clock, Records, SettingsStore, StoreProblem } from './ports.ts'
import { createReread } from './reread.ts'
import { thrownProblem } from './thrown-problem.ts'

/** Which of the two lists. */
export type OwnKind = 'words' | 'tags'

/** Why something was not kept: its name cannot be given, or the store could not take it. */
export type OwnProblem = LabelProblem | StoreProblem

export type OwnWords = {
  /** Both are Thaw's own until they are read. */
  readonly words: ReadonlySignal<WordList>
  readonly tags: ReadonlySignal<WordList>
  readonly privateTags: ReadonlySignal<boolean>
  /** True once they were read. */
  readonly ready: ReadonlySignal<boolean>
  /** Why they could not be read. */
  readonly problem: ReadonlySignal<StoreProblem | null>
  load(): Promise<void>
  /** What Thaw calls one of its own. */
  nameOf(kind: OwnKind, id: Id): string
  /** Adds an own one to the end of `group`, and gives its id; a deleted one of that name comes back under its old id. */
  add(kind: OwnKind, group: Id, typed: string): Promise<Result<Id, OwnProblem>>
  /** Renames, places, hides or shows; what is left out stays. null once it is kept. */
  change(kind: OwnKind, id: Id, change: OwnChange): Promise<OwnProblem | null>
}

type OwnChange = { readonly name?: string; readonly group?: Id; readonly hidden?: boolean }

export type OwnWordsNeeds = {
  readonly records: Pick<Records, 'all' | 'save'>
  readonly settings: Pick<SettingsStore, 'read'>
  readonly changes: Changes
  readonly clock: Clock
  readonly chance: Chance
  /** What Thaw calls a word or tag in the language shown. */
  readonly names: { readonly [Kind in OwnKind]: (id: Id) => string }
  /** The language shown, a BCP 47 tag. */
  readonly locale: () => string
}

type Rows = { readonly [Kind in OwnKind]: readonly (OwnWord | OwnTag)[] }

const catalogues: { readonly [Kind in OwnKind]: Catalogue } = { words: wordCatalogue, tags: tagCatalogue }

const homeOf = (kind: OwnKind, id: Id): Id | null =>
  catalogues[kind].groups.find(({ items }) => items.includes(id))?.id ?? null

export const isLabelProblem = (problem: OwnProblem): problem is LabelProblem =>
  problem.kind === 'empty' || problem.kind === 'long' || problem.kind === 'taken'

export const createOwnWords = (needs: OwnWordsNeeds): OwnWords => {
  const { records, changes, clock, chance, names, locale } = needs
  const rows = signal<Rows>({ words: [], tags: [] })
  const privateTags = signal(false)
  const ready = signal(false)
  const problem = signal<StoreProblem | null>(null)
  const lists = {
    words: computed(() => wordList(wordCatalogue, rows.value.words, names.words)),
    tags: computed(() =>
      wordList(tagCatalogue, rows.value.tags, names.tags, privateTags.value ? undefined : privateTagGroups),
    ),
  }

  const load = createReread(async () => {
    const [words, tags] = [await records.all('words'), await records.all('tags')]
    if (!words.ok || !tags.ok) {
      problem.value = words.ok ? (tags.ok ? null : tags.problem) : words.problem
      return
    }
    try {
      privateTags.value = (await needs.settings.read()).privateTags
    } catch (error) {
      problem.value = thrownProblem(error)
      return
    }
    problem.value = null
    rows.value = { words: words.value, tags: tags.value }
    ready.value = true
  })

  const save = async (
    kind: OwnKind,
    id: Id,
    change: (current: OwnWord | OwnTag | null) => Fields<OwnKind> | null,
  ): Promise<StoreProblem | null> => {
    const saved = await records.save(kind, id, change)
    if (!saved.ok) return saved.problem
    changes.announce('records')
    await load()
    return null
  }

  changes.listen(topic => {
    if (ready.value && (topic === 'records' || topic === 'settings')) void load()
  })

  return {
    ...lists,
    privateTags,
    ready,
    problem,
    load,
    nameOf: (kind, id) => names[kind](id),
    add: async (kind, group, typed) => {
      // Another page may have added the same a moment ago.
      await load()
      if (problem.value) return fail(problem.value)
      const list = lists[kind].value
      const label = ownLabel(typed, list, locale(), null)
      if (!label.ok) return label
      const id = putAwayAs(label.value, list, locale()) ?? chance.id(clock.now().epochMilliseconds)
      const refused = await save(kind, id, () => ({ label: label.value, group, hidden: false }))
      return refused ? fail(refused) : ok(id)
    },
    change: async (kind, id, { name, group, hidden }) => {
      const list = lists[kind].value
      const label = name === undefined ? null : ownLabel(name, list, locale(), id)
      if (label?.ok === false) return label.problem
      const own = list.find(id)?.own !== false
      let isGone = false
      const refused = await save(kind, id, current => {
        isGone = own && current === null
        if (isGone) return null
        const next = changedRow(current, {
          // One of Thaw's that is as Thaw has it follows Thaw from then on, into other languages too.
          ...(label && { label: !own && label.value === names[kind](id) ? null : label.value }),
          ...(group !== undefined && { group: !own && group === homeOf(kind, id) ? null : group }),
          ...(hidden !== undefined && { hidden }),
        })
        const before = changedRow(current, {})
        const same =
          next.label === before.label && next.group === before.group && next.hidden === before.hidden
        return same ? null : next
      })
      return refused ?? (isGone ? gone : null)
    },
  }
}
