/** Where an import begins: what can be brought in, and the way to choose it. */
import { useId } from 'preact/hooks'
import type { ImportModel } from '../../../lib/app/import.ts'
import { t } from '../../../lib/platform/i18n.ts'
import { Button } from '../../ui/Button.tsx'
import { FilePicker } from './FilePicker.tsx'
import styles from './Step.module.css'

export const StartStep = ({ model }: { readonly model: ImportModel }) => {
  const id = useId()
  const [next] = model.waiting.value
  return (
    <div class={styles['step']}>
      <div class={styles['group']}>
        <p id={id}>{t(model.empty.value ? 'import_hint_restore' : 'import_hint')}</p>
        <p class={styles['soft']}>{t('import_apps')}</p>
      </div>
      <FilePicker describedBy={id} onFiles={files => void model.add(files)} />
      {next !== undefined && (
        <div>
          <Button onPress={() => void model.leave()}>{t('import_next', next)}</Button>
        </div>
      )}
    </div>
  )
}
