/** What a pause lets a person pick from: people who feel safe, light things, and thoughts they wrote down. */
import { type ReadonlySignal, signal } from '@preact/signals'
import { noteAtMost } from '../core/check-in.ts'
import { type ListType, listItems, type OwnItem, type OwnThought, thoughtsIn } from '../core/own-items.ts'
import { momentOf } from '../core/time.ts'
import type { Keeper } from './check-in-types.ts'
import type { Chance, CheckInRecords, Clock, StoreProblem } from './ports.ts'

export type OwnLists = {
  /** Oldest first; null until they are read. */
  readonly items: ReadonlySignal<readonly OwnItem[] | null>
  /** Thoughts that were written down, newest first. */
  readonly thoughts: ReadonlySignal<readonly OwnThought[]>
  readonly problem: ReadonlySignal<StoreProblem | null>
  load(): Promise<void>
  /** Adds to a list; the same name twice stays one. Gives the name as it stands, or null where there is none or it is too long. */
  add(type: ListType, name: string): string | null
}

type Needs = {
  readonly records: Pick<CheckInRecords, 'all'>
  readonly keeper: Pick<Keeper, 'keep'>
  readonly clock: Clock
  readonly chance: Chance
}

export const createOwnLists = ({ records, keeper, clock, chance }: Needs): OwnLists => {
  const items = signal<readonly OwnItem[] | null>(null)
  const thoughts = signal<readonly OwnThought[]>([])
  const problem = signal<StoreProblem | null>(null)
  return {
    items,
    thoughts,
    problem,
    load: async () => {
      const found = await records.all('reflections')
      problem.value = found.ok ? null : found.problem
      if (!found.ok) return
      items.value = listItems(found.value)
      thoughts.value = thoughtsIn(found.value)
    },
    add: (type, typed) => {
      const name = typed.trim()
      if (name === '' || name.length > noteAtMost) return null
      const known = items.value?.find(item => item.type === type && item.name === name)
      if (known) return known.name
      const moment = momentOf(clock.now())
      const id = chance.id(moment.at)
      items.value = [...(items.value ?? []), { id, type, name }]
      void keeper.keep('reflections', id, () => ({ ...moment, type, fields: { name } }))
      return name
    },
  }
}
