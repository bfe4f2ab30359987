/** The form of one reflection, new or opened again: kept as it is typed, and there again when the page is opened anew. */
import { computed, type ReadonlySignal, signal } from '@preact/signals'
import { noteRests } from '../core/check-in.ts'
import { type OpenReflection, openReflection, withOpen } from '../core/open-reflection.ts'
import type { Id, Reflection, ReflectionType } from '../core/records.ts'
import { momentOf } from '../core/time.ts'
import { isBlank, type Written, type WrittenValue } from '../core/writing.ts'
import { tooLong } from '../core/written-reflection.ts'
import type { Chance, Clock, Later, Slot } from './ports.ts'
import type { ReflectPage } from './reflect-page.ts'

export type ReflectionForm = {
  /** What stands open; null while nothing does. */
  readonly open: ReadonlySignal<OpenReflection | null>
  /** The length of what is too long to be kept; it stays as it was typed. */
  readonly tooLong: ReadonlySignal<number | null>
  /** The record holds exactly what stands there, and that is something. */
  readonly saved: ReadonlySignal<boolean>
  /** Something is not as it was when the form was opened. */
  readonly changed: ReadonlySignal<boolean>
  /** Opens an empty form, or the new one that stands open already. */
  begin(type: ReflectionType, fixed?: OpenReflection['fixed']): Promise<void>
  /** Opens one that was written before. */
  edit(reflection: Reflection): Promise<void>
  write(field: string, value: WrittenValue): void
  /** Keeps what stands there now; what is too long stays as it was typed. */
  keep(): Promise<void>
  /** Puts back what stood there when the form was opened. */
  putBack(): void
  /** Keeps it and closes; stays open where it is too long or could not be kept. One that was emptied is deleted. */
  close(): Promise<void>
  /** It was deleted: its form goes with it. */
  forget(id: Id): void
  /** Brings back what stood open when the page was closed, and keeps what was not kept by then. */
  load(): Promise<void>
}

type Needs = {
  readonly reflect: Pick<ReflectPage, 'keeper' | 'remove' | 'all'>
  /** Outlives the page and the browser. */
  readonly slot: Slot<OpenReflection>
  readonly clock: Clock
  readonly chance: Chance
  readonly later: Later
}

export const createReflectionForm = ({ reflect, slot, clock, chance, later }: Needs): ReflectionForm => {
  const open = signal<OpenReflection | null>(null)
  const long = computed(() => open.value && tooLong(open.value.values))
  let stop = () => {}

  /** Every letter is on its way before anything else happens; where the browser refuses, the record holds it a moment later. */
  const put = (next: OpenReflection | null) => {
    open.value = next
    void slot.write(next).catch(() => {})
  }

  const end = () => {
    stop()
    put(null)
  }

  let underWay: { readonly values: Written; readonly kept: Promise<void> } | null = null

  const keepThis = async (writing: OpenReflection) => {
    const { id, values } = writing
    // What was typed while it was on its way stands in the form, and is not kept yet.
    const isKept = () => {
      if (open.value?.id === id) put({ ...open.value, base: values, saved: open.value.values === values })
    }
    await reflect.keeper.keep('reflections', id, now => withOpen(writing, now), isKept)
    if (underWay?.values === values) underWay = null
  }

  const keep = async () => {
    stop()
    const writing = open.value
    // What was emptied is not kept letter by letter: the next one may be on its way.
    if (!writing || writing.saved || long.value !== null || isBlank(writing.values)) return
    // Walking through the fields leaves one after the other, with nothing changed in between.
    if (underWay?.values !== writing.values) underWay = { values: writing.values, kept: keepThis(writing) }
    await underWay.kept
  }

  const set = (change: Partial<OpenReflection>) => {
    if (!open.value) return
    put({ ...open.value, ...change, saved: false })
    stop()
    stop = later(noteRests, () => void keep())
  }

  const close = async () => {
    await keep()
    const writing = open.value
    if (!writing || long.value !== null) return
    if (isBlank(writing.values)) {
      end()
      // One in which nothing was kept here was not emptied here either: another page may have begun to write in it.
      const isEmptied = !isBlank(writing.base) && reflect.all.value?.some(({ id }) => id === writing.id)
      if (isEmptied) await reflect.remove(writing.id)
    } else if (writing.saved) end()
  }

  return {
    open,
    tooLong: long,
    saved: computed(() => open.value?.saved === true && !isBlank(open.value.values)),
    changed: computed(() => {
      const { values, before } = open.value ?? {}
      return before !== undefined && JSON.stringify(values) !== JSON.stringify(before)
    }),
    begin: async (type, fixed = {}) => {
      if (open.value?.type === type && open.value.before === null) return
      await close()
      if (open.value) return
      const moment = momentOf(clock.now())
      put({
        ...moment,
        id: chance.id(moment.at),
        type,
        values: {},
        fixed,
        before: null,
        base: {},
        saved: true,
      })
    },
    edit: async reflection => {
      await close()
      if (!open.value) put(openReflection(reflection))
    },
    write: (field, value) => {
      if (open.value) set({ values: { ...open.value.values, [field]: value } })
    },
    keep,
    putBack: () => {
      const { values, before } = open.value ?? {}
      if (!values || !before) return
      // A field that was not there is empty again, also in the record.
      const emptied = Object.fromEntries(Object.keys(values).map(name => [name, '']))
      set({ values: { ...emptied, ...before } })
    },
    close,
    forget: id => {
      if (open.value?.id === id) end()
    },
    load: async () => {
      const left = await slot.read().catch(() => null)
      if (left === null || open.value !== null) return
      open.value = left
      await keep()
    },
  }
}

/**
 * What every list of written things does with one of them: opens its form, or deletes it. The form goes first: what is typed in it is
 * kept once typing rests, and would make the record anew after it was deleted.
 */
export const formActions = (
  reflect: Pick<ReflectPage, 'all' | 'remove'>,
  form: Pick<ReflectionForm, 'edit' | 'forget'>,
) => ({
  edit: async (id: Id) => {
    const found = reflect.all.value?.find(one => one.id === id)
    if (found) await form.edit(found)
  },
  remove: async (id: Id) => {
    form.forget(id)
    await reflect.remove(id)
  },
})
