/** Says plainly that what the lock keeps beside the history was changed and set right, until it is read. */
import type { ReadonlySignal } from '@preact/signals'
import { render } from 'preact'
import { t } from '../../lib/platform/i18n.ts'
import { Button } from '../ui/Button.tsx'
import { Notice } from '../ui/Notice.tsx'
import styles from './ChangedNotice.module.css'

type Props = {
  readonly model: { readonly wasChanged: ReadonlySignal<boolean>; readonly readChanged: () => void }
}

const ChangedNotice = ({ model }: Props) => {
  if (!model.wasChanged.value) return null
  const close = () => {
    model.readChanged()
    // The button goes with what it stands in.
    document.querySelector<HTMLElement>('h1')?.focus()
  }
  return (
    <aside class={styles['aside']} aria-label={t('lock_title')}>
      <Notice buttons={<Button onPress={close}>{t('close')}</Button>}>
        <p>{t('lock_changed')}</p>
      </Notice>
    </aside>
  )
}

/** Beside the page, whose frame carries nothing of it where there is no lock. */
export const showChanged = (model: Props['model']): void => {
  const place = document.createElement('div')
  document.body.prepend(place)
  render(<ChangedNotice model={model} />, place)
}
