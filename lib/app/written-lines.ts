/** Lines that were written in a pause or here, and are none of those that are kept for later. */
import { computed, type ReadonlySignal } from '@preact/signals'
import type { Id } from '../core/records.ts'
import { reflectKindOf } from '../core/reflect-kinds.ts'
import type { Moment } from '../core/time.ts'
import type { ReflectPage } from './reflect-page.ts'
import { formActions, type ReflectionForm } from './reflection-form.ts'

type WrittenLine = Moment & {
  readonly id: Id
  readonly text: string
  /** What was written could not be opened: it need not have been a line. */
  readonly isShut: boolean
}

export type WrittenLines = {
  readonly form: ReflectionForm
  /** Newest first; null until they are read. */
  readonly entries: ReadonlySignal<readonly WrittenLine[] | null>
  begin(): Promise<void>
  edit(id: Id): Promise<void>
  remove(id: Id): Promise<void>
}

type Needs = { readonly reflect: ReflectPage; readonly form: ReflectionForm }

export const createWrittenLines = ({ reflect, form }: Needs): WrittenLines => ({
  form,
  entries: computed(
    () =>
      reflect.all.value?.flatMap(one => {
        const { id, at, zone, day, fields } = one
        if (reflectKindOf(one) !== 'lines') return []
        const text = typeof fields['text'] === 'string' ? fields['text'] : ''
        return [{ id, at, zone, day, text, isShut: 'sealed' in one }]
      }) ?? null,
  ),
  begin: () => form.begin('line', { kept: false }),
  ...formActions(reflect, form),
})
