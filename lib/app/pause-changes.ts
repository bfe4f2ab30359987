/** The ways in which a person changes which pauses there are: favourites, hidden ones, and those they write. */

import { labelKey } from '../core/own-label.ts'
import {
  isPutAwayPause,
  type NamedPause,
  type OwnPauseProblem,
  ownPauseTexts,
  pauseFields,
  type WrittenPause,
} from '../core/own-pause.ts'
import type { Fields, Id, OwnPause } from '../core/records.ts'
import { fail, ok, type Result } from '../core/result.ts'
import { gone } from './gone.ts'
import type { OwnPauses } from './own-pauses.ts'
import type { Chance, Changes, Clock, Records, StoreProblem } from './ports.ts'

/** Why a pause was not kept: it cannot be kept as it is, or the store could not take it. */
export type PauseProblem = OwnPauseProblem | StoreProblem

export type PauseChanges = {
  /** A pause of the catalogue or an own one; null once it is kept. */
  setFavourite(id: Id, on: boolean): Promise<StoreProblem | null>
  setHidden(id: Id, on: boolean): Promise<StoreProblem | null>
  /** Keeps what is written as the own pause `id`, or as a new one, and gives its id; a deleted one of that name comes back under its old id. */
  save(id: Id | null, written: WrittenPause): Promise<Result<Id, PauseProblem>>
}

export type PauseChangesNeeds = {
  readonly own: Pick<OwnPauses, 'list' | 'problem' | 'load'>
  readonly records: Pick<Records, 'all' | 'save'>
  readonly changes: Pick<Changes, 'announce'>
  readonly clock: Clock
  readonly chance: Chance
  /** What Thaw calls a pause of its own in the language shown. */
  readonly nameOf: (id: Id) => string
  /** The language shown, a BCP 47 tag. */
  readonly locale: () => string
}

export const isPauseProblem = (problem: PauseProblem): problem is OwnPauseProblem =>
  problem.kind !== 'newer' && problem.kind !== 'full' && problem.kind !== 'failed'

const untouched: Fields<'pauses'> = { label: null, text: null, favourite: false, hidden: false }

export const createPauseChanges = (needs: PauseChangesNeeds): PauseChanges => {
  const { own, records, changes, clock, chance, nameOf, locale } = needs

  const keep = async (
    id: Id,
    change: (current: OwnPause | null) => Fields<'pauses'> | null,
  ): Promise<StoreProblem | null> => {
    const saved = await records.save('pauses', id, change)
    if (!saved.ok) return saved.problem
    changes.announce('records')
    await own.load()
    return null
  }

  const mark = async (
    id: Id,
    what: { readonly favourite: boolean } | { readonly hidden: boolean },
  ): Promise<StoreProblem | null> => {
    const written = own.list.value.find(id)?.own !== null
    let isGone = false
    const problem = await keep(id, current => {
      // Another page deleted it a moment ago: marking does not bring it back.
      isGone = written && (current === null || isPutAwayPause(current))
      return isGone ? null : { ...(current ? pauseFields(current) : untouched), ...what }
    })
    return problem ?? (isGone ? gone : null)
  }

  /** Every name that is taken, but that of `except`. */
  const othersThan = (except: Id | null): readonly NamedPause[] =>
    own.list.value.all
      .filter(({ pause }) => pause.id !== except)
      .map(({ pause, own, hidden }) => ({ id: pause.id, name: own?.name ?? nameOf(pause.id), hidden }))

  const putAwayAs = async (name: string): Promise<Result<Id | null, StoreProblem>> => {
    const rows = await records.all('pauses')
    if (!rows.ok) return rows
    const key = labelKey(name, locale())
    const row = rows.value.find(row => isPutAwayPause(row) && labelKey(row.label ?? '', locale()) === key)
    return ok(row?.id ?? null)
  }

  return {
    setFavourite: (id, favourite) => mark(id, { favourite }),
    setHidden: (id, hidden) => mark(id, { hidden }),
    save: async (id, written) => {
      // Another page may have taken the name a moment ago.
      await own.load()
      if (own.problem.value) return fail(own.problem.value)
      const texts = ownPauseTexts(written, othersThan(id), locale())
      if (!texts.ok) return texts
      if (id !== null) {
        let isGone = false
        const problem = await keep(id, current => {
          isGone = current === null || isPutAwayPause(current)
          return current && !isGone ? { ...pauseFields(current), ...texts.value } : null
        })
        if (problem) return fail(problem)
        if (!isGone) return ok(id)
        // Another page deleted it meanwhile. What was typed is a pause all the same.
      }
      const before = await putAwayAs(texts.value.label)
      if (!before.ok) return before
      const kept = before.value ?? chance.id(clock.now().epochMilliseconds)
      const problem = await keep(kept, () => ({ ...texts.value, favourite: false, hidden: false }))
      return problem ? fail(problem) : ok(kept)
    },
  }
}
