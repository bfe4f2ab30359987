/** All pauses in the popup, to be picked by hand: favourites first, own ones after them, then by kind, or what a name typed in part finds. */
import { computed, type ReadonlySignal, signal } from '@preact/signals'
import { findWords } from '../core/find-words.ts'
import type { Pause } from '../core/pause.ts'
import type { PauseKind } from '../core/pause-kinds.ts'
import type { ListedPause } from '../core/pause-list.ts'
import { noFilter, pauseShelf } from '../core/pause-shelf.ts'
import type { Id } from '../core/records.ts'
import type { OwnPauses } from './own-pauses.ts'

export type PickGroup = {
  readonly kind: PauseKind | 'favourites'
  readonly pauses: readonly ListedPause[]
}

export type PausePicks = {
  readonly find: ReadonlySignal<string>
  /** Without those that the person put away, and those that are not to be picked now. */
  readonly groups: ReadonlySignal<readonly PickGroup[]>
  /** All that the person did not put away, whatever is typed. */
  readonly all: ReadonlySignal<readonly PickGroup[]>
  load(): Promise<void>
  seek(text: string): void
}

type Needs = {
  readonly own: Pick<OwnPauses, 'list' | 'load'>
  /** Whether it is there to be picked now; all are where nothing is said. */
  readonly mayPick?: (pause: Pause) => boolean
  /** What Thaw calls a pause in the language shown. */
  readonly pauseLabel: (id: Id) => string
  /** The language shown, a BCP 47 tag. */
  readonly locale: () => string
}

export const createPausePicks = ({ own, mayPick = () => true, pauseLabel, locale }: Needs): PausePicks => {
  const find = signal('')
  const listed = computed(() => own.list.value.all.map(one => ({ ...one, grade: null })))
  const found = computed(() =>
    findWords(
      find.value,
      listed.value.map(({ pause, own }) => ({ id: pause.id, label: own?.name ?? pauseLabel(pause.id) })),
      locale(),
      () => [],
    ),
  )
  const grouped = (all: typeof listed.value, only: readonly Id[] | null): readonly PickGroup[] => {
    const shelf = pauseShelf(all, noFilter, only)
    const groups: readonly PickGroup[] = [
      { kind: 'favourites', pauses: shelf.favourites },
      { kind: 'own', pauses: shelf.own },
      ...shelf.kinds,
    ]
    return groups.filter(({ pauses }) => pauses.length > 0)
  }
  return {
    find,
    groups: computed(() =>
      grouped(
        listed.value.filter(({ pause }) => mayPick(pause)),
        found.value,
      ),
    ),
    all: computed(() => grouped(listed.value, null)),
    load: own.load,
    seek: text => {
      find.value = text
    },
  }
}
