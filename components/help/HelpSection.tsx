/** "Talk to someone": the emergency number, the lines of one country, people one trusts, and a sentence to copy. */
import { useState } from 'preact/hooks'
import type { Help } from '../../lib/app/help.ts'
import type { HelpCard as Card } from '../../lib/app/help-card.ts'
import { t } from '../../lib/platform/i18n.ts'
import { Button } from '../ui/Button.tsx'
import { Copied } from './Copied.tsx'
import { Danger } from './Danger.tsx'
import { HelpCard } from './HelpCard.tsx'
import styles from './HelpSection.module.css'
import { Numbers } from './Numbers.tsx'
import { OwnPeople } from './OwnPeople.tsx'
import { WhoToAsk } from './WhoToAsk.tsx'

type Props = {
  readonly model: Help
  readonly card: Card
  /** The history is the person's own, and not made up. */
  readonly own: boolean
  /** What the person wrote cannot be read now. */
  readonly locked: boolean
}

export const HelpSection = ({ model, card, own, locked }: Props) => {
  const [asking, setAsking] = useState(false)
  const sentence = t('help_sentence')
  return (
    <section class={styles['help']}>
      <div class={styles['group']}>
        <h1 tabIndex={-1}>{t('help_title')}</h1>
        <Danger model={model} />
        <p>{t('help_lead')}</p>
      </div>
      <Numbers model={model} />
      <div class={styles['group']}>
        {!locked && <HelpCard model={card} onYes={() => setAsking(true)} />}
        <WhoToAsk model={model} report={own && !locked} open={asking} onOpen={setAsking} />
      </div>
      <OwnPeople model={model} locked={locked} />
      <section class={styles['group']} aria-labelledby="help-say">
        <h2 id="help-say">{t('alone_say')}</h2>
        <blockquote class={styles['sentence']}>{sentence}</blockquote>
        <div class={styles['buttons']}>
          <Button onPress={() => void model.copy(sentence)}>{t('help_copy_sentence')}</Button>
          <p class={styles['small']}>{t('copy_hint')}</p>
        </div>
        <Copied model={model} text={sentence} />
      </section>
      <section class={styles['group']}>
        <p class={styles['soft']}>{t('help_limits')}</p>
        <p class={styles['soft']}>{t('help_private')}</p>
      </section>
    </section>
  )
}
