/** Which file a backup makes, and the passphrase that it may take: typed twice, because nobody can recover it. */
import { useState } from 'preact/hooks'
import { t } from '../../lib/platform/i18n.ts'
import { Button } from '../ui/Button.tsx'
import { Checkbox } from '../ui/Checkbox.tsx'
import { Choice } from '../ui/Choice.tsx'
import { TextField } from '../ui/TextField.tsx'
import styles from './BackupPart.module.css'

type Props = {
  readonly running: boolean
  /** null saves a plain file. */
  readonly onSave: (passphrase: string | null) => void
  readonly onStop: () => void
}

export const BackupForm = ({ running, onSave, onStop }: Props) => {
  const [kind, setKind] = useState<'plain' | 'locked'>('plain')
  const [typed, setTyped] = useState('')
  const [again, setAgain] = useState('')
  const [shown, setShown] = useState(false)
  /** Nobody is told that something is missing before they have asked for the file. */
  const [asked, setAsked] = useState(false)
  const none = typed === ''
  const unlike = typed !== again

  const save = (form: HTMLFormElement) => {
    if (kind === 'plain') return onSave(null)
    setAsked(none || unlike)
    if (none || unlike) {
      form.querySelectorAll<HTMLInputElement>('input[autocomplete="off"]')[none ? 0 : 1]?.focus()
      return undefined
    }
    onSave(typed)
    // What was typed is needed no longer; the next file may have another one.
    setTyped('')
    setAgain('')
    setShown(false)
    return undefined
  }

  const type = shown ? 'text' : 'password'
  return (
    <form
      class={styles['form']}
      onSubmit={event => {
        event.preventDefault()
        if (running) onStop()
        else save(event.currentTarget)
      }}
    >
      <Choice
        legend={t('backup_which')}
        value={kind}
        onChoose={setKind}
        options={[
          { value: 'plain', label: t('backup_plain'), hint: t('backup_plain_hint') },
          { value: 'locked', label: t('backup_locked'), hint: t('backup_locked_hint') },
        ]}
        inside={
          kind === 'locked' && (
            <div class={styles['form']}>
              <TextField
                label={t('backup_passphrase')}
                hint={t('backup_passphrase_hint')}
                type={type}
                value={typed}
                onInput={setTyped}
                problem={asked && none ? t('backup_passphrase_none') : null}
              />
              <TextField
                label={t('backup_passphrase_again')}
                type={type}
                value={again}
                onInput={setAgain}
                problem={asked && !none && unlike ? t('backup_passphrase_unlike') : null}
              />
              <Checkbox label={t('backup_passphrase_show')} checked={shown} onChange={setShown} />
            </div>
          )
        }
      />
      <div>
        {/* One button, so that the focus stays where it is. */}
        <Button submits>{running ? t('backup_stop') : t('backup_save')}</Button>
      </div>
    </form>
  )
}
