/** What a person writes in a pause: it stands in the draft at every letter, and in its one reflection once typing rests. */
import { computed, type ReadonlySignal } from '@preact/signals'
import { noteRests } from '../core/check-in.ts'
import type { Pause } from '../core/pause.ts'
import { inputNames } from '../core/pause-input.ts'
import { momentOf } from '../core/time.ts'
import {
  isBlank,
  isUnsaved,
  type KeptWriting,
  type Writing,
  type Written,
  type WrittenValue,
} from '../core/writing.ts'
import { reflectionOf, tooLong } from '../core/written-reflection.ts'
import type { CheckInPorts, OpenCheckIn } from './check-in-types.ts'
import type { Records } from './ports.ts'

export type PauseWriting = {
  readonly values: ReadonlySignal<Written>
  /** The length of what is longer than it is meant to be; it stays as it was typed, and is kept once the pause is over. */
  readonly tooLong: ReadonlySignal<number | null>
  /** The reflection holds exactly what stands there, and that is something. */
  readonly saved: ReadonlySignal<boolean>
  write(pause: Pause, field: string, value: WrittenValue): void
  /** Keeps what was written now. */
  keep(): Promise<void>
  /** The pause is over: what was written is kept, however long it is, and stands in its reflection alone. */
  end(): Promise<void>
}

type Needs = Pick<CheckInPorts, 'clock' | 'chance' | 'later'> & {
  readonly removals: Pick<Records, 'remove'>
}

const isKept = (writing: Writing): writing is KeptWriting => writing.type !== null

export const createPauseWriting = (open: OpenCheckIn, needs: Needs): PauseWriting => {
  const { clock, chance, later, removals } = needs
  const { draft, move, keeper, now } = open
  const values = computed(() => draft.value.writing?.values ?? {})
  /** As it was last kept: what differs from it was typed since. */
  let base: Written = {}
  let stop = () => {}

  const save = async (writing: KeptWriting): Promise<boolean> => {
    // Taken out again: nothing written is no reflection.
    if (isBlank(writing.values)) return (await removals.remove('reflections', writing.id, now())).ok
    const since = base
    const kept = await keeper.keep('reflections', writing.id, current =>
      reflectionOf(writing, current, since),
    )
    return kept === 'kept'
  }

  const keepAll = async () => {
    stop()
    const { writing } = draft.value
    if (!writing || !isKept(writing) || writing.saved) return
    const kept = await save(writing)
    if (kept && draft.value.writing === writing) move({ writing: { ...writing, saved: true } })
  }

  const keep = async () => {
    if (tooLong(values.value) === null) await keepAll()
  }

  return {
    values,
    tooLong: computed(() => tooLong(values.value)),
    saved: computed(() => {
      const { writing } = draft.value
      return writing?.saved === true && !isBlank(writing.values)
    }),
    keep,
    write: (pause, field, value) => {
      const moment = momentOf(clock.now())
      const { writing, earlier } = draft.value
      // What was written in another pause, and could not be kept yet, makes room and waits.
      const left = isUnsaved(writing) && writing.pauseId !== pause.id ? [...earlier, { writing }] : earlier
      const begun: Writing =
        writing?.pauseId === pause.id
          ? writing
          : {
              ...moment,
              id: chance.id(moment.at),
              type: pause.leaves ?? null,
              pauseId: pause.id,
              names: inputNames(pause.steps),
              values: {},
              saved: false,
            }
      if (begun !== writing) base = {}
      else if (begun.saved) base = begun.values
      move({
        writing: { ...begun, values: { ...begun.values, [field]: value }, saved: false },
        earlier: left,
      })
      stop()
      stop = later(noteRests, () => void keep())
    },
    end: async () => {
      // There is no place any more in which the person could make it shorter.
      await keepAll()
      const { writing } = draft.value
      if (writing && (writing.saved || writing.type === null)) move({ writing: null })
    },
  }
}
