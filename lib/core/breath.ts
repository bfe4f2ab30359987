/** The pacer of a breathing pause: which movement it is, how long it still takes, and how full the lungs are. */
import type { Tempo } from './tempo.ts'
import { second } from './time.ts'

/** One breath movement of a pacer; `top-up` is a second, shorter breath in on top of the first. */
export type Breath = { readonly way: 'in' | 'top-up' | 'hold' | 'out'; readonly seconds: number }

/** One round of a pacer, in milliseconds. */
export const roundOf = (pacer: readonly Breath[]): number =>
  pacer.reduce((sum, { seconds }) => sum + seconds * second, 0)

/** The movements of a pacer at a tempo. */
export const breathsAt = (pacer: readonly Breath[], { pace, holds }: Tempo): readonly Breath[] =>
  pacer
    .filter(({ way }) => holds || way !== 'hold')
    .map(({ way, seconds }) => ({ way, seconds: seconds * pace }))

/** What a breathing pacer shows at one moment. */
export type BreathView = {
  readonly way: Breath['way']
  /** Whole seconds until the next movement. */
  readonly left: number
  /** How full the lungs are, 0–1. */
  readonly full: number
}

/** How full the lungs are after a movement; a first breath in leaves room for the one on top. */
const fullAfter = (pacer: readonly Breath[], place: number): number => {
  const breath = pacer[place]
  if (breath === undefined || breath.way === 'out') return 0
  if (breath.way === 'hold') return fullAfter(pacer, place - 1)
  return breath.way === 'in' && pacer[place + 1]?.way === 'top-up' ? 0.75 : 1
}

/** Where a pacer stands `elapsed` milliseconds into its step; null for one without time. */
export const breathAt = (pacer: readonly Breath[], elapsed: number): BreathView | null => {
  const round = roundOf(pacer)
  if (round === 0) return null
  let rest = elapsed % round
  for (const [place, breath] of pacer.entries()) {
    const length = breath.seconds * second
    if (rest < length) {
      const from = fullAfter(pacer, place - 1)
      const full = from + (fullAfter(pacer, place) - from) * (rest / length)
      return { way: breath.way, left: Math.ceil((length - rest) / second), full }
    }
    rest -= length
  }
  return null
}
