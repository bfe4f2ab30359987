/** The first screen: what Thaw is, where it stays, what it is not, one question, one button. */
import type { System } from '../../lib/app/ports.ts'
import type { Welcome } from '../../lib/app/welcome.ts'
import { t } from '../../lib/platform/i18n.ts'
import { Button } from '../ui/Button.tsx'
import { Notice } from '../ui/Notice.tsx'
import { pinText } from './pin-text.ts'
import styles from './WelcomePage.module.css'

type Props = { readonly model: Welcome; readonly family: System['family'] }

export const WelcomePage = ({ model, family }: Props) => {
  const answer = model.answer.value
  return (
    <div class={styles['page']}>
      <header class={styles['top']}>
        <a class={styles['help']} href="/options.html#help">
          {t('help_link')}
        </a>
      </header>
      <main class={styles['main']}>
        <h1>{t('welcome_title')}</h1>
        <div class={styles['lines']}>
          <p>{t('welcome_what')}</p>
          <p>{t('welcome_private')}</p>
          <p>{t('welcome_limits')}</p>
        </div>
        <fieldset class={styles['ask']}>
          <legend>{t('welcome_ask')}</legend>
          <div class={styles['answers']}>
            <Button pressed={answer === 'yes'} onPress={() => void model.choose('yes')}>
              {t('welcome_yes')}
            </Button>
            <Button pressed={answer === 'no'} onPress={() => void model.choose('no')}>
              {t('welcome_no')}
            </Button>
          </div>
        </fieldset>
        {model.failed.value && (
          <Notice urgent>
            <p>{t('err_choice')}</p>
          </Notice>
        )}
        <div class={styles['ways']}>
          <Button look="main" onPress={() => void model.start()}>
            {t('welcome_start')}
          </Button>
          <a class={styles['look']} href="/look-around.html">
            {t('welcome_look')}
          </a>
        </div>
        <p class={styles['soft']}>{pinText(family)}</p>
        <p class={styles['soft']}>
          {t('welcome_removing')} <a href="/options.html#data">{t('welcome_backup')}</a>
        </p>
      </main>
    </div>
  )
}
