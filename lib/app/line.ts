/** One line that is being typed: it stands in its field, outlives the popup, and is kept in its own record as it is typed. */
import { computed, type ReadonlySignal, signal } from '@preact/signals'
import { noteRests } from '../core/check-in.ts'
import { lineFields, lineIsTooLong, type TypedLine } from '../core/keepsake.ts'
import type { Id } from '../core/records.ts'
import { momentOf } from '../core/time.ts'
import type { Keeper } from './check-in-types.ts'
import type { Chance, CheckInRecords, Clock, Later, Records, Slot } from './ports.ts'

type LineView = {
  readonly text: string
  readonly tooLong: boolean
  /** The record holds exactly what stands in the field, and that is something. */
  readonly saved: boolean
}

export type Line = {
  readonly view: ReadonlySignal<LineView>
  type(text: string): void
  /** Keeps what was typed; a line that is too long stays as it was typed. */
  keep(): Promise<void>
  /** As `keep`, at the end of a check-in: after it, a kept line stands in its record alone. */
  leave(): Promise<void>
  /** The record was deleted: what stood in the field goes with it. */
  forget(id: Id): void
}

export type LineNeeds = {
  /** Where a typed line outlives the popup. */
  readonly slot: Slot<TypedLine>
  readonly keeper: Pick<Keeper, 'keep'>
  readonly records: Pick<CheckInRecords, 'get'>
  readonly removals: Pick<Records, 'remove'>
  readonly clock: Clock
  readonly chance: Chance
  readonly later: Later
  /** The check-in that is open, whatever it is called by. */
  readonly owner: () => string
}

export const createLine = (needs: LineNeeds): Line => {
  const { slot, keeper, records, removals, clock, chance, later, owner } = needs
  const typed = signal<TypedLine | null>(null)
  /** One that is too long goes on until the person has made it shorter. */
  const own = computed(() => {
    const line = typed.value
    return line && (line.owner === owner() || lineIsTooLong(line.text)) ? line : null
  })
  const view = computed(() => {
    const { text = '', saved = false } = own.value ?? {}
    return { text, tooLong: lineIsTooLong(text), saved: saved && text.trim() !== '' }
  })
  let stop = () => {}

  /** Where the browser refuses, the record holds the line all the same, a moment later. */
  const remember = (line: TypedLine | null) => slot.write(line).catch(() => {})
  const put = (line: TypedLine) => {
    typed.value = line
    void remember(line)
  }

  const write = async (line: TypedLine): Promise<boolean> => {
    // Taken out again: an empty line is none.
    if (line.text.trim() === '') {
      return (await removals.remove('reflections', line.id, clock.now().epochMilliseconds)).ok
    }
    return (await keeper.keep('reflections', line.id, () => lineFields(line))) === 'kept'
  }

  const keepLine = async (line: TypedLine) => {
    if (line.saved || lineIsTooLong(line.text)) return
    if ((await write(line)) && typed.value === line) put({ ...line, saved: true })
  }

  const keep = async () => {
    stop()
    if (typed.value) await keepLine(typed.value)
  }

  /** Goes on with what was typed; a line of an earlier check-in stays here until its record has it, and no longer. */
  const takeUp = async () => {
    const left = await slot.read().catch(() => null)
    if (left === null || typed.value !== null) return
    typed.value = left
    await keepLine(left)
    const { value } = typed
    if (value?.id !== left.id || !value.saved) return
    const found = await records.get('reflections', left.id)
    if (value !== typed.value || (own.value && !(found.ok && found.value === null))) return
    typed.value = null
    await remember(null)
  }
  void takeUp()

  return {
    view,
    keep,
    leave: async () => {
      await keep()
      if (typed.value?.saved) await remember(null)
    },
    forget: id => {
      if (typed.value?.id !== id) return
      stop()
      typed.value = null
      void remember(null)
    },
    type: text => {
      // The line of an earlier check-in is whole; this is another one.
      if (typed.value && !own.value) void keepLine(typed.value)
      const moment = momentOf(clock.now())
      const begun = own.value ?? { ...moment, id: chance.id(moment.at), owner: owner() }
      put({ ...begun, text, saved: false })
      stop()
      stop = later(noteRests, () => void keep())
    },
  }
}
