/** Who to ask about it, and what one could say to them: sentences to copy, and a page to bring. */
import { useEffect, useRef } from 'preact/hooks'
import type { Help } from '../../lib/app/help.ts'
import { t } from '../../lib/platform/i18n.ts'
import { Fold } from '../fields/Fold.tsx'
import { Button } from '../ui/Button.tsx'
import { Copied } from './Copied.tsx'
import styles from './HelpSection.module.css'

type Props = {
  readonly model: Help
  /** A page about one's own history can be made. */
  readonly report: boolean
  readonly open: boolean
  readonly onOpen: (open: boolean) => void
}

const who = ['who_doctor', 'who_therapist', 'who_prescriber', 'who_substance'] as const
const sentences = ['say_numb', 'say_hard', 'say_gaps'] as const

const Say = ({ model, text }: Pick<Props, 'model'> & { readonly text: string }) => (
  <div class={styles['say']}>
    <blockquote class={styles['sentence']}>{text}</blockquote>
    <div class={styles['buttons']}>
      <Button name={`${t('help_copy_sentence')}: ${text}`} onPress={() => void model.copy(text)}>
        {t('help_copy_sentence')}
      </Button>
    </div>
    <Copied model={model} text={text} />
  </div>
)

export const WhoToAsk = ({ model, report, open, onOpen }: Props) => {
  const content = useRef<HTMLDivElement>(null)
  const was = useRef(open)
  useEffect(() => {
    // Opened from elsewhere on the page; its own name keeps the focus.
    const name = content.current?.parentElement?.querySelector('button')
    if (open && !was.current && document.activeElement !== name) content.current?.focus()
    was.current = open
  }, [open])
  return (
    <section>
      <Fold label={t('lasting_more')} hint="" open={open} onOpen={onOpen}>
        <div ref={content} tabIndex={-1} class={styles['group']}>
          <ul class={styles['who']}>
            {who.map(key => (
              <li key={key}>{t(key)}</li>
            ))}
          </ul>
          <h2 class={styles['next']}>{t('say_title')}</h2>
          <div class={styles['says']}>
            {sentences.map(key => (
              <Say key={key} model={model} text={t(key)} />
            ))}
          </div>
          <p class={styles['small']}>{t('copy_hint')}</p>
          {report && (
            <p>
              <a href="/report.html">{t('report_title')}</a>
            </p>
          )}
        </div>
      </Fold>
    </section>
  )
}
