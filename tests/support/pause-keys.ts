/** The texts that a pause of the catalogue asks for. */
import type { CataloguePause } from '../../lib/content/pauses.ts'
import type { PauseInput } from '../../lib/core/pause-input.ts'

const snake = (id: string): string => id.replaceAll('-', '_')

const inputKeys = (input: PauseInput): readonly string[] => {
  const { label } = input
  if (input.kind === 'text') return [label, ...(input.starters ?? [])]
  if (input.kind === 'choice') return [label, ...input.options.map(option => `${label}_${snake(option)}`)]
  return input.kind === 'scale' ? [label, ...input.ends] : [label]
}

/** Its title, its line, what it rests on, its steps with their inputs, and its other version. */
export const pauseKeys = ({ id, steps, otherVersion }: CataloguePause): readonly string[] => [
  `pause_${snake(id)}`,
  `pause_${snake(id)}_about`,
  `pause_${snake(id)}_rests`,
  ...steps.flatMap(({ text, other, inputs = [] }) => [
    text,
    ...(other ? [other] : []),
    ...inputs.flatMap(inputKeys),
  ]),
  ...(otherVersion ? [otherVersion] : []),
]

/** The message of a caution. */
export const cautionKey = (caution: CataloguePause['cautions'][number]): string =>
  caution === 'if-worse' ? 'pause_if_worse' : `caution_${snake(caution)}`

/** The message of how well a pause is studied. */
export const gradeKey = (grade: CataloguePause['grade']): string =>
  grade === null ? 'grade_none' : `grade_${grade === 'B-' ? 'b_minus' : grade.toLowerCase()}`
