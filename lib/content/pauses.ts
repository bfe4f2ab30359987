/** The catalogue of pauses as data with permanent ids; titles and one-liners are the messages `pause_<id>` and `pause_<id>_about`. */
import type { Pause } from '../core/pause.ts'

/** How well it is studied: A well, B at about this length, B- less so, C in longer form, D little. */
type Grade = 'A' | 'B' | 'B-' | 'C' | 'D'

/** A pause of the catalogue: what the runner and the choice need, and what there is to say about it. */
export type CataloguePause = Pause & {
  /** `either`: nothing in it asks for closed eyes, and they may close. */
  readonly eyes: 'open' | 'either'
  /** What it asks of a tired person: 0 nothing, 1 a little, 2 getting up. */
  readonly effort: 0 | 1 | 2
  /** `if-worse`: says "If it feels worse, stop. Stopping is fine." */
  readonly cautions: readonly 'if-worse'[]
  readonly grade: Grade
  /** DOIs of the studies behind the grade. */
  readonly sources: readonly string[]
}

export const pauses = [
  {
    id: 'look-up',
    kind: 'out',
    seconds: 20,
    steps: [
      { text: 'pause_look_up_1', seconds: 8 },
      { text: 'pause_look_up_2', seconds: 6 },
      { text: 'pause_look_up_3', seconds: 6 },
    ],
    eyes: 'open',
    effort: 0,
    cautions: [],
    grade: 'D',
    sources: [],
  },
  {
    id: 'long-exhale',
    kind: 'breath',
    seconds: 60,
    steps: [
      {
        text: 'pause_long_exhale_1',
        // Six rounds.
        seconds: 60,
        pacer: [
          { way: 'in', seconds: 4 },
          { way: 'out', seconds: 6 },
        ],
      },
    ],
    eyes: 'either',
    effort: 1,
    cautions: ['if-worse'],
    grade: 'C',
    sources: ['10.3390/brainsci13121612', '10.1038/s41598-022-27247-y'],
  },
] as const satisfies readonly CataloguePause[]

/** The pause of the catalogue with this id; null for a person's own pause, or for one of a newer Thaw. */
export const pauseById = (id: string): CataloguePause | null => pauses.find(pause => pause.id === id) ?? null
