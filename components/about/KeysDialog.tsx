/** The list of keys in front of a page, opened by `?`; Escape and its button close it, and the focus is where it was. */
import { useEffect, useRef } from 'preact/hooks'
import type { KeysPage } from '../../lib/app/about.ts'
import { t } from '../../lib/platform/i18n.ts'
import { Button } from '../ui/Button.tsx'
import { KeyList } from './KeyList.tsx'
import styles from './KeysDialog.module.css'

/** Made by hand: it is drawn beside the page, and Preact counts its own ids from the beginning for each of the two. */
const id = 'keys-title'

type Props = { readonly model: KeysPage; readonly onClose: () => void }

export const KeysDialog = ({ model, onClose }: Props) => {
  const dialog = useRef<HTMLDialogElement>(null)
  const way = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    const before = document.activeElement
    dialog.current?.showModal()
    way.current?.focus({ focusVisible: true } as FocusOptions)
    return () => {
      if (before instanceof HTMLElement) before.focus()
    }
  }, [])
  return (
    <dialog ref={dialog} class={styles['dialog']} aria-labelledby={id} onClose={onClose}>
      <div class={styles['inside']}>
        <div class={styles['top']}>
          <h2 id={id}>{t('keys_title')}</h2>
          <Button buttonRef={way} onPress={() => dialog.current?.close()}>
            {t('close')}
          </Button>
        </div>
        <KeyList model={model} />
      </div>
    </dialog>
  )
}
