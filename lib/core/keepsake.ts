/** Lines that a person keeps: what the record of one holds, which of all lines they are, and one that is being typed. */
import { noteAtMost } from './check-in.ts'
import type { Fields, Id, Reflection } from './records.ts'
import type { Day, Moment } from './time.ts'

/** A line as it stands in its field, with the moment of its first letter. */
export type TypedLine = Moment & {
  /** The id of its record, whether that exists yet or not. */
  readonly id: Id
  /** The check-in in which it was typed, so that the next one begins with an empty field. */
  readonly owner: string
  readonly text: string
  /** The record holds exactly this text. */
  readonly saved: boolean
}

export const lineIsTooLong = (text: string): boolean => text.length > noteAtMost

/** The record of a typed line, one of those that are shown when the person asks for something of theirs. */
export const lineFields = ({ at, zone, day, text }: TypedLine): Fields<'reflections'> => ({
  at,
  zone,
  day,
  type: 'line',
  fields: { text, kept: true },
})

/** From here on, on a scale of 0 to 3, a high of the day reached the person. */
export const highReached = 2

/** The check-in or the record after which "Keep a line about this?" was asked last, and the civil day of that. */
export type Asked = { readonly day: Day; readonly owner: string }

/** What was asked last in whatever is stored; null where it says nothing. */
export const readAsked = (stored: unknown): Asked | null => {
  if (typeof stored !== 'object' || stored === null) return null
  const { day, owner } = stored as { readonly [name: string]: unknown }
  return typeof day === 'string' && typeof owner === 'string' ? { day, owner } : null
}

/** A line that the person kept for later. */
export type Keepsake = Pick<Reflection, 'id' | 'at' | 'zone' | 'day'> & { readonly text: string }

/** The kept lines among reflections, in the order given. Whatever an import brought, none is empty. */
export const keepsakesIn = (reflections: readonly Reflection[]): readonly Keepsake[] =>
  reflections.flatMap(({ id, at, zone, day, type, fields }) => {
    const { text, kept } = fields
    return type === 'line' && kept === true && typeof text === 'string' && text.trim() !== ''
      ? [{ id, at, zone, day, text }]
      : []
  })

/** The typed line in whatever is stored; null where there is none. */
export const readTypedLine = (stored: unknown): TypedLine | null => {
  if (typeof stored !== 'object' || stored === null) return null
  const { id, owner, text, saved, at, zone, day } = stored as { readonly [name: string]: unknown }
  const whole =
    typeof id === 'string' &&
    typeof owner === 'string' &&
    typeof text === 'string' &&
    typeof zone === 'string' &&
    typeof day === 'string' &&
    Number.isFinite(at)
  return whole ? { id, owner, text, saved: saved === true, at: at as number, zone, day } : null
}
