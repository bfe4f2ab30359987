/** History over a page's world in memory, with its forms at hand, as its screen has them once one of them was needed. */
import { createHistory } from '../../lib/app/history.ts'
import { createHistoryForms } from '../../lib/app/history-forms.ts'
import { createPauseMoves, type PauseMove } from '../../lib/app/pause-moves.ts'
import type { Slot } from '../../lib/app/ports.ts'
import { entriesIn } from '../../lib/core/history.ts'
import type { MarkerDraft } from '../../lib/core/marker.ts'
import { memorySlot } from './fakes.ts'
import type { pageWorld } from './page-world.ts'

export type World = ReturnType<typeof pageWorld>

/** Each world has one slot, over every page that is opened in it. */
const markerDrafts = new WeakMap<object, Slot<readonly MarkerDraft[]>>()

const markerDraftsOf = (world: World): Slot<readonly MarkerDraft[]> => {
  const slot = markerDrafts.get(world.values) ?? memorySlot<readonly MarkerDraft[]>()
  markerDrafts.set(world.values, slot)
  return slot
}

const pauseMoves = new WeakMap<object, Slot<readonly PauseMove[]>>()

/** The moves that a page which closes leaves to the next one. */
const pauseMovesOf = (world: World): Slot<readonly PauseMove[]> => {
  const slot = pauseMoves.get(world.values) ?? memorySlot<readonly PauseMove[]>()
  pauseMoves.set(world.values, slot)
  return slot
}

/** What History stands on; the forms are read as soon as they are asked for. */
export const historyNeeds = (world: World) => {
  const needs = {
    ...world,
    later: world.timers.later,
    markerDrafts: markerDraftsOf(world),
    pauseMoves: pauseMovesOf(world),
  }
  return {
    ...needs,
    pause: async () => {},
    finishMoves: () => createPauseMoves({ ...needs, kept: needs.pauseMoves }).finish(),
    loadForms: () => createHistoryForms(needs),
    formWasOpen: async () => {
      const drafts = [await needs.pastDraft.read(), ...((await needs.markerDrafts.read()) ?? [])]
      return drafts.some(draft => draft?.open)
    },
  }
}

/** A page of History, read, with its forms. */
export const openHistory = async (world: World) => {
  const history = createHistory(historyNeeds(world))
  await history.load()
  const forms = await history.loadForms()
  if (forms === null) throw new Error('the forms were not loaded')
  return { ...history, ...forms }
}

export type OpenHistory = Awaited<ReturnType<typeof openHistory>>

/** The entries as they stand in the list. */
export const entriesOf = (history: Pick<OpenHistory, 'months'>) => entriesIn(history.months.value ?? [])
