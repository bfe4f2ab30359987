/** The toolbar button as it follows settings and state: what it opens, what its title says, and its menu. */
import type { NudgeState } from '../core/nudge-state.ts'
import { createQueue } from '../core/queue.ts'
import { quietUntil } from '../core/quiet-until.ts'
import { firstState, remindersOn } from '../core/schedule.ts'
import type { Instant } from '../core/time.ts'
import type { Clock, Log, SettingsStore, Slot } from './ports.ts'

export type ToolbarPorts = {
  readonly state: Slot<NudgeState>
  readonly settings: SettingsStore
  readonly clock: Clock
  /** Whether a plain cover stands before the first question. */
  readonly cover: (on: boolean) => Promise<void>
  /** Says until when it is quiet, in the zone of the person; null says the name alone. */
  readonly sayQuiet: (until: Instant | null, now: Temporal.ZonedDateTime) => Promise<void>
  /** Draws the menu, where the browser has none like it: in this language, for somebody who has reminders or has none. */
  readonly drawMenu: (reminders: boolean) => Promise<void>
  readonly log: Log
}

/**
 * To be called after everything that may have changed either: browsers forget both with every restart. Each call reads anew and waits
 * for the one before, so the last word is the latest. Never rejects.
 */
export const createToolbar = ({ state, settings, clock, cover, sayQuiet, drawMenu, log }: ToolbarPorts) => {
  const follow = async () => {
    const { nudges } = await settings.read()
    await cover(nudges.sharing)
    const now = clock.now()
    await sayQuiet(quietUntil((await state.read()) ?? firstState, { now, settings: nudges }), now)
    await drawMenu(remindersOn(nudges))
  }
  const inTurn = createQueue()
  return (): Promise<void> => inTurn(follow).catch(problem => log.note('toolbar', problem))
}
