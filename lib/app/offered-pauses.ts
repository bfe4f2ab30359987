/** What is offered, and how pauses go: the settings of pauses, each kept at once. */
import { type ReadonlySignal, signal } from '@preact/signals'
import { type PauseGoal, pauseGoals } from '../core/pause-goal.ts'
import { type PauseKind, pauseKinds } from '../core/pause-kinds.ts'
import { type PauseSettings, pauseLengths } from '../core/settings.ts'
import { type Pace, paces } from '../core/tempo.ts'
import type { Attempts } from './attempts.ts'
import type { Changes, SettingsStore, StoreProblem } from './ports.ts'
import { thrownProblem } from './thrown-problem.ts'

export type OfferedPauses = {
  /** null until they are read. */
  readonly settings: ReadonlySignal<PauseSettings | null>
  /** Why they could not be read. */
  readonly problem: ReadonlySignal<StoreProblem | null>
  /** The kinds, lengths and paces that can be chosen. */
  readonly choices: {
    readonly goals: readonly PauseGoal[]
    readonly kinds: readonly PauseKind[]
    /** In seconds; null is any length. */
    readonly lengths: readonly PauseSettings['atMost'][]
    readonly paces: readonly Pace[]
  }
  load(): Promise<void>
  /** What looks outward is always offered: the settings hold no other. */
  offerKind(kind: PauseKind, on: boolean): Promise<void>
  offerUpTo(seconds: PauseSettings['atMost']): Promise<void>
  /** For a pause that is off until it is switched on. */
  switchOn(id: string, on: boolean): Promise<void>
  setSound(on: boolean): Promise<void>
  setPace(pace: Pace): Promise<void>
  setHolds(on: boolean): Promise<void>
  /** What pauses are for; null where it is not said. */
  setGoal(goal: PauseGoal | null): Promise<void>
  setCompare(on: boolean): Promise<void>
}

type Needs = {
  readonly settings: Pick<SettingsStore, 'read' | 'change'>
  readonly changes: Changes
  readonly attempts: Pick<Attempts, 'make'>
}

export const createOfferedPauses = ({ settings, changes, attempts }: Needs): OfferedPauses => {
  const value = signal<PauseSettings | null>(null)
  const problem = signal<StoreProblem | null>(null)

  const load = async () => {
    try {
      value.value = (await settings.read()).pauses
      problem.value = null
    } catch (error) {
      problem.value = thrownProblem(error)
    }
  }

  const change = (next: (current: PauseSettings) => Partial<PauseSettings>): Promise<void> =>
    attempts.make(async () => {
      try {
        const kept = await settings.change(all => ({
          ...all,
          pauses: { ...all.pauses, ...next(all.pauses) },
        }))
        value.value = kept.pauses
      } catch (error) {
        // A native control shows the choice already: it goes back to what holds.
        value.value = value.value && { ...value.value }
        return thrownProblem(error)
      }
      changes.announce('settings')
      return null
    })

  const toggled = <One extends string>(list: readonly One[], one: One, on: boolean): readonly One[] => {
    const others = list.filter(other => other !== one)
    return on ? [...others, one] : others
  }

  changes.listen(topic => {
    if (topic === 'settings') void load()
  })

  return {
    settings: value,
    problem,
    choices: { goals: pauseGoals, kinds: pauseKinds, lengths: [...pauseLengths, null], paces },
    load,
    offerKind: (kind, on) => change(({ offKinds }) => ({ offKinds: toggled(offKinds, kind, !on) })),
    offerUpTo: atMost => change(() => ({ atMost })),
    switchOn: (id, on) => change(({ switchedOn }) => ({ switchedOn: toggled(switchedOn, id, on) })),
    setSound: sound => change(() => ({ sound })),
    setPace: pace => change(({ tempo }) => ({ tempo: { ...tempo, pace } })),
    setHolds: holds => change(({ tempo }) => ({ tempo: { ...tempo, holds } })),
    setGoal: goal => change(() => ({ goal })),
    setCompare: compare => change(() => ({ compare })),
  }
}
