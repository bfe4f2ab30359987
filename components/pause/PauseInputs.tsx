/** What a step lets a person write, pick, rate or draw; each answer is kept as it is given. */
import { useId } from 'preact/hooks'
import type { PauseInput } from '../../lib/core/pause-input.ts'
import type { Written, WrittenValue } from '../../lib/core/writing.ts'
import { t } from '../../lib/platform/i18n.ts'
import { ChoiceInput } from './ChoiceInput.tsx'
import { CueInput, type CueSource, ThenInput } from './CueInput.tsx'
import { Drawing } from './Drawing.tsx'
import { LadderInput } from './LadderInput.tsx'
import { ListInput, type ListSource } from './ListInput.tsx'
import styles from './PauseInputs.module.css'
import { ScaleInput } from './ScaleInput.tsx'
import { TextInput } from './TextInput.tsx'

/** Where inputs take from what is not in the pause itself, and what they do with it. */
export type InputSources = {
  readonly lists: ListSource
  readonly cues: CueSource
  /** Puts words on the clipboard; nothing is ever sent. */
  readonly onCopy: (text: string) => Promise<boolean>
}

type Props = {
  readonly inputs: readonly PauseInput[]
  readonly values: Written
  /** The length of what is too long to be kept. */
  readonly tooLong: number | null
  /** Everything that stands here is kept. */
  readonly saved: boolean
  readonly sources: InputSources
  readonly onWrite: (field: string, value: WrittenValue) => void
  /** The field was left: what it holds is kept now. */
  readonly onLeave: () => void
}

type OneProps = Omit<Props, 'inputs' | 'saved'> & {
  readonly input: PauseInput
}

const text = (value: WrittenValue | undefined): string => (typeof value === 'string' ? value : '')
const number = (value: WrittenValue | undefined): number | null => (typeof value === 'number' ? value : null)
const several = (value: WrittenValue | undefined): readonly string[] =>
  typeof value === 'object' ? value : typeof value === 'string' && value !== '' ? [value] : []

export const OneInput = ({ input, values, sources, onWrite, onLeave, tooLong }: OneProps) => {
  if (input.kind === 'drawing') return <Drawing label={input.label} />
  const value = values[input.field]
  const write = (next: WrittenValue) => onWrite(input.field, next)
  const problemOf = (words: string) =>
    tooLong !== null && words.length === tooLong ? t('err_note_long', tooLong) : null
  switch (input.kind) {
    case 'text':
      return (
        <TextInput
          input={input}
          value={text(value)}
          problem={problemOf(text(value))}
          onWrite={write}
          onLeave={onLeave}
          onCopy={sources.onCopy}
        />
      )
    case 'choice':
      return <ChoiceInput input={input} value={several(value)} onWrite={write} />
    case 'scale':
      return <ScaleInput input={input} value={number(value)} onWrite={write} />
    case 'own-list':
      return (
        <ListInput
          input={input}
          value={text(value)}
          source={sources.lists}
          problem={problemOf(text(value))}
          onWrite={write}
          onLeave={onLeave}
        />
      )
    case 'ladder':
      return (
        <LadderInput
          input={input}
          value={several(value)}
          problemOf={problemOf}
          onWrite={write}
          onLeave={onLeave}
        />
      )
    case 'if':
      return <CueInput input={input} value={text(value)} source={sources.cues} onWrite={write} />
    case 'then':
      return <ThenInput input={input} value={text(value)} source={sources.cues} onWrite={write} />
  }
}

export const PauseInputs = ({ inputs, saved, ...props }: Props) => {
  const id = useId()
  return (
    <div class={styles['inputs']}>
      {inputs.map((input, place) => (
        <OneInput key={`${id}-${place}`} {...props} input={input} />
      ))}
      {/* Screen readers hear it from the frame. */}
      <p class={styles['soft']}>{saved && t('end_saved')}</p>
    </div>
  )
}
