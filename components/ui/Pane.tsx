/** The picture of felt: a frosted pane with a clear place that grows with it. Numbers stand beside it; screen readers skip it. */
import type { Felt } from '../../lib/core/records.ts'

type Props = {
  /** null is an answer that was not given, drawn as an empty outline and never as frost. */
  readonly felt: Felt | 'cant-tell' | null
}

export const Pane = ({ felt }: Props) => (
  <span class="pane" data-felt={felt ?? undefined} aria-hidden="true" />
)
