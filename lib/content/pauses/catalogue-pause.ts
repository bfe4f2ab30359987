/** What an entry of the catalogue of pauses says beyond what the runner and the choice need. */
import type { Pause } from '../../core/pause.ts'

/** How well it is studied: A well, B at about this length, B- less so, C in longer form, D little. */
export type Grade = 'A' | 'B' | 'B-' | 'C' | 'D'

/** Each says one sentence before the pause, the message `caution_<id>`. */
export type Caution =
  /** "If it feels worse, stop. Stopping is fine." */
  'if-worse' | 'heart' | 'dizzy' | 'long-hold' | 'tense' | 'feels-false' | 'habits'

/** The articles that Thaw began with, by number; a pause that no study backs comes from them. */
type Seed = 'S0' | 'S1' | 'S2' | 'S3' | 'S4'

/** A pause of the catalogue: what the runner and the choice need, and what there is to say about it. */
export type CataloguePause = Pause & {
  /** `either`: nothing in it asks for closed eyes, and they may close. */
  readonly eyes: 'open' | 'either'
  /** What it asks of a tired person: 0 nothing, 1 a little, 2 getting up. */
  readonly effort: 0 | 1 | 2
  readonly cautions: readonly Caution[]
  /** Null for the quiet pause, which is what the others are compared with. */
  readonly grade: Grade | null
  /** DOIs of the studies that the message `pause_<id>_rests` speaks of. */
  readonly sources: readonly string[]
  readonly seeds: readonly Seed[]
  /** The message key of the switch to its other version, such as a seated one. */
  readonly otherVersion?: string
}
