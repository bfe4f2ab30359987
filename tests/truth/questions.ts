/** Every question of `npm run truth`, in the order of its table. A new one is a file beside this and a line here. */
import { choice } from './choice.ts'
import { coverage } from './coverage.ts'
import type { Question } from './question.ts'

export const questions: readonly Question[] = [coverage, choice]
