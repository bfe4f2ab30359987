/** Ladders on the Reflect page: each with the step on which the person stands, a smaller one, and the way onto Today. */
import { computed, type ReadonlySignal } from '@preact/signals'
import { type Ladder, ladderIn, laddersIn, standingOn } from '../core/ladder.ts'
import type { Id } from '../core/records.ts'
import { stepsOf, writtenStep } from '../core/small-step.ts'
import { momentOf } from '../core/time.ts'
import type { Chance, Clock } from './ports.ts'
import type { ReflectPage } from './reflect-page.ts'
import { formActions, type ReflectionForm } from './reflection-form.ts'

/** `taken`: the step on which the person stands is one of today. */
export type OwnLadder = Ladder & { readonly taken: boolean }

export type OwnLadders = {
  readonly form: ReflectionForm
  /** Newest first; null until they are read. */
  readonly entries: ReadonlySignal<readonly OwnLadder[] | null>
  begin(): Promise<void>
  edit(id: Id): Promise<void>
  remove(id: Id): Promise<void>
  /** The person stands on that step from now on. */
  stand(id: Id, rung: number): Promise<void>
  /** Puts the step on which the person stands among those of today. */
  take(id: Id): Promise<void>
}

type Needs = {
  readonly reflect: Pick<ReflectPage, 'all' | 'keeper' | 'remove'>
  readonly form: ReflectionForm
  readonly clock: Clock
  readonly chance: Pick<Chance, 'id'>
}

export const createOwnLadders = ({ reflect, form, clock, chance }: Needs): OwnLadders => {
  const entries = computed(() => {
    const { all } = reflect
    if (all.value === null) return null
    const today = new Set(stepsOf(all.value, clock.now()).map(({ text }) => text))
    return laddersIn(all.value).map(ladder => ({
      ...ladder,
      taken: today.has(ladder.rungs[ladder.rung] ?? ''),
    }))
  })
  return {
    form,
    entries,
    begin: () => form.begin('ladder'),
    ...formActions(reflect, form),
    stand: async (id, rung) => {
      await reflect.keeper.keep(
        'reflections',
        id,
        current => current && { ...current, fields: standingOn(current.fields, rung) },
      )
    },
    take: async id => {
      const found = reflect.all.value?.find(one => one.id === id)
      const ladder = found && ladderIn(found)
      const text = ladder?.rungs[ladder.rung]
      if (text === undefined || entries.value?.find(one => one.id === id)?.taken) return
      const moment = momentOf(clock.now())
      await reflect.keeper.keep('reflections', chance.id(moment.at), () => writtenStep(moment, { text }))
    },
  }
}
