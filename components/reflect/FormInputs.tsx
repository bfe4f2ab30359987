/** What a form of the Reflect page asks for, drawn as a pause asks for it. */
import type { ReflectionForm } from '../../lib/app/reflection-form.ts'
import type { PauseInput } from '../../lib/core/pause-input.ts'
import { type InputSources, OneInput } from '../pause/PauseInputs.tsx'

type Props = {
  readonly inputs: readonly PauseInput[]
  readonly form: ReflectionForm
  readonly sources?: Partial<InputSources>
}

const noSources: InputSources = {
  lists: { items: [], onLoad: () => {}, onAdd: () => null },
  cues: { tags: [], words: [], thoughts: [], pauses: [], onLoad: () => {} },
  onCopy: async () => false,
}

export const FormInputs = ({ inputs, form, sources }: Props) => (
  <>
    {inputs.map((input, place) => (
      <OneInput
        key={place}
        input={input}
        values={form.open.value?.values ?? {}}
        tooLong={form.tooLong.value}
        sources={{ ...noSources, ...sources }}
        onWrite={form.write}
        onLeave={() => void form.keep()}
      />
    ))}
  </>
)
