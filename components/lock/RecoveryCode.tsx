/** The recovery code, shown this once, with what keeps it: a hand, the clipboard, a file or paper. */
import { useEffect, useId, useRef } from 'preact/hooks'
import type { CodeTaken, LockPartModel } from '../../lib/app/lock-part.ts'
import { t } from '../../lib/platform/i18n.ts'
import { Button } from '../ui/Button.tsx'
import styles from './RecoveryCode.module.css'

type Props = { readonly code: string; readonly model: LockPartModel }

const takenText = (taken: CodeTaken | null): string => {
  switch (taken?.kind) {
    case undefined:
      return ''
    case 'copied':
      return t('copied')
    case 'not-copied':
      return t('err_copy')
    case 'saved':
      return t('lock_code_saved', taken.name)
    case 'not-saved':
      return t('lock_code_not_saved')
  }
}

export const RecoveryCode = ({ code, model }: Props) => {
  const id = useId()
  const heading = useRef<HTMLHeadingElement>(null)
  // Whoever waited for it here is led to it, and nobody who is somewhere else by now.
  useEffect(() => {
    const part = heading.current?.closest('[data-lock]')
    const isHere = document.activeElement === document.body || part?.contains(document.activeElement)
    if (isHere) heading.current?.focus()
  }, [])
  return (
    <section class={styles['card']} aria-labelledby={id}>
      <h3 id={id} ref={heading} tabIndex={-1} class={styles['title']}>
        {t('lock_code_title')}
      </h3>
      <p class={styles['hint']}>{t('lock_code_hint')}</p>
      {/* One word for whoever marks it, in groups for whoever writes it down. */}
      <p class={styles['code']} dir="ltr" translate={false}>
        {code.split(/(?<=-)/u).map((group, at) => (
          // Groups may be alike, and none ever moves.
          <span key={`${at} ${group}`}>{group}</span>
        ))}
      </p>
      <div class={styles['buttons']}>
        <Button onPress={() => void model.copyCode()}>{t('lock_code_copy')}</Button>
        <Button onPress={model.saveCode}>{t('lock_code_save')}</Button>
        <Button onPress={() => print()}>{t('lock_code_print')}</Button>
      </div>
      <p class={styles['hint']}>{t('copy_hint')}</p>
      <p role="status" class={styles['said']}>
        {takenText(model.codeTaken.value)}
      </p>
      <div class={styles['buttons']}>
        <Button look="main" onPress={model.keptCode}>
          {t('lock_code_kept')}
        </Button>
      </div>
    </section>
  )
}
