/** "Something of yours": shown when it is asked for, one line at a time. */
import { useEffect, useRef } from 'preact/hooks'
import type { Keepsakes } from '../../lib/app/keepsakes.ts'
import { formatDay } from '../../lib/platform/formats.ts'
import { t } from '../../lib/platform/i18n.ts'
import { Removed } from '../history/Removed.tsx'
import { StoreNotice } from '../options/StoreNotice.tsx'
import { Button } from '../ui/Button.tsx'
import { intoView } from '../ui/into-view.ts'
import styles from './Keepsake.module.css'

type Props = {
  readonly model: Keepsakes
  /** Its title stands above it already. */
  readonly untitled?: boolean
}

const Shown = ({ model }: Pick<Props, 'model'>) => {
  const { line, more } = model.shown.value ?? {}
  return (
    <div ref={intoView} class={styles['shown']}>
      <div role="status">
        {line ? (
          <figure class={styles['line']}>
            <blockquote class={styles['text']} dir="auto">
              {line.text}
            </blockquote>
            <figcaption class={styles['soft']}>{formatDay(line.day, 'date')}</figcaption>
          </figure>
        ) : (
          <p>{t('keepsake_empty')}</p>
        )}
      </div>
      {line && (
        <div class={styles['buttons']}>
          {more && (
            <Button shortcut="A" onPress={model.another}>
              {t('offer_other')}
            </Button>
          )}
          <Button look="remove" name={t('keepsake_delete_spoken')} onPress={() => void model.remove()}>
            {t('delete')}
          </Button>
        </div>
      )}
    </div>
  )
}

export const Keepsake = ({ model, untitled }: Props) => {
  const section = useRef<HTMLElement>(null)
  const problem = model.problem.value
  // While this renders, what had the focus still stands in the page; what was pressed may go with it.
  const inside = section.current?.contains(document.activeElement) ?? false
  useEffect(() => {
    if (inside && document.activeElement === document.body) section.current?.focus({ preventScroll: true })
  })
  return (
    <section ref={section} tabIndex={-1} class={styles['keepsake']} aria-labelledby="keepsake">
      <h2 id="keepsake" class={untitled ? 'hidden-text' : undefined}>
        {t('keepsake_title')}
      </h2>
      {problem && <StoreNotice problem={problem} doing="open" onTryAgain={() => void model.show()} />}
      {model.shown.value ? (
        <Shown model={model} />
      ) : (
        <div>
          <Button shortcut="Y" onPress={() => void model.show()}>
            {t('keepsake_show')}
          </Button>
        </div>
      )}
      <Removed removal={model.removal.value} onUndo={() => void model.undo()} />
    </section>
  )
}
