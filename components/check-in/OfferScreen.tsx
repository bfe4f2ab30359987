/** One pause that fits, why it is offered, the way to another, and folded under it the place for more. */
import type { NoteView } from '../../lib/app/note.ts'
import type { OfferView } from '../../lib/app/offer.ts'
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
  readonly offer: OfferView | null
  readonly note: NoteView
  /** Whether the folded part stands open. */
  readonly more: boolean
  readonly onStart: (pauseId: string) => void
  readonly onAnother: () => void
  readonly onMore: (open: boolean) => void
  readonly onNote: (text: string) => void
}

export const OfferScreen = ({ offer, ...props }: Props) => (
  <Question id="offer" title={t('offer_title')}>
    {offer && (
      <section class={styles['offer']} aria-labelledby="offered">
        <h2 id="offered" class={styles['name']}>
          {pauseTitle(offer.pause.id)}
        </h2>
        <p>{pauseAbout(offer.pause.id)}</p>
        <p class={styles['soft']}>
          {pauseLength(offer.pause)}
          {offer.reason && <> · {t(offer.reason)}</>}
        </p>
        <div class={styles['buttons']}>
          <div class={offer.besidePerson ? styles['half'] : styles['wide']}>
            <Button look="main" onPress={() => props.onStart(offer.pause.id)}>
              {t('offer_start')}
            </Button>
          </div>
          {offer.besidePerson && <HelpLink />}
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
