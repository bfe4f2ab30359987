/** "I'm stuck" and "Keep a line about this?" as steps of a check-in. */
import { computed } from '@preact/signals'
import type { Asked, TypedLine } from '../core/keepsake.ts'
import type { Key } from '../core/keys.ts'
import type { CheckInPorts, Walk } from './check-in-types.ts'
import { createKeepAsk, type KeepAsk } from './keep-ask.ts'
import { createKeepsakes } from './keepsakes.ts'
import { createLine } from './line.ts'
import type { OwnPauses } from './own-pauses.ts'
import type { PauseRun } from './pause-run.ts'
import type { Records, SettingsStore, Slot } from './ports.ts'
import { createRemoving, type Removal } from './removal.ts'
import { createStuck, isDoor, type People, type Stuck } from './stuck.ts'

/** What these steps need besides what every step does. */
export type StuckPorts = {
  readonly removals: Pick<Records, 'remove' | 'undoRemove' | 'settleRemovals'>
  /** The deletion of a line that can be taken back. */
  readonly removal: Slot<Removal>
  /** A line to keep, as it was typed. */
  readonly line: Slot<TypedLine>
  readonly asked: Slot<Asked>
  /** Puts text on the clipboard; false where the browser refuses. */
  readonly copyText: (text: string) => Promise<boolean>
  /** The sentence that can be sent to someone, in the language shown. */
  readonly sentence: () => string
}

export type StuckStep = {
  readonly stuck: Stuck
  readonly ask: KeepAsk
  /** From the offer to the four doors. */
  show(): void
  /** From a door to the four, and from those to the offer. */
  back(): void
  /** True when the key was an answer at one of these places. */
  pressKey(key: Key): boolean
  /** Keeps what was typed and not yet kept, at the end of the check-in. */
  keepTyped(): Promise<void>
}

export const createStuckStep = (
  ports: CheckInPorts & { readonly settings: Pick<SettingsStore, 'read'>; readonly stuck: StuckPorts },
  { open, goTo }: Walk,
  pause: Pick<PauseRun, 'after' | 'start'>,
  pauses: OwnPauses,
  people: People,
): StuckStep => {
  const { records, settings, clock, changes, later } = ports
  const { removals, removal, asked, copyText, sentence } = ports.stuck
  const owner = () => open.draft.value.newId ?? open.draft.value.checkInId ?? ''
  const line = createLine({ ...ports, slot: ports.stuck.line, keeper: open.keeper, removals, owner })
  const keepsakes = createKeepsakes({
    records,
    removing: createRemoving({ records: removals, kept: removal, clock, later }),
    far: computed(() => open.record.value.far),
    announce: () => changes.announce('records'),
    onRemoved: line.forget,
  })
  const stuck = createStuck({
    records,
    settings,
    clock,
    answers: open.record,
    pauses,
    people,
    keepsakes,
    copyText,
    sentence,
    goTo,
    start: pause.start,
  })
  return {
    stuck,
    ask: createKeepAsk({ open, after: pause.after, line, slot: asked, clock, owner }),
    show: () => goTo('stuck'),
    back: () => goTo(isDoor(open.draft.value.place) ? 'stuck' : 'offer'),
    pressKey: key => {
      const { place } = open.draft.value
      return (place === 'stuck' || isDoor(place)) && stuck.pressKey(key, place)
    },
    keepTyped: line.leave,
  }
}
