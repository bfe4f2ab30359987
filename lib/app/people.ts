/** People who feel safe, and what can be said to one of them: names, sentences to copy, and small contacts. Nothing is ever sent. */
import { computed, type ReadonlySignal } from '@preact/signals'
import { noteAtMost } from '../core/check-in.ts'
import { type ListType, listItems, type OwnItem } from '../core/own-items.ts'
import type { Id } from '../core/records.ts'
import { type Moment, momentOf } from '../core/time.ts'
import type { Chance, Clock, TakeOut } from './ports.ts'
import type { ReflectPage } from './reflect-page.ts'
import { formActions, type ReflectionForm } from './reflection-form.ts'

export type Sentence = Moment & { readonly id: Id; readonly to: string; readonly text: string }

/** Names of a list, each to be changed and deleted. */
export type NameList = {
  /** Oldest first; null until they are read. */
  readonly items: ReadonlySignal<readonly OwnItem[] | null>
  /** The form of the name that is changed. */
  readonly form: ReflectionForm
  /** The name as it stands; the same name twice stays one. null where there is none or it is too long. */
  add(name: string): string | null
  edit(id: Id): Promise<void>
  remove(id: Id): Promise<void>
}

export type People = {
  readonly names: NameList
  /** Newest first; null until they are read. */
  readonly sentences: ReadonlySignal<readonly Sentence[] | null>
  /** The form of a sentence, and that of a small contact, which becomes a small step. */
  readonly sentence: ReflectionForm
  readonly contact: ReflectionForm
  edit(id: Id): Promise<void>
  remove(id: Id): Promise<void>
  /** False where the browser refuses, and where nothing is taken out. */
  copy(text: string): Promise<boolean>
}

type ListNeeds = {
  readonly reflect: ReflectPage
  readonly form: ReflectionForm
  readonly clock: Clock
  readonly chance: Chance
}

export const createNameList = (type: ListType, { reflect, form, clock, chance }: ListNeeds): NameList => {
  const items = computed(
    () => reflect.all.value && listItems(reflect.all.value).filter(item => item.type === type),
  )
  return {
    items,
    form,
    ...formActions(reflect, form),
    add: typed => {
      const name = typed.trim()
      if (name === '' || name.length > noteAtMost) return null
      if (items.value?.some(item => item.name === name)) return name
      const moment = momentOf(clock.now())
      void reflect.keeper.keep('reflections', chance.id(moment.at), () => ({
        ...moment,
        type,
        fields: { name },
      }))
      return name
    },
  }
}

type Needs = {
  readonly reflect: ReflectPage
  readonly names: NameList
  readonly sentence: ReflectionForm
  readonly contact: ReflectionForm
  readonly takeOut: Pick<TakeOut, 'copyText'>
}

const words = (value: unknown): string => (typeof value === 'string' ? value : '')

export const createPeople = ({ reflect, names, sentence, contact, takeOut }: Needs): People => ({
  names,
  sentence,
  contact,
  ...formActions(reflect, sentence),
  sentences: computed(
    () =>
      reflect.all.value
        ?.filter(({ type }) => type === 'sentence')
        .map(({ id, at, zone, day, fields }) => ({
          ...{ id, at, zone, day },
          to: words(fields['to']),
          text: words(fields['text']),
        })) ?? null,
  ),
  copy: async text => (await takeOut.copyText(text)) === 'done',
})
