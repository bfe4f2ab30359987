/** "I'm stuck" in the page: the doors in place of Today, with the same keys as in the popup and a way back. */
import { useEffect, useRef } from 'preact/hooks'
import type { StuckPlace } from '../../lib/app/stuck.ts'
import type { StuckPage } from '../../lib/app/stuck-page.ts'
import { t } from '../../lib/platform/i18n.ts'
import { StoreNotice } from '../options/StoreNotice.tsx'
import { Button } from '../ui/Button.tsx'
import { Notice } from '../ui/Notice.tsx'
import { Stuck } from './Stuck.tsx'
import styles from './StuckToday.module.css'

type Props = { readonly model: StuckPage; readonly place: StuckPlace }

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement

/** Answers by key while the doors are open; Escape in a field belongs to it. */
const listen = (model: StuckPage): (() => void) => {
  const press = (event: KeyboardEvent) => {
    const others = event.ctrlKey || event.altKey || event.metaKey || event.isComposing || event.repeat
    if (!others && !isTyping(event.target) && model.pressKey(event)) event.preventDefault()
  }
  document.addEventListener('keydown', press)
  return () => document.removeEventListener('keydown', press)
}

export const StuckToday = ({ model, place }: Props) => {
  const section = useRef<HTMLElement>(null)
  useEffect(() => listen(model), [model])
  useEffect(() => {
    section.current?.querySelector('h1')?.focus({ preventScroll: true })
    scrollTo(0, 0)
  }, [place])
  const unkept = model.unkept.value
  return (
    <section ref={section} class={styles['stuck']}>
      {unkept && <StoreNotice problem={unkept} doing="save" onTryAgain={() => void model.tryAgain()} />}
      <Stuck model={model.stuck} place={place} />
      <div>
        <Button onPress={model.back} shortcut="Escape">
          {t('back')}
        </Button>
      </div>
      {model.notStarted.value && (
        <div class={styles['notice']}>
          <Notice urgent>
            <p>{t('pause_not_started')}</p>
          </Notice>
        </div>
      )}
    </section>
  )
}
