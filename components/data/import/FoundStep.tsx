/** The last look before a file is brought in: what it holds, how that meets the history, and the one main button. */
import type { ImportModel } from '../../../lib/app/import.ts'
import type { ImportStep } from '../../../lib/app/import-steps.ts'
import type { Unreadable } from '../../../lib/core/foreign.ts'
import { plural, t } from '../../../lib/platform/i18n.ts'
import { Button } from '../../ui/Button.tsx'
import { Checkbox } from '../../ui/Checkbox.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { Kinds, MeetingNumbers } from './Found.tsx'
import { writeProblemText, zipText } from './import-texts.ts'
import { Preview } from './Preview.tsx'
import styles from './Step.module.css'
import { Unread } from './Unread.tsx'

type Props = {
  readonly model: ImportModel
  readonly step: ImportStep & { readonly kind: 'found' }
  readonly file: string
  readonly onSaveUnread: (lines: readonly Unreadable[]) => void
}

export const FoundStep = ({ model, step, file, onSaveUnread }: Props) => {
  const { found, hasSettings, hasDeleted, choices, after } = step
  const { added, changed, same, later, deleted } = found.meeting
  const zip = model.zip.value
  const isNew = added + changed > 0
  const holdsAnything = isNew || same + later + deleted > 0
  const takesSettings = hasSettings && model.withSettings.value
  const bringsBack = hasDeleted && model.withDeleted.value
  return (
    <div class={styles['step']}>
      <div class={styles['group']}>
        <h3 class={styles['title']} tabIndex={-1}>
          {t('import_found_title', file)}
        </h3>
        {zip && <p>{zipText(zip)}</p>}
        <Kinds found={found} />
        {!holdsAnything && <p>{t('import_found_none')}</p>}
        {holdsAnything && !isNew && <p>{t(deleted > 0 ? 'import_nothing_left' : 'import_nothing_new')}</p>}
      </div>
      <MeetingNumbers found={found} />
      {found.preview.length > 0 && <Preview entries={found.preview} names={found.names} />}
      <Unread unreadable={found.unreadable} onSave={onSaveUnread} />
      {hasDeleted && (
        <Checkbox
          label={t('import_with_deleted')}
          hint={plural('snapshot_returned', deleted)}
          checked={model.withDeleted.value}
          onChange={model.setWithDeleted}
        />
      )}
      {hasSettings && (
        <Checkbox
          label={t('import_settings')}
          hint={t('import_settings_hint')}
          checked={model.withSettings.value}
          onChange={model.setWithSettings}
        />
      )}
      {after !== null && after !== 'stopped' && (
        <Notice urgent>
          <p>{writeProblemText(after)}</p>
        </Notice>
      )}
      <div class={styles['buttons']}>
        {(isNew || bringsBack || takesSettings) && (
          <Button look="main" onPress={() => void model.bring()}>
            {t(isNew || bringsBack ? 'import_bring' : 'import_bring_settings')}
          </Button>
        )}
        {choices && <Button onPress={model.change}>{t('import_choices_back')}</Button>}
        <Button onPress={() => void model.leave()}>{t('import_other_file')}</Button>
      </div>
    </div>
  )
}
