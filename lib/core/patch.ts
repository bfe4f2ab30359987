/** Some of the answers of a check-in: what changes in its record, and what is kept of it until the record has it. */

import { type CheckInFields, newCheckIn } from './check-in.ts'
import { isLoose, isText } from './loose.ts'
import {
  type CheckIn,
  type Far,
  type Felt,
  type Id,
  meanings,
  type PickedWord,
  type Scale,
  type Step,
  steps,
} from './records.ts'
import type { Moment } from './time.ts'

export type Patch = Partial<CheckInFields>

/** A patch says "can't tell" of the scales that it answers, and of no other: that may have been answered elsewhere meanwhile. */
const cantTellIn = (current: CheckInFields, patch: Patch): readonly Scale[] => {
  const { cantTell } = patch
  if (!cantTell) return current.cantTell
  return [
    ...current.cantTell.filter(scale => patch[scale] === undefined),
    ...cantTell.filter(scale => patch[scale] !== undefined),
  ]
}

/** The record with the patch; where there is none yet, one that began at `moment` unless the patch knows when. */
export const patched = (current: CheckInFields | null, patch: Patch, moment: Moment): CheckInFields => {
  const before = current ?? newCheckIn(moment, { source: 'popup', nudgeId: null })
  return { ...before, ...patch, cantTell: cantTellIn(before, patch) }
}

/** Whether the answers make a record where there is none: without a day they belong to one that was kept, and is deleted then. */
export const makesRecord = ({ day }: Patch): boolean => day !== undefined

const isOneOf = (value: unknown, last: number): boolean =>
  Number.isInteger(value) && Number(value) >= 0 && Number(value) <= last

const readPickedWord = (stored: unknown): readonly PickedWord[] =>
  isLoose(stored) && isText(stored['id']) ? [{ id: stored['id'], guess: stored['guess'] === true }] : []

const readStep = (stored: unknown): Step | null | undefined =>
  stored === null ? null : steps.find(step => step === stored)

const readMeaning = (stored: unknown): CheckIn['meaning'] | undefined =>
  stored === null ? null : meanings.find(meaning => meaning === stored)

const scales: readonly unknown[] = ['felt', 'far', 'pleasant', 'energy'] satisfies readonly Scale[]

/** One reader a field; undefined where the stored value is none. */
const readers: { readonly [Name in keyof Patch]: (stored: unknown) => Patch[Name] | undefined } = {
  at: stored => (Number.isFinite(stored) ? (stored as number) : undefined),
  zone: stored => (isText(stored) ? stored : undefined),
  day: stored => (isText(stored) && /^\d{4}-\d\d-\d\d$/.test(stored) ? stored : undefined),
  felt: stored => (stored === null || isOneOf(stored, 10) ? (stored as Felt | null) : undefined),
  far: stored => (stored === null || isOneOf(stored, 3) ? (stored as Far | null) : undefined),
  pleasant: readStep,
  energy: readStep,
  meaning: readMeaning,
  cantTell: stored =>
    Array.isArray(stored) ? (stored.filter(name => scales.includes(name)) as Scale[]) : undefined,
  words: stored => (Array.isArray(stored) ? stored.flatMap(readPickedWord) : undefined),
  tags: stored => (Array.isArray(stored) ? stored.filter(isText) : undefined),
  note: stored => (isText(stored) ? stored : undefined),
  source: stored => (stored === 'popup' || stored === 'nudge' ? stored : undefined),
  nudgeId: stored => (stored === null || isText(stored) ? (stored as Id | null) : undefined),
}

/** The patch in whatever is stored, field by field; null where nothing of it can be used. */
export const readPatch = (stored: unknown): Patch | null => {
  if (!isLoose(stored)) return null
  const known = Object.entries(readers).flatMap(([name, read]) => {
    const value = read(stored[name])
    return value === undefined ? [] : [[name, value]]
  })
  return known.length > 0 ? Object.fromEntries(known) : null
}
