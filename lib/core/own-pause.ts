/** Which pauses a person may write: what is kept of what they typed, or what is in the way of that. */

import { isBlank } from './blank.ts'
import { digitValue } from './digits.ts'
import { labelKey, lengthPast } from './own-label.ts'
import { ownPause } from './pause-list.ts'
import type { Fields, Id, OwnPause, OwnPauseStep } from './records.ts'
import { fail, ok, type Result } from './result.ts'

/** Lengths of texts in characters as people count them, times in seconds, all of them allowed themselves. */
export const ownPauseLimits = {
  name: 80,
  about: 200,
  steps: 30,
  stepText: 500,
  stepSeconds: { from: 1, to: 600 },
  /** A step that waits for the person counts as long as it is taken to last. */
  seconds: 1800,
} as const

/** What a person wants kept; the seconds of a step are whatever number they gave, null where it waits for them. */
export type WrittenPause = {
  readonly name: string
  readonly about: string
  readonly steps: readonly { readonly text: string; readonly seconds: number | null }[]
}

/** What is kept of an own pause. */
export type OwnPauseTexts = {
  readonly label: string
  readonly text: string | null
  readonly steps: readonly OwnPauseStep[]
}

/** Why a pause is refused; what was typed stays. `step` counts from 1, `length` is in characters. */
export type OwnPauseProblem =
  | { readonly kind: 'name-empty' }
  | { readonly kind: 'name-long'; readonly length: number }
  /** Another pause is called so; where it is hidden, it can be shown again. */
  | { readonly kind: 'name-taken'; readonly name: string; readonly hidden: boolean }
  | { readonly kind: 'about-long'; readonly length: number }
  | { readonly kind: 'no-steps' }
  | { readonly kind: 'many-steps'; readonly count: number }
  | { readonly kind: 'step-empty'; readonly step: number }
  | { readonly kind: 'step-long'; readonly step: number; readonly length: number }
  | { readonly kind: 'step-seconds'; readonly step: number }
  | { readonly kind: 'pause-long'; readonly seconds: number }

/** A pause whose name is taken. */
export type NamedPause = { readonly id: Id; readonly name: string; readonly hidden: boolean }

/** Seconds as they were typed, in the digits of any script: null of nothing, NaN of what is no whole number. */
export const secondsTyped = (text: string): number | null => {
  const digits = text.trim().replace(/\p{Nd}/gu, digit => String(digitValue(digit)))
  if (digits === '') return null
  return /^\d+$/.test(digits) ? Number(digits) : Number.NaN
}

const tidy = (text: string): string => text.toWellFormed().trim()

const nameProblem = (name: string, others: readonly NamedPause[], locale: string): OwnPauseProblem | null => {
  if (isBlank(name)) return { kind: 'name-empty' }
  const length = lengthPast(name, ownPauseLimits.name, locale)
  if (length !== null) return { kind: 'name-long', length }
  const key = labelKey(name, locale)
  const taken = others.find(other => labelKey(other.name, locale) === key)
  return taken ? { kind: 'name-taken', name: taken.name, hidden: taken.hidden } : null
}

const stepProblem = (
  { text, seconds }: OwnPauseStep,
  step: number,
  locale: string,
): OwnPauseProblem | null => {
  if (isBlank(text)) return { kind: 'step-empty', step }
  const length = lengthPast(text, ownPauseLimits.stepText, locale)
  if (length !== null) return { kind: 'step-long', step, length }
  const { from, to } = ownPauseLimits.stepSeconds
  const fits = seconds === null || (Number.isInteger(seconds) && seconds >= from && seconds <= to)
  return fits ? null : { kind: 'step-seconds', step }
}

const stepsProblem = (steps: readonly OwnPauseStep[], locale: string): OwnPauseProblem | null => {
  if (steps.length === 0) return { kind: 'no-steps' }
  if (steps.length > ownPauseLimits.steps) return { kind: 'many-steps', count: steps.length }
  for (const [place, step] of steps.entries()) {
    const problem = stepProblem(step, place + 1, locale)
    if (problem) return problem
  }
  const { seconds } = ownPause('', steps)
  return seconds > ownPauseLimits.seconds ? { kind: 'pause-long', seconds } : null
}

/** The pause as it is kept: as typed, well-formed, without blanks around; or the first thing in the way, from top to bottom. */
export const ownPauseTexts = (
  written: WrittenPause,
  others: readonly NamedPause[],
  locale: string,
): Result<OwnPauseTexts, OwnPauseProblem> => {
  const label = tidy(written.name)
  const about = tidy(written.about)
  const steps = written.steps.map(({ text, seconds }) => ({ text: tidy(text), seconds }))
  const aboutLength = lengthPast(about, ownPauseLimits.about, locale)
  const problem =
    nameProblem(label, others, locale) ??
    (aboutLength === null ? null : ({ kind: 'about-long', length: aboutLength } as const)) ??
    stepsProblem(steps, locale)
  return problem ? fail(problem) : ok({ label, text: isBlank(about) ? null : about, steps })
}

/** An own pause without steps was deleted; only its name is left, for the sessions that hold it. */
export const isPutAwayPause = ({ label, steps = [] }: Pick<OwnPause, 'label' | 'steps'>): boolean =>
  label !== null && steps.length === 0

/** What such a pause has lost. */
export type PauseContent = Required<Pick<OwnPause, 'steps' | 'favourite' | 'hidden'>>

const isStep = (stored: unknown): stored is OwnPauseStep => {
  const { text, seconds } = (stored ?? {}) as { readonly [name: string]: unknown }
  return typeof text === 'string' && (seconds === null || typeof seconds === 'number')
}

/** The same in whatever is stored; null where there is none. */
export const readPauseContent = (stored: unknown): PauseContent | null => {
  const { steps, favourite, hidden } = (stored ?? {}) as { readonly [name: string]: unknown }
  if (typeof favourite !== 'boolean' || typeof hidden !== 'boolean') return null
  return Array.isArray(steps) && steps.every(isStep) ? { steps, favourite, hidden } : null
}

/** What a caller decides of a pause's record, as it stands. */
export const pauseFields = ({ label, text, steps, favourite, hidden }: OwnPause): Fields<'pauses'> => ({
  label,
  text,
  ...(steps && { steps }),
  favourite,
  hidden,
})
