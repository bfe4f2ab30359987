/** How fast a breathing pacer goes, as the person likes it. */

/** How a person wants the pacer to go. */
export type Tempo = {
  /** How long each movement takes, 1 as the catalogue has it, 1.25 slower, 0.8 faster. */
  readonly pace: Pace
  /** Whether the breath is held where the pattern holds it. */
  readonly holds: boolean
}

/** From slower to faster. */
export const paces = [1.5, 1.25, 1, 0.8] as const
export type Pace = (typeof paces)[number]

export const plainTempo: Tempo = { pace: 1, holds: true }

/** The next slower (−1) or faster (+1) pace; the same at the ends. */
export const nextPace = (pace: Pace, step: -1 | 1): Pace => paces[paces.indexOf(pace) + step] ?? pace

/** The tempo in whatever is stored; each part that is none is as the catalogue has it. */
export const readTempo = (stored: unknown): Tempo => {
  const { pace, holds } = (typeof stored === 'object' && stored !== null ? stored : {}) as {
    readonly [name: string]: unknown
  }
  return {
    pace: paces.find(known => known === pace) ?? plainTempo.pace,
    holds: typeof holds === 'boolean' ? holds : plainTempo.holds,
  }
}
