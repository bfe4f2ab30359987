/** One pause that fits, why it is offered, the way to another, and folded under it the place for more. */
import type { CataloguePause } from '../../lib/content/pauses.ts'
import type { OfferReason } from '../../lib/core/recommend.ts'
import { t } from '../../lib/platform/i18n.ts'
import { HelpLink } from '../help/HelpLink.tsx'
import { pauseAbout, pauseLength, pauseTitle } from '../pause/pause-texts.ts'
import { Button } from '../ui/Button.tsx'
import { intoView } from '../ui/into-view.ts'
import { NoteField } from './NoteField.tsx'
import styles from './OfferScreen.module.css'
import { Question } from './Question.tsx'

type Props = {
  /** Null while it is chosen. */
  readonly pause: CataloguePause | null
  readonly reason: OfferReason | null
  /** A hard word was picked: a person to talk to stands beside the pause, as large as it. */
  readonly besidePerson: boolean
  readonly note: string
  readonly more: boolean
  readonly onStart: (pauseId: string) => void
  readonly onAnother: () => void
  readonly onMore: (open: boolean) => void
  readonly onNote: (text: string) => void
}

export const OfferScreen = ({ pause, ...props }: Props) => (
  <Question id="offer" title={t('offer_title')}>
    {pause && (
      <section class={styles['offer']} aria-labelledby="offered">
        <h2 id="offered" class={styles['name']}>
          {pauseTitle(pause.id)}
        </h2>
        <p>{pauseAbout(pause.id)}</p>
        <p class={styles['soft']}>
          {pauseLength(pause)}
          {props.reason && <> · {t(props.reason)}</>}
        </p>
        <div class={styles['buttons']}>
          <div class={props.besidePerson ? styles['half'] : styles['wide']}>
            <Button look="main" onPress={() => props.onStart(pause.id)}>
              {t('offer_start')}
            </Button>
          </div>
          {props.besidePerson && <HelpLink />}
          <div class={styles['wide']}>
            <Button onPress={props.onAnother}>{t('offer_other')}</Button>
          </div>
        </div>
      </section>
    )}
    <section class={styles['more']}>
      <Button look="quiet" expanded={props.more} onPress={() => props.onMore(!props.more)}>
        {t('more_title')}
      </Button>
      {props.more && (
        <div ref={intoView}>
          <NoteField note={props.note} onInput={props.onNote} />
        </div>
      )}
    </section>
  </Question>
)
