/** What a pause lets a person write, pick or rate. */

/** A message key. */
type Key = string

type Named = {
  /** Its name in the fields of the reflection. */
  readonly field: string
  /** The message key of its label. */
  readonly label: Key
}

export type PauseInput =
  /** Words. `starters` are message keys of sentences to begin with; `copy` puts a button beside it that copies, and nothing is ever sent. */
  | (Named & {
      readonly kind: 'text'
      readonly long?: true
      readonly starters?: readonly Key[]
      readonly copy?: true
    })
  /** One of a few, or several of them, by id; the message key of an option is `label_id`, with `_` for `-`. */
  | (Named & { readonly kind: 'choice'; readonly options: readonly string[]; readonly many?: true })
  /** A number from 0 to `to`, with labels at its ends. */
  | (Named & { readonly kind: 'scale'; readonly to: 3 | 10; readonly ends: readonly [Key, Key] })
  /** One of the person's own list, which can be added to here. */
  | (Named & { readonly kind: 'own-list'; readonly type: 'person' | 'light-thing' })
  /** One thing made smaller, step by step: a list of lines, the last one the smallest. */
  | (Named & { readonly kind: 'ladder' })
  /** The "if" of a plan: a tag, an hour or a word. */
  | (Named & { readonly kind: 'if' })
  /** The "then" of a plan: a pause, by id. */
  | (Named & { readonly kind: 'then' })
  /** A place to draw lines; nothing of it is kept. */
  | { readonly kind: 'drawing'; readonly label: Key }

/** The fields that a pause asks for, in their order. */
export const inputNames = (
  steps: readonly { readonly inputs?: readonly PauseInput[] }[],
): readonly string[] =>
  steps.flatMap(({ inputs = [] }) => inputs.flatMap(input => (input.kind === 'drawing' ? [] : [input.field])))
