/** Data & privacy → Backup: everything in one file, how long ago the last one was, and what is lost without one. */
import { useEffect, useId } from 'preact/hooks'
import type { Backup } from '../../lib/app/backup.ts'
import type { KeptFilePart } from '../../lib/app/kept-file-part.ts'
import { formatShare } from '../../lib/platform/formats.ts'
import { t } from '../../lib/platform/i18n.ts'
import { LockedBackupHint } from '../lock/LockedBackupHint.tsx'
import { Checkbox } from '../ui/Checkbox.tsx'
import { Notice } from '../ui/Notice.tsx'
import { BackupForm } from './BackupForm.tsx'
import styles from './BackupPart.module.css'
import { dueText, failedText, lastText, saidOf } from './backup-texts.ts'
import { KeptFile } from './KeptFile.tsx'

/** Where nothing is known of how far it is, the bar stands for no number. */
const Progress = ({ done, of, labelledBy }: { done: number; of: number; labelledBy: string }) => {
  const isKnown = done > 0 && of > 0
  return (
    <div class={styles['progress']}>
      <progress
        class={styles['bar']}
        aria-labelledby={labelledBy}
        {...(isKnown && { value: done, max: of })}
      />
      {isKnown && <p class={styles['soft']}>{formatShare(done / of)}</p>}
    </div>
  )
}

type Props = {
  readonly model: Backup
  /** null where the browser has no folders to pick. */
  readonly folder: KeptFilePart | null
  /** The lock is on, which does not reach into files. */
  readonly locked?: boolean
}

export const BackupPart = ({ model, folder, locked = false }: Props) => {
  const id = useId()
  const step = model.step.value
  const status = model.status.value
  const reminds = model.reminds.value
  const running = step.kind === 'writing' || step.kind === 'encrypting'
  useEffect(() => void model.load(), [model])
  return (
    <section class={styles['part']} aria-labelledby={id}>
      <h2 id={id}>{t('backup_title')}</h2>
      <div class={styles['lines']}>
        <p>{t('backup_hint')}</p>
        <p>{t('backup_removing')}</p>
        {status && <p class={styles['soft']}>{lastText(status)}</p>}
      </div>
      {status?.due && (
        <Notice>
          <p>{dueText(status)}</p>
        </Notice>
      )}
      {step.kind === 'failed' && (
        <Notice urgent>
          <p>{failedText(step)}</p>
        </Notice>
      )}
      {locked && <LockedBackupHint />}
      <BackupForm
        running={running}
        onSave={passphrase => void model.save(passphrase)}
        onStop={() => model.stop()}
      />
      {running && <Progress done={step.done} of={step.of} labelledBy={id} />}
      <div role="status" class={styles['said']}>
        {saidOf(step) && <p>{saidOf(step)}</p>}
      </div>
      {reminds !== null && (
        <Checkbox
          label={t('backup_reminds')}
          hint={t('backup_reminds_hint')}
          checked={reminds}
          onChange={on => void model.setReminds(on)}
        />
      )}
      {model.remindsFailed.value && (
        <Notice urgent>
          <p>{t('err_choice')}</p>
        </Notice>
      )}
      {folder && <KeptFile model={folder} locked={locked} />}
    </section>
  )
}
