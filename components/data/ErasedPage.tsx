/** The page that deletes everything: that it does so, what stands in its way, and, quietly, that it is done. */
import type { ErasedStep, ErasedPage as Model } from '../../lib/app/erased.ts'
import { type MessageKey, t } from '../../lib/platform/i18n.ts'
import { helpAddress } from '../help/HelpLink.tsx'
import { Button } from '../ui/Button.tsx'
import styles from './ErasedPage.module.css'

const titles = {
  deleting: 'erased_deleting',
  blocked: 'erased_blocked',
  left: 'erased_left',
  done: 'erased_done',
} as const satisfies { readonly [Kind in ErasedStep['kind']]: MessageKey }

const sentences = {
  deleting: [],
  blocked: ['erased_blocked_hint'],
  left: ['erased_left_hint', 'erased_left_removing'],
  done: ['erased_files', 'erase_residue', 'erased_close'],
} as const satisfies { readonly [Kind in ErasedStep['kind']]: readonly MessageKey[] }

export const ErasedPage = ({ model }: { readonly model: Model }) => {
  const { kind } = model.step.value
  return (
    <div class={styles['page']}>
      <header class={styles['top']}>
        <a class={styles['help']} href={helpAddress} target="_blank" rel="noreferrer">
          {t('help_link')}
        </a>
      </header>
      <main class={styles['main']}>
        <div role="status" class={styles['said']}>
          <h1>{t(titles[kind])}</h1>
          {sentences[kind].map(key => (
            <p key={key}>{t(key)}</p>
          ))}
        </div>
        {kind === 'left' && (
          <div>
            <Button onPress={() => void model.again()}>{t('try_again')}</Button>
          </div>
        )}
        {kind === 'done' && (
          <p>
            <a href="/welcome.html">{t('erased_anew')}</a>
          </p>
        )}
      </main>
    </div>
  )
}
