/** Data & privacy → Backup → a file that stays current: the folder, when it was written, and what it waits for. */
import { useEffect, useId } from 'preact/hooks'
import type { KeptFilePart, KeptFileState } from '../../lib/app/kept-file-part.ts'
import { formatDay } from '../../lib/platform/formats.ts'
import { t } from '../../lib/platform/i18n.ts'
import { Button } from '../ui/Button.tsx'
import { useKeptFocus } from '../ui/kept-focus.ts'
import { Notice } from '../ui/Notice.tsx'
import styles from './KeptFile.module.css'

type Props = { readonly model: KeptFilePart }

const Where = ({ state }: { readonly state: Extract<KeptFileState, { readonly kind: 'kept' }> }) => (
  <>
    <p class={styles['name']}>{t('kept_folder', state.folder)}</p>
    {state.written && (
      <p class={styles['name']}>
        {t('kept_written', formatDay(state.written.day, 'date'), state.written.file)}
      </p>
    )}
    {state.trouble && (
      <Notice urgent>
        <p>{t(state.trouble === 'asks' ? 'kept_asks' : 'kept_failed')}</p>
      </Notice>
    )}
  </>
)

export const KeptFile = ({ model }: Props) => {
  const id = useId()
  const place = useKeptFocus<HTMLDivElement>()
  const state = model.state.value
  const busy = model.busy.value
  useEffect(() => void model.load(), [model])
  return (
    <section class={styles['kept']} aria-labelledby={id}>
      <h4 id={id} class={styles['title']}>
        {t('kept_title')}
      </h4>
      <p>{t('kept_hint')}</p>
      {state?.kind === 'kept' && <Where state={state} />}
      <div ref={place} tabIndex={-1} class={styles['ways']}>
        {state?.kind === 'none' && <Button onPress={() => void model.choose()}>{t('kept_choose')}</Button>}
        {state?.kind === 'kept' && (
          <>
            <Button onPress={() => void model.goOn()}>
              {t(state.trouble === 'asks' ? 'kept_allow' : 'kept_now')}
            </Button>
            <Button onPress={() => void model.choose()}>{t('kept_choose')}</Button>
            <Button onPress={() => void model.stop()}>{t('kept_stop')}</Button>
          </>
        )}
      </div>
      <div role="status">
        {busy && <p>{t('kept_busy')}</p>}
        {!busy && model.told.value && <p>{t('kept_told')}</p>}
      </div>
    </section>
  )
}
