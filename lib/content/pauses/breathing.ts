/** Breathing pauses: slow patterns alone, since fast breathing can make things feel farther away. */
import type { CataloguePause } from './catalogue-pause.ts'

export const breathPauses = [
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
    seeds: ['S1', 'S3'],
    rules: ['first', 'inward'],
  },
  {
    id: 'sigh',
    kind: 'breath',
    seconds: 60,
    steps: [
      {
        text: 'pause_sigh_1',
        // Five rounds.
        seconds: 60,
        pacer: [
          { way: 'in', seconds: 3 },
          { way: 'top-up', seconds: 1 },
          { way: 'out', seconds: 8 },
        ],
      },
    ],
    eyes: 'either',
    effort: 1,
    cautions: ['dizzy', 'if-worse'],
    grade: 'B',
    sources: ['10.1016/j.xcrm.2022.100895'],
    seeds: ['S1'],
    rules: ['inward'],
  },
  {
    id: 'box',
    kind: 'breath',
    seconds: 64,
    steps: [
      {
        text: 'pause_box_1',
        // Four rounds.
        seconds: 64,
        pacer: [
          { way: 'in', seconds: 4 },
          { way: 'hold', seconds: 4 },
          { way: 'out', seconds: 4 },
          { way: 'hold', seconds: 4 },
        ],
      },
    ],
    eyes: 'either',
    effort: 1,
    cautions: ['if-worse'],
    grade: 'C',
    sources: ['10.3390/brainsci13121612', '10.1038/s41598-022-27247-y'],
    seeds: ['S1'],
    rules: ['inward'],
  },
  {
    id: 'four-seven-eight',
    kind: 'breath',
    seconds: 76,
    steps: [
      {
        text: 'pause_four_seven_eight_1',
        // Four rounds.
        seconds: 76,
        pacer: [
          { way: 'in', seconds: 4 },
          { way: 'hold', seconds: 7 },
          { way: 'out', seconds: 8 },
        ],
      },
    ],
    eyes: 'either',
    effort: 1,
    cautions: ['long-hold', 'if-worse'],
    grade: 'D',
    sources: [],
    seeds: ['S1'],
    rules: ['switched-on', 'inward'],
  },
] as const satisfies readonly CataloguePause[]
