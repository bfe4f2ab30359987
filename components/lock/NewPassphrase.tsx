/** The two fields for a new passphrase, the second one for the same once more. */
import { useState } from 'preact/hooks'
import type { PassphraseLack } from '../../lib/core/passphrase.ts'
import { t } from '../../lib/platform/i18n.ts'
import { Checkbox } from '../ui/Checkbox.tsx'
import { TextField } from '../ui/TextField.tsx'
import styles from './LockPart.module.css'
import type { TypedTwice } from './use-new-passphrase.ts'

type Props = {
  readonly label: string
  readonly typed: TypedTwice
  readonly lack: PassphraseLack | null
  /** In characters. */
  readonly atLeast: number
  readonly onType: (typed: TypedTwice) => void
}

export const NewPassphrase = ({ label, typed, lack, atLeast, onType }: Props) => {
  const [shown, setShown] = useState(false)
  const shared = { type: shown ? 'text' : 'password', autocomplete: 'new-password' } as const
  return (
    <div class={styles['fields']}>
      <TextField
        {...shared}
        label={label}
        hint={t('lock_passphrase_hint', atLeast)}
        value={typed.first}
        onInput={first => onType({ ...typed, first })}
        problem={lack === 'short' ? t('lock_passphrase_short', atLeast) : null}
      />
      <TextField
        {...shared}
        label={t('backup_passphrase_again')}
        value={typed.again}
        onInput={again => onType({ ...typed, again })}
        problem={lack === 'unlike' ? t('backup_passphrase_unlike') : null}
      />
      <Checkbox label={t('backup_passphrase_show')} checked={shown} onChange={setShown} />
    </div>
  )
}
