/** What was written in a period, for a report whose maker ticked it: notes, reflections and markers, oldest first. */
import { inputsOf, journalInputs } from '../content/journal.ts'
import { placeOf } from '../core/history.ts'
import { type Cue, cueParts } from '../core/if-then.ts'
import type { PauseInput } from '../core/pause-input.ts'
import type { Period } from '../core/period.ts'
import type { CheckIn, Id, Marker, Reflection } from '../core/records.ts'
import { type ReflectionLine, reflectionLines } from '../core/reflection-lines.ts'
import { ok, type Result } from '../core/result.ts'
import { isDay, type Moment } from '../core/time.ts'
import type { Records, StoreProblem } from './ports.ts'
import { type ReadingNeeds, readRecords } from './report-reading.ts'

const writtenKinds = ['notes', 'reflections', 'markers'] as const
export type WrittenKind = (typeof writtenKinds)[number]

export type ReportNote = Moment & {
  readonly id: Id
  readonly text: string
  readonly felt: CheckIn['felt'] | 'cant-tell'
  /** Its time was not noted. */
  readonly dayAlone: boolean
}

/** A value as it is said: words of the person's, a number, or something that the page has a name for. */
export type ReportValue =
  | { readonly kind: 'own'; readonly text: string }
  | { readonly kind: 'number'; readonly value: number }
  /** The key of a message. */
  | { readonly kind: 'message'; readonly key: string }
  | { readonly kind: 'word' | 'tag' | 'pause'; readonly id: Id }
  | { readonly kind: 'hour'; readonly hour: number }

export type ReportReflection = Moment & {
  readonly id: Id
  /** The pause that it comes from; null where it comes from none. */
  readonly pauseId: Id | null
  readonly type: Reflection['type']
  /** `label` is the key of the message that asked for it; null where that is not known. */
  readonly lines: readonly { readonly label: string | null; readonly values: readonly ReportValue[] }[]
}

export type Written = {
  /** What was looked for; of the others nothing is said. */
  readonly kinds: ReadonlySet<WrittenKind>
  readonly notes: readonly ReportNote[]
  readonly reflections: readonly ReportReflection[]
  readonly markers: readonly Marker[]
}

export const nothingWritten: Written = { kinds: new Set(), notes: [], reflections: [], markers: [] }

const oldestFirst = (one: Moment & { readonly id: Id }, other: Moment & { readonly id: Id }): number =>
  one.day === other.day ? one.at - other.at || (one.id < other.id ? -1 : 1) : one.day < other.day ? -1 : 1

type Asked = Exclude<PauseInput, { readonly kind: 'drawing' }>

/** The pause that asks for the same, where it was written on a page. */
const askedAs: { readonly [Type in Reflection['type']]?: Id } = {
  'high-low': 'high-and-low',
  sentence: 'one-sentence',
  step: 'one-small-thing',
  ladder: 'smaller-step',
  plan: 'if-then',
}

/** What is asked for besides. */
const askedBesides: { readonly [field: string]: string | undefined } = {
  actual: 'step_reach',
  step: 'plan_step',
}

/** What was asked for, in its order; of a thought what the journal asks, which is more than the pause does. */
const askedIn = ({ type }: Pick<Reflection, 'type'>, pauseId: Id | null): readonly Asked[] => {
  const inputs =
    type === 'thought' ? Object.values(journalInputs).flat() : inputsOf(pauseId ?? askedAs[type] ?? '')
  return inputs.filter(input => input.kind !== 'drawing')
}

/** Fields of a thought that hold ids. */
const idFields: { readonly [field: string]: { readonly kind: 'word' | 'tag'; readonly label: string } } = {
  feelings: { kind: 'word', label: 'journal_feeling' },
  tags: { kind: 'tag', label: 'tags_picked' },
}

const cueValue = (cue: string): ReportValue => {
  const { kind, name } = cueParts(cue as Cue)
  if (kind === 'tag' || kind === 'word') return { kind, id: name }
  if (kind === 'thought') return { kind: 'message', key: 'pause_cue_thoughts' }
  return /^(1?\d|2[0-3])$/.test(name) ? { kind: 'hour', hour: Number(name) } : { kind: 'own', text: cue }
}

const saidOf = (input: Asked | null, value: string | number): ReportValue => {
  if (typeof value === 'number') return { kind: 'number', value }
  if (input?.kind === 'choice' && input.options.includes(value))
    return { kind: 'message', key: `${input.label}_${value.replaceAll('-', '_')}` }
  if (input?.kind === 'then') return { kind: 'pause', id: value }
  return input?.kind === 'if' ? cueValue(value) : { kind: 'own', text: value }
}

/** In the order in which it was asked; what no pause asked for comes last. */
const linesOf = (
  reflection: Reflection,
  pauseId: Id | null,
  lines: readonly ReflectionLine[],
): ReportReflection['lines'] => {
  const asked = askedIn(reflection, pauseId)
  const placeIn = ({ field }: ReflectionLine) => {
    const place = asked.findIndex(input => input.field === field)
    return place < 0 ? asked.length : place
  }
  return lines
    .toSorted((one, other) => placeIn(one) - placeIn(other))
    .map(line => {
      const input = asked[placeIn(line)] ?? null
      const ids = reflection.type === 'thought' && input === null ? idFields[line.field] : undefined
      if (ids) return { label: ids.label, values: line.values.map(id => ({ kind: ids.kind, id: `${id}` })) }
      return {
        label: input?.label ?? askedBesides[line.field] ?? null,
        values: line.values.map(value => saidOf(input, value)),
      }
    })
}

const reflectionOf = (reflection: Reflection): ReportReflection | null => {
  const { id, at, zone, day, type, fields } = reflection
  const lines = reflectionLines(reflection)
  const { pauseId: named } = fields
  const pauseId = typeof named === 'string' && named !== '' ? named : null
  return lines.length === 0
    ? null
    : { id, at, zone, day, type, pauseId, lines: linesOf(reflection, pauseId, lines) }
}

type Needs = Pick<ReadingNeeds, 'pause'> & {
  readonly records: Pick<Records, 'made' | 'page' | 'all' | 'days' | 'daySpan'>
}

/** Only what is in `kinds` is read; null where it was stopped. */
export const readWritten = async (
  needs: Needs,
  period: Period,
  kinds: ReadonlySet<WrittenKind>,
  isStopped: () => boolean,
): Promise<Result<Written | null, StoreProblem>> => {
  const isIn = ({ day, at }: Moment): boolean => {
    const place = placeOf(day, at)
    return place >= period.from && place <= period.to
  }
  const notes: ReportNote[] = []
  const reflections: ReportReflection[] = []
  const markers: Marker[] = []
  if (kinds.has('notes')) {
    const take = (found: readonly CheckIn[]) => {
      for (const checkIn of found) {
        const { id, at, zone, day, note, felt, cantTell, precision } = checkIn
        if (note.trim() === '' || !isIn(checkIn)) continue
        const said = cantTell.includes('felt') ? 'cant-tell' : felt
        notes.push({ id, at, zone, day, text: note, felt: said, dayAlone: precision === 'day' })
      }
    }
    const done = await readRecords(needs, 'checkIns', period, take, isStopped)
    if (!done.ok) return done
  }
  if (kinds.has('reflections')) {
    const take = (found: readonly Reflection[]) => {
      for (const reflection of found) {
        const one = isIn(reflection) ? reflectionOf(reflection) : null
        if (one !== null) reflections.push(one)
      }
    }
    const done = await readRecords(needs, 'reflections', period, take, isStopped)
    if (!done.ok) return done
  }
  if (kinds.has('markers')) {
    const all = await needs.records.all('markers')
    if (!all.ok) return all
    markers.push(...all.value.filter(({ day }) => isDay(day) && day >= period.from && day <= period.to))
  }
  if (isStopped()) return ok(null)
  return ok({
    kinds,
    // They come newest first: turned round, hardly anything is left to sort.
    notes: notes.reverse().sort(oldestFirst),
    reflections: reflections.reverse().sort(oldestFirst),
    markers: markers.sort((one, other) => (one.day < other.day ? -1 : Number(one.day > other.day))),
  })
}
