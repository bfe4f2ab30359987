/** Small steps on the Reflect page: all that are open, of whatever day, those done today, those that are over, and ideas to begin with. */
import { computed, type ReadonlySignal } from '@preact/signals'
import type { StarterId, starters } from '../content/starters.ts'
import type { Fields, Id } from '../core/records.ts'
import {
  allSteps,
  carriedOver,
  markedDone,
  type OverStep,
  overSteps,
  putOff,
  reached,
  reopened,
  type SmallStep,
  type StepFields,
} from '../core/small-step.ts'
import { type Moment, momentOf } from '../core/time.ts'
import type { Clock } from './ports.ts'
import type { ReflectPage } from './reflect-page.ts'
import { formActions, type ReflectionForm } from './reflection-form.ts'

export type OwnStep = SmallStep & Moment

/** `isShut`: what was written could not be opened. */
export type OwnOverStep = OverStep & Moment & { readonly isShut: boolean }

export type Idea = (typeof starters)[number]

export type OwnSteps = {
  readonly form: ReflectionForm
  /** Newest first; null until they are read. */
  readonly entries: ReadonlySignal<readonly OwnStep[] | null>
  /** Those of which nothing is left to do, newest first. */
  readonly over: ReadonlySignal<readonly OwnOverStep[]>
  readonly ideas: readonly Idea[]
  begin(): Promise<void>
  /** Begins one with what an idea says, to be changed as the person likes. */
  beginWith(id: StarterId): Promise<void>
  edit(id: Id): Promise<void>
  remove(id: Id): Promise<void>
  done(id: Id): Promise<void>
  /** Out of sight on Today until tomorrow. */
  notToday(id: Id): Promise<void>
  /** Takes back either. */
  undo(id: Id): Promise<void>
  /** Carries one of an earlier day over to this one. */
  forToday(id: Id): Promise<void>
  /** 0–10; null takes it back. */
  reach(id: Id, actual: number | null): Promise<void>
}

type Needs = {
  readonly reflect: Pick<ReflectPage, 'all' | 'keeper' | 'remove'>
  readonly form: ReflectionForm
  readonly clock: Clock
  readonly ideas: readonly Idea[]
  /** What an idea says in the language shown. */
  readonly ideaText: (id: StarterId) => string
}

export const createOwnSteps = ({ reflect, form, clock, ideas, ideaText }: Needs): OwnSteps => {
  const change = async (
    id: Id,
    next: (current: Fields<'reflections'>) => Fields<'reflections'> | null,
  ): Promise<void> => {
    await reflect.keeper.keep('reflections', id, current => current && next(current))
  }
  const say = (id: Id, next: (fields: StepFields) => StepFields | null) =>
    change(id, current => {
      const fields = next(current.fields)
      return fields && { ...current, fields }
    })

  return {
    form,
    entries: computed(() => {
      const { all } = reflect
      if (all.value === null) return null
      const rows = all.value.filter(({ type }) => type === 'step')
      const moments = new Map(rows.map(({ id, zone, day }) => [id, { zone, day }]))
      return allSteps(rows, clock.now()).map(step => ({
        ...step,
        ...(moments.get(step.id) ?? { zone: '', day: '' }),
      }))
    }),
    over: computed(() => {
      const rows = reflect.all.value?.filter(({ type }) => type === 'step') ?? []
      const found = new Map(overSteps(rows, clock.now()).map(step => [step.id, step]))
      return rows.flatMap(row => {
        const { at, zone, day } = row
        const step = found.get(row.id)
        return step ? [{ ...step, at, zone, day, isShut: 'sealed' in row }] : []
      })
    }),
    ideas,
    begin: () => form.begin('step'),
    beginWith: async id => {
      await form.begin('step')
      const idea = ideas.find(one => one.id === id)
      if (!idea || form.open.value?.before !== null) return
      form.write('text', ideaText(id))
      form.write('minutes', `${idea.minutes}`)
    },
    ...formActions(reflect, form),
    done: id => say(id, fields => markedDone(fields, clock.now().epochMilliseconds)),
    notToday: id => say(id, fields => putOff(fields, momentOf(clock.now()).day)),
    undo: id => say(id, reopened),
    forToday: id => change(id, current => carriedOver(current, momentOf(clock.now()))),
    reach: (id, actual) => say(id, fields => reached(fields, actual)),
  }
}
