/** Asks for the passphrase of an encrypted file; one that does not fit stays to be mended. */
import { useState } from 'preact/hooks'
import { t } from '../../../lib/platform/i18n.ts'
import { Button } from '../../ui/Button.tsx'
import { TextField } from '../../ui/TextField.tsx'
import styles from './Step.module.css'

type Props = {
  readonly file: string
  /** The last one did not open it. */
  readonly wrong: boolean
  /** What was tried before. */
  readonly typed: string
  readonly onTry: (passphrase: string) => void
  readonly onLeave: () => void
}

export const PassphraseForm = ({ file, wrong, typed, onTry, onLeave }: Props) => {
  const [passphrase, setPassphrase] = useState(typed)
  return (
    <form
      class={styles['step']}
      onSubmit={event => {
        event.preventDefault()
        if (passphrase !== '') onTry(passphrase)
        else event.currentTarget.querySelector('input')?.focus()
      }}
    >
      <h3 class={styles['title']} tabIndex={-1}>
        {t('import_passphrase_title', file)}
      </h3>
      <div class={styles['narrow']}>
        <TextField
          type="password"
          label={t('import_passphrase')}
          hint={t('import_passphrase_hint')}
          value={passphrase}
          onInput={setPassphrase}
          problem={wrong ? t('import_passphrase_wrong') : null}
        />
      </div>
      <div class={styles['buttons']}>
        <Button look="main" submits>
          {t('import_open')}
        </Button>
        <Button onPress={onLeave}>{t('import_other_file')}</Button>
      </div>
    </form>
  )
}
