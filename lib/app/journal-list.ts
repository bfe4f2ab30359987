/** What stands in the thought journal: all of it or what is sought, and the words and tags that come back in it. */
import { batch, computed, effect, type ReadonlySignal, signal } from '@preact/signals'
import { plain } from '../core/find-words.ts'
import type { Id, Reflection } from '../core/records.ts'
import {
  type Named,
  type Theme,
  type ThoughtRecord,
  themeFinder,
  themesIn,
  thoughtRecord,
  thoughtTexts,
} from '../core/thought-records.ts'
import type { FormLists } from './check-in-form.ts'
import { inSlices } from './in-slices.ts'
import type { Later } from './ports.ts'
import type { ReflectPage } from './reflect-page.ts'

export type JournalList = {
  /** Newest first, those that are sought; the first of them while `seeking`; null until they are read. */
  readonly entries: ReadonlySignal<readonly ThoughtRecord[] | null>
  /** Not all of it is looked through yet. */
  readonly seeking: ReadonlySignal<boolean>
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
}

type Needs = {
  readonly reflect: Pick<ReflectPage, 'all' | 'place'>
  readonly lists: Pick<FormLists, 'words' | 'tags' | 'locale'>
  readonly later: Later
}

/** So many records are read at once. */
const readAtOnce = 300

/** So many letters are looked through at once: some 10 ms where every one has an accent. */
const lettersAtOnce = 50_000

/** Of what is found, so much is shown before all is looked through. */
const shownFirst = 20

/** A record without a letter costs a little too. */
const lettersIn = ({ texts }: ThoughtRecord): number =>
  thoughtTexts.reduce((sum, name) => sum + texts[name].length, 50)

/** Nothing is done for it while another kind stands open. */
export const createJournalList = ({ reflect, lists, later }: Needs): JournalList => {
  const records = signal<readonly ThoughtRecord[] | null>(null)
  const shown = signal<readonly ThoughtRecord[] | null>(null)
  const seeking = signal(false)
  const find = signal('')
  const theme = signal<string | null>(null)
  const themes = signal<readonly Theme[]>([])
  const keysOf = signal<ReadonlyMap<ThoughtRecord, ReadonlySet<string>>>(new Map())
  // Weak ones of this size hold up the page while the browser tidies its memory.
  let made: ReadonlyMap<Reflection, ThoughtRecord> = new Map()
  let comparable = new Map<ThoughtRecord, string>()
  const isOpen = computed(() => reflect.place.value === 'thoughts')

  effect(() => {
    const all = isOpen.value ? reflect.all.value : null
    if (all === null) return
    const found: ThoughtRecord[] = []
    const next = new Map<Reflection, ThoughtRecord>()
    const texts = new Map<ThoughtRecord, string>()
    return inSlices({
      items: all.filter(({ type }) => type === 'thought'),
      size: readAtOnce,
      work: reflection => {
        const record = made.get(reflection) ?? thoughtRecord(reflection)
        if (record === null) return
        next.set(reflection, record)
        found.push(record)
        const text = comparable.get(record)
        if (text !== undefined) texts.set(record, text)
      },
      onSlice: () => {
        // Nothing is sought in them before: the newest stand there at once.
        if (records.peek() === null && shown.peek() === null) shown.value = [...found]
      },
      onDone: () => {
        made = next
        comparable = texts
        records.value = found
      },
      later,
    })
  })

  const named = computed((): readonly Named[] => {
    const of = (kind: Named['kind'], list: ReturnType<FormLists['words']>) =>
      list.picks.flatMap(({ items }) => items.map(id => ({ kind, id, label: list.labelOf(id) })))
    return [...of('word', lists.words()), ...of('tag', lists.tags())]
  })

  effect(() => {
    const all = isOpen.value ? records.value : null
    if (all === null) return
    const names = named.value
    const finder = themeFinder(names, lists.locale())
    const keys = new Map<ThoughtRecord, ReadonlySet<string>>()
    return inSlices({
      items: all,
      size: lettersAtOnce,
      cost: lettersIn,
      work: record => void keys.set(record, finder(record)),
      onDone: () => {
        const counted = themesIn([...keys.values()], names, lists.locale())
        batch(() => {
          keysOf.value = keys
          themes.value = counted
          if (!counted.some(({ key }) => key === theme.peek())) theme.value = null
        })
      },
      later,
    })
  })

  const textOf = (record: ThoughtRecord): string => {
    const known =
      comparable.get(record) ?? plain(thoughtTexts.map(name => record.texts[name]).join('\n'), lists.locale())
    comparable.set(record, known)
    return known
  }

  /** Labels are few beside the records that hold them. */
  const labelFinder = (sought: string, labelOf: (id: Id) => string): ((id: Id) => boolean) => {
    const known = new Map<Id, boolean>()
    return id => {
      const holds = known.get(id) ?? plain(labelOf(id), lists.locale()).includes(sought)
      known.set(id, holds)
      return holds
    }
  }

  effect(() => {
    const all = records.value
    const key = theme.value
    const sought = plain(find.value, lists.locale())
    if (isOpen.value && all === null) return
    if (!isOpen.value || all === null || (sought === '' && key === null)) {
      batch(() => {
        shown.value = isOpen.value ? all : null
        seeking.value = false
      })
      return
    }
    const keys = keysOf.value
    const [isWord, isTag] = [lists.words(), lists.tags()].map(list => labelFinder(sought, list.labelOf))
    const found: ThoughtRecord[] = []
    seeking.value = true
    return inSlices({
      items: all,
      size: lettersAtOnce,
      cost: lettersIn,
      work: record => {
        if (key !== null && !keys.get(record)?.has(key)) return
        const holds =
          textOf(record).includes(sought) ||
          record.feelings.some(id => isWord?.(id)) ||
          record.tags.some(id => isTag?.(id))
        if (holds) found.push(record)
      },
      onSlice: () => {
        if (found.length >= shownFirst) shown.value = [...found]
      },
      onDone: () => {
        batch(() => {
          shown.value = found
          seeking.value = false
        })
      },
      later,
    })
  })

  return {
    entries: shown,
    seeking,
    count: computed(() => records.value?.length ?? 0),
    find,
    seek: text => {
      find.value = text
    },
    themes,
    theme,
    choose: key => {
      theme.value = theme.peek() === key ? null : key
    },
  }
}
