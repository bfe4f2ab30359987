/** What the steps after the first question stand on, besides what that one does. */
import type { Id } from '../core/records.ts'
import type { CheckInPorts } from './check-in-types.ts'
import type { LearnLinks } from './learn-links.ts'
import type { Cue } from './pause-wishes.ts'
import type { SettingsStore } from './ports.ts'
import type { StuckPorts } from './stuck-step.ts'
import type { TextWatch } from './text-watch.ts'

export type LaterPorts = CheckInPorts & {
  readonly settings: Pick<SettingsStore, 'read' | 'change'>
  /** Makes a soft sound, where the browser lets it. */
  readonly sound: (cue: Cue) => void
  /** What Thaw calls a tag in the language shown. */
  readonly tagLabel: (id: Id) => string
  /** What Thaw calls a pause in the language shown. */
  readonly pauseLabel: (id: Id) => string
  /** The time of day at which an hour, 0 to 23, begins, in the language shown. */
  readonly hourLabel: (hour: number) => string
  /** What else one of Thaw's words may be called, with commas between. */
  readonly synonyms: (id: Id) => string
  readonly stuck: StuckPorts
  /** Looks at what is written here, once it is kept. */
  readonly watch: TextWatch
  /** The way to what Learn says of a word or a tag. */
  readonly learn: LearnLinks
}
