/** Data & privacy → Backup → a file that stays current: the folder, when it was written, and what it waits for. */
import { useEffect, useId } from 'preact/hooks'
import type { KeptFilePart, KeptFileState } from '../../lib/app/kept-file-part.ts'
import { formatDay } from '../../lib/platform/formats.ts'
import { t } from '../../lib/platform/i18n.ts'
import { Button } from '../ui/Button.tsx'
import { useKeptFocus } from '../ui/kept-focus.ts'
import { Notice } from '../ui/Notice.tsx'
import styles from './KeptFile.module.css'

type Props = {
  readonly model: KeptFilePart
  /** The lock is on: what the file would hold could be read in it, so that it is not written. */
  readonly locked: boolean
}

type Kept = Extract<KeptFileState, { readonly kind: 'kept' }>

const Where = ({ state, locked }: Pick<Props, 'locked'> & { readonly state: Kept }) => (
  <>
    <p class={styles['name']}>{t('kept_folder', state.folder)}</p>
    {state.written && (
      <p class={styles['name']}>
        {t('kept_written', formatDay(state.written.day, 'date'), state.written.file)}
      </p>
    )}
    {state.trouble && !locked && (
      <Notice urgent>
        <p>{t(state.trouble === 'asks' ? 'kept_asks' : 'kept_failed')}</p>
      </Notice>
    )}
  </>
)

const Ways = ({ model, locked }: Props) => {
  const state = model.state.value
  if (state === null) return null
  const choose = !locked && <Button onPress={() => void model.choose()}>{t('kept_choose')}</Button>
  if (state.kind === 'none') return choose
  return (
    <>
      {!locked && (
        <Button onPress={() => void model.goOn()}>
          {t(state.trouble === 'asks' ? 'kept_allow' : 'kept_now')}
        </Button>
      )}
      {choose}
      <Button onPress={() => void model.stop()}>{t('kept_stop')}</Button>
    </>
  )
}

export const KeptFile = ({ model, locked }: Props) => {
  const id = useId()
  const place = useKeptFocus<HTMLDivElement>()
  const state = model.state.value
  const busy = model.busy.value
  useEffect(() => void model.load(), [model])
  return (
    <section class={styles['kept']} aria-labelledby={id}>
      <h3 id={id} class={styles['title']}>
        {t('kept_title')}
      </h3>
      <p>{t('kept_hint')}</p>
      {state && locked && <p>{t(state.kind === 'kept' ? 'lock_kept' : 'lock_kept_none')}</p>}
      {state?.kind === 'kept' && <Where state={state} locked={locked} />}
      <div ref={place} tabIndex={-1} class={styles['ways']}>
        <Ways model={model} locked={locked} />
      </div>
      <div role="status">
        {busy && <p>{t('kept_busy')}</p>}
        {!busy && model.told.value && <p>{t('kept_told')}</p>}
      </div>
    </section>
  )
}
