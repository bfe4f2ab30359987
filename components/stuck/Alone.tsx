/** "I feel alone": who feels safe, a sentence to send, what a support group is, and someone to talk to. */
import type { Stuck } from '../../lib/app/stuck.ts'
import { t } from '../../lib/platform/i18n.ts'
import { Question } from '../check-in/Question.tsx'
import { HelpLink } from '../help/HelpLink.tsx'
import { Button } from '../ui/Button.tsx'
import { doorName } from './door-names.ts'
import styles from './Stuck.module.css'
import { TrustedPeople } from './TrustedPeople.tsx'

type Props = { readonly model: Pick<Stuck, 'people' | 'copied' | 'copy'> }

export const Alone = ({ model }: Props) => {
  const sentence = t('help_sentence')
  const copied = model.copied.value
  return (
    <Question id="alone" title={doorName('alone')}>
      <TrustedPeople people={model.people} />
      <section class={styles['part']} aria-labelledby="alone-say">
        <h2 id="alone-say">{t('alone_say')}</h2>
        <blockquote class={styles['sentence']}>{sentence}</blockquote>
        <div class={styles['row']}>
          <Button shortcut="C" onPress={() => void model.copy(sentence)}>
            {t('help_copy_sentence')}
          </Button>
          <p class={styles['small']}>{t('copy_hint')}</p>
        </div>
        <p role="status" class={styles['soft']}>
          {copied && t(copied.ok ? 'copied' : 'err_copy')}
        </p>
      </section>
      <section class={styles['part']} aria-labelledby="alone-group">
        <h2 id="alone-group">{t('alone_group')}</h2>
        <p>{t('alone_group_what')}</p>
        <p>{t('alone_group_how')}</p>
      </section>
      <HelpLink />
    </Question>
  )
}
