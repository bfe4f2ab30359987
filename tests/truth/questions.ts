/** Every question of `npm run truth`, in the order of its table. A new one is a file beside this and a line here. */
import { choice } from './choice.ts'
import { coverage } from './coverage.ts'
import { marker } from './marker.ts'
import { more } from './more.ts'
import { nothing } from './nothing.ts'
import { power } from './power.ts'
import type { Question } from './question.ts'
import { regression } from './regression.ts'
import { season } from './season.ts'
import { speed } from './speed.ts'
import { vocabulary } from './vocabulary.ts'

export const questions: readonly Question[] = [
  nothing,
  regression,
  coverage,
  power,
  more,
  season,
  marker,
  vocabulary,
  choice,
  speed,
]
