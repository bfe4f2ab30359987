/** One pause that fits, why it is offered, the way to another, and folded under it the place for more. */
import type { ComponentChildren } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import type { OfferView } from '../../lib/app/offer.ts'
import { t } from '../../lib/platform/i18n.ts'
import { HelpLink } from '../help/HelpLink.tsx'
import { listedAbout, listedTitle, pauseLength } from '../pause/pause-texts.ts'
import { Button } from '../ui/Button.tsx'
import styles from './OfferScreen.module.css'
import { Question } from './Question.tsx'

type Props = {
  /** Null while it is chosen, and where there is none. */
  readonly offer: OfferView | null
  /** There is no pause to offer. */
  readonly none: boolean
  /** Whether the folded part stands open. */
  readonly more: boolean
  readonly onStart: () => void
  readonly onAnother: () => void
  readonly onMore: (open: boolean) => void
  readonly onStuck: () => void
  /** What the person's plans lead to. */
  readonly plans: ComponentChildren
  /** The question for a line to keep, where it is asked. */
  readonly ask: ComponentChildren
  /** The folded part. */
  readonly children: ComponentChildren
}

/** Folded under the offer. A press brings it into sight; where that was a key, the focus goes on from its head. */
const Folded = ({ more, onMore, children }: Pick<Props, 'more' | 'onMore' | 'children'>) => {
  const head = useRef<HTMLButtonElement>(null)
  const stood = useRef(more)
  useEffect(() => {
    if (stood.current === more) return
    stood.current = more
    head.current?.focus({ preventScroll: true })
    if (more) head.current?.scrollIntoView({ block: 'start' })
  }, [more])
  return (
    <section class={styles['more']}>
      <Button look="quiet" buttonRef={head} shortcut="M" expanded={more} onPress={() => onMore(!more)}>
        {t('more_title')}
      </Button>
      {more && <div>{children}</div>}
    </section>
  )
}

/** A person's own words keep to themselves in a sentence of the other direction. */
const isolated = (value: string | number) => (typeof value === 'string' ? `\u2068${value}\u2069` : value)

type OfferedProps = { readonly offer: OfferView } & Pick<Props, 'onStart' | 'onAnother' | 'onStuck'>

const Offered = ({ offer: { listed, reason, values, besidePerson }, ...props }: OfferedProps) => (
  <section class={styles['offer']} aria-labelledby="offered">
    <h2 id="offered" class={styles['name']} dir="auto">
      {listedTitle(listed)}
    </h2>
    {listedAbout(listed) && <p dir="auto">{listedAbout(listed)}</p>}
    <p class={styles['soft']}>
      {pauseLength(listed.pause)} · {t(reason, ...values.map(isolated))}
    </p>
    <div class={styles['buttons']}>
      <div class={besidePerson ? styles['half'] : styles['wide']}>
        <Button look="main" shortcut="S" onPress={props.onStart}>
          {t('offer_start')}
        </Button>
      </div>
      {besidePerson && <HelpLink />}
      <Button shortcut="A" onPress={props.onAnother}>
        {t('offer_other')}
      </Button>
      <Button shortcut="I" onPress={props.onStuck}>
        {t('stuck_open')}
      </Button>
    </div>
  </section>
)

/** "All pauses" stands at the foot, as always. */
const None = ({ onStuck }: Pick<Props, 'onStuck'>) => (
  <section class={styles['offer']}>
    <p role="status">{t('offer_none')}</p>
    <Button shortcut="I" onPress={onStuck}>
      {t('stuck_open')}
    </Button>
  </section>
)

export const OfferScreen = ({ offer, ...props }: Props) => (
  <Question id="offer" title={t('offer_title')}>
    {offer && <Offered offer={offer} {...props} />}
    {props.none && <None {...props} />}
    {!props.more && props.plans}
    {props.ask}
    <Folded {...props} />
  </Question>
)
