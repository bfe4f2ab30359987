/** What words, tags and pauses are called: as the person calls them, else as Thaw does. */
import { type ReadonlySignal, signal } from '@preact/signals'
import { isBlank } from '../core/blank.ts'
import type { Id } from '../core/records.ts'
import type { Changes, Records } from './ports.ts'
import { createReread } from './reread.ts'

const kinds = { word: 'words', tag: 'tags', pause: 'pauses' } as const

export type LabelKind = keyof typeof kinds

export type Labels = { readonly [Kind in LabelKind]: (id: Id) => string } & {
  /** True once the person's own names were read, or could not be. */
  readonly ready: ReadonlySignal<boolean>
  load(): Promise<void>
}

type Needs = {
  readonly records: Pick<Records, 'all'>
  readonly changes: Pick<Changes, 'listen'>
  /** What Thaw says of an id in the language shown, also of one that it does not know. */
  readonly names: (kind: LabelKind, id: Id) => string
}

/** Each label follows the record that it comes from; what draws one is drawn again when it changes. */
export const createLabels = ({ records, changes, names }: Needs): Labels => {
  const own = signal<{ readonly [Kind in LabelKind]: ReadonlyMap<Id, string> }>({
    word: new Map(),
    tag: new Map(),
    pause: new Map(),
  })
  const ready = signal(false)

  const namesIn = async (kind: LabelKind): Promise<ReadonlyMap<Id, string>> => {
    const rows = await records.all(kinds[kind])
    // Where they cannot be read, what was read before still tells more than nothing.
    if (!rows.ok) return own.value[kind]
    return new Map(
      rows.value.flatMap(({ id, label }) => (label === null || isBlank(label) ? [] : [[id, label]])),
    )
  }

  const load = createReread(async () => {
    const [word, tag, pause] = await Promise.all([namesIn('word'), namesIn('tag'), namesIn('pause')])
    const same = (kind: LabelKind, found: ReadonlyMap<Id, string>) =>
      found.size === own.value[kind].size &&
      [...found].every(([id, label]) => own.value[kind].get(id) === label)
    // Every record that changes anywhere leads here; names seldom do.
    if (!same('word', word) || !same('tag', tag) || !same('pause', pause)) own.value = { word, tag, pause }
    ready.value = true
  })

  changes.listen(topic => {
    if (topic === 'records') void load()
  })

  const labelOf = (kind: LabelKind) => (id: Id) => own.value[kind].get(id) ?? names(kind, id)
  return { word: labelOf('word'), tag: labelOf('tag'), pause: labelOf('pause'), ready, load }
}
