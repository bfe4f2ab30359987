/** What opens Thaw: the passphrase, or the recovery code where there is one. */
import { useState } from 'preact/hooks'
import type { WayIn } from '../../lib/app/lock-ports.ts'
import { t } from '../../lib/platform/i18n.ts'
import { Button } from '../ui/Button.tsx'
import { Checkbox } from '../ui/Checkbox.tsx'
import { TextField } from '../ui/TextField.tsx'
import styles from './WayField.module.css'

type Props = {
  readonly way: WayIn['kind']
  readonly hasCode: boolean
  readonly typed: string
  readonly label: string
  readonly problem: string | null
  readonly onType: (typed: string) => void
  /** The other way was chosen. */
  readonly onWay: (way: WayIn['kind']) => void
}

export const WayField = ({ way, hasCode, typed, label, problem, onType, onWay }: Props) => {
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
      {hasCode && (
        <div>
          <Button look="quiet" onPress={() => onWay(way === 'passphrase' ? 'code' : 'passphrase')}>
            {t(way === 'passphrase' ? 'lock_by_code' : 'lock_by_passphrase')}
          </Button>
        </div>
      )}
    </div>
  )
}
