/** The field for what opens Thaw: the passphrase, or the recovery code. */
import { useState } from 'preact/hooks'
import type { WayIn } from '../../lib/app/lock-ports.ts'
import { t } from '../../lib/platform/i18n.ts'
import { Checkbox } from '../ui/Checkbox.tsx'
import { TextField } from '../ui/TextField.tsx'
import styles from './WayField.module.css'

type Props = {
  readonly way: WayIn['kind']
  readonly typed: string
  readonly label: string
  readonly problem: string | null
  readonly onType: (typed: string) => void
}

export const WayField = ({ way, typed, label, problem, onType }: Props) => {
  const [shown, setShown] = useState(false)
  return (
    <div class={styles['way']}>
      {way === 'passphrase' ? (
        <>
          <TextField
            key="passphrase"
            type={shown ? 'text' : 'password'}
            label={label}
            value={typed}
            onInput={onType}
            problem={problem}
          />
          <Checkbox label={t('backup_passphrase_show')} checked={shown} onChange={setShown} />
        </>
      ) : (
        // Nobody types so many letters unseen.
        <TextField
          key="code"
          label={t('lock_code_field')}
          hint={t('lock_code_field_hint')}
          value={typed}
          onInput={onType}
          problem={problem}
        />
      )}
    </div>
  )
}
