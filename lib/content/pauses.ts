/** The catalogue of pauses as data with permanent ids; titles and one-liners are the messages `pause_<id>` and `pause_<id>_about`. */
import { attentionPauses } from './pauses/attention.ts'
import { bodyPauses } from './pauses/body.ts'
import { breathPauses } from './pauses/breathing.ts'
import type { CataloguePause } from './pauses/catalogue-pause.ts'
import { everydayPauses } from './pauses/everyday.ts'
import { sensePauses } from './pauses/senses.ts'
import { stepPauses } from './pauses/steps.ts'

export type { CataloguePause, Caution, Grade } from './pauses/catalogue-pause.ts'

/** In the order in which they stand in lists, from what asks least to what asks more. */
export const pauses = [
  ...sensePauses,
  ...breathPauses,
  ...bodyPauses,
  ...attentionPauses,
  ...stepPauses,
  ...everydayPauses,
] as const satisfies readonly CataloguePause[]

/** Ids that left the catalogue and still stand in histories: their titles stay, and they are never given again. */
export const retiredPauses: readonly string[] = []

/** The pause of the catalogue with this id; null for a person's own pause, or for one of a newer Thaw. */
export const pauseById = (id: string): CataloguePause | null => pauses.find(pause => pause.id === id) ?? null
