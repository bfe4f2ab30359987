/** Words in a pause, with sentences to begin with, and a button that copies where they are for someone else. */
import { useState } from 'preact/hooks'
import type { PauseInput } from '../../lib/core/pause-input.ts'
import { t } from '../../lib/platform/i18n.ts'
import { Button } from '../ui/Button.tsx'
import { TextField } from '../ui/TextField.tsx'
import styles from './PauseInputs.module.css'
import { catalogueText } from './pause-texts.ts'

type Props = {
  readonly input: Extract<PauseInput, { kind: 'text' }>
  readonly value: string
  readonly problem: string | null
  readonly onWrite: (value: string) => void
  readonly onLeave: () => void
  readonly onCopy: (text: string) => Promise<boolean>
}

/** A press takes a sentence over, where nothing else stands yet. */
const Starters = ({ starters, onTake }: { starters: readonly string[]; onTake: (text: string) => void }) => (
  <fieldset class={styles['row']} aria-label={t('pause_starters')}>
    {starters.map(key => (
      <Button key={key} onPress={() => onTake(catalogueText(key))}>
        <span class={styles['starter']}>{catalogueText(key)}</span>
      </Button>
    ))}
  </fieldset>
)

const Copy = ({ value, onCopy }: Pick<Props, 'value' | 'onCopy'>) => {
  const [said, setSaid] = useState<{ readonly text: string; readonly ok: boolean } | null>(null)
  const copy = async () => setSaid({ text: value, ok: await onCopy(value) })
  return (
    <div class={styles['field']}>
      <div class={styles['row']}>
        <Button disabled={value.trim() === ''} onPress={() => void copy()}>
          {t('help_copy_sentence')}
        </Button>
        <p class={styles['soft']}>{t('copy_hint')}</p>
      </div>
      <p role="status" class={styles['soft']}>
        {said?.text === value && t(said.ok ? 'copied' : 'err_copy')}
      </p>
    </div>
  )
}

export const TextInput = ({ input, value, problem, onWrite, onLeave, onCopy }: Props) => (
  <div class={styles['field']}>
    <TextField
      label={catalogueText(input.label)}
      value={value}
      ownWords
      {...(input.long && { rows: 3 })}
      problem={problem}
      onInput={onWrite}
      onLeave={onLeave}
    />
    {input.starters && value === '' && <Starters starters={input.starters} onTake={onWrite} />}
    {input.copy && <Copy value={value} onCopy={onCopy} />}
  </div>
)
