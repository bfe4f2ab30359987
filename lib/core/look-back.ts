/** The weekly look-back: what its record holds, what is typed into it, and when it is worth a word. */
import { isBlank } from './blank.ts'
import { noteAtMost } from './check-in.ts'
import type { Fields, Id, Reflection } from './records.ts'
import { type Day, hour, type Instant, type Moment } from './time.ts'

/** The fields of a reflection of type `look-back`, in the order in which they are asked: each text, or null where it was left empty. */
const lookBackFields = ['was', 'eased', 'thing'] as const
export type LookBackField = (typeof lookBackFields)[number]

/** What is typed and not kept yet. */
export type LookBackDraft = { readonly [Field in LookBackField]: string }

export const noLookBack: LookBackDraft = { was: '', eased: '', thing: '' }

/** One that was kept. */
export type LookBack = { readonly id: Id; readonly day: Day } & {
  readonly [Field in LookBackField]: string | null
}

const oneDay = 24 * hour

/** It is worth a word so long after the last one, or after it was put off. */
export const lookBackEvery = 7 * oneDay

export const holdsSomething = (draft: LookBackDraft): boolean =>
  lookBackFields.some(field => !isBlank(draft[field]))

/** The first field that is longer than a note may be; null where none is. */
export const tooLongIn = (draft: LookBackDraft): LookBackField | null =>
  lookBackFields.find(field => draft[field].length > noteAtMost) ?? null

export const lookBackRecord = ({ at, zone, day }: Moment, draft: LookBackDraft): Fields<'reflections'> => ({
  ...{ at, zone, day },
  type: 'look-back',
  fields: Object.fromEntries(
    lookBackFields.map(field => [field, isBlank(draft[field]) ? null : draft[field].trim()]),
  ),
})

const textIn = (value: unknown): string | null =>
  typeof value === 'string' && !isBlank(value) ? value : null

/** The look-backs among reflections, in the order given. */
export const lookBacksIn = (reflections: readonly Reflection[]): readonly LookBack[] =>
  reflections.flatMap(({ id, day, type, fields }) => {
    if (type !== 'look-back') return []
    const { was, eased, thing } = fields
    return [{ id, day, was: textIn(was), eased: textIn(eased), thing: textIn(thing) }]
  })

/** What was typed, in whatever is stored; null where that is nothing. */
export const readLookBackDraft = (stored: unknown): LookBackDraft | null => {
  if (typeof stored !== 'object' || stored === null) return null
  const { was, eased, thing } = stored as { readonly [name: string]: unknown }
  const text = (value: unknown) => (typeof value === 'string' ? value : '')
  const draft = { was: text(was), eased: text(eased), thing: text(thing) }
  return holdsSomething(draft) ? draft : null
}

/** Where it lies whether the look-back is offered, among the values that outlive the browser. */
export const lookBackKey = 'look-back'

/** Off until it is asked for. */
export type LookBackOffer = { readonly on: boolean; readonly putOffAt: Instant | null }

export const noOffer: LookBackOffer = { on: false, putOffAt: null }

/** The offer in whatever is stored; off where that is none. */
export const readOffer = (stored: unknown): LookBackOffer => {
  if (typeof stored !== 'object' || stored === null) return noOffer
  const { on, putOffAt } = stored as { readonly [name: string]: unknown }
  return { on: on === true, putOffAt: typeof putOffAt === 'number' ? putOffAt : null }
}

/** Whether it may be offered unasked. One that was put off on a clock that was ahead is not waited for. */
export const mayBeOffered = ({ on, putOffAt }: LookBackOffer, now: Instant): boolean =>
  on && (putOffAt === null || now - putOffAt >= lookBackEvery || putOffAt > now + oneDay)
