/** Patterns: from ten check-ins on, a card for each thing that can be looked at; before that, one sentence and the way to the next one. */
import type { ComponentChildren } from 'preact'
import { useContext, useLayoutEffect, useState } from 'preact/hooks'
import type { Patterns } from '../../lib/app/patterns.ts'
import type { Card, Subject } from '../../lib/core/insight/card.ts'
import { t } from '../../lib/platform/i18n.ts'
import { Fold } from '../fields/Fold.tsx'
import { LookAroundLink } from '../look-around/LookAroundLink.tsx'
import { StoreNotice } from '../options/StoreNotice.tsx'
import { Button } from '../ui/Button.tsx'
import { LabelsContext } from '../words/labels.ts'
import { CardView } from './CardView.tsx'
import type { Naming } from './card-texts.ts'
import { MeaningView } from './MeaningView.tsx'
import styles from './PatternsSection.module.css'

type Props = {
  readonly model: Patterns
  /** A page about one's own history can be made. */
  readonly report: boolean
  readonly lookBack: ComponentChildren
}

/** Folded under "more". */
const seldom: readonly Subject[] = ['spread', 'words']

const isSeldom = ({ subject }: Card): boolean => seldom.includes(subject)

const Cards = ({ model }: Pick<Props, 'model'>) => {
  const labels = useContext(LabelsContext)
  const [more, setMore] = useState(false)
  const cards = model.cards.value
  const meaning = model.meaning.value
  const naming: Naming = {
    labels,
    markers: model.markers.value,
    hemisphere: model.hemisphere.value,
    aim: model.aim.value,
  }
  const rest = cards.filter(isSeldom)
  return (
    <>
      {cards
        .filter(card => !isSeldom(card))
        .map(card => (
          <CardView key={card.subject} card={card} naming={naming} />
        ))}
      {meaning && <MeaningView meaning={meaning} naming={naming} />}
      {rest.length > 0 && (
        <Fold label={t('patterns_more')} hint={t('patterns_more_hint')} open={more} onOpen={setMore}>
          <div class={styles['cards']}>
            {rest.map(card => (
              <CardView key={card.subject} card={card} naming={naming} />
            ))}
          </div>
        </Fold>
      )}
    </>
  )
}

const TooLittle = ({ model }: Pick<Props, 'model'>) => (
  <>
    <p class={styles['soft']}>{t('patterns_empty')}</p>
    <div>
      <Button look="main" onPress={model.checkIn}>
        {t('check_in')}
      </Button>
    </div>
    <LookAroundLink />
  </>
)

export const PatternsSection = ({ model, report, lookBack }: Props) => {
  // Before the first picture: reading takes longer than drawing.
  useLayoutEffect(() => model.watch(), [model])
  const problem = model.problem.value
  const enough = model.enough.value
  const isWaiting = model.cards.value.length === 0 && !problem && enough !== false
  return (
    <section class={styles['patterns']}>
      <h1 tabIndex={-1}>{t('place_patterns')}</h1>
      {problem && <StoreNotice problem={problem} doing="open" onTryAgain={() => void model.tryAgain()} />}
      {enough === false && <TooLittle model={model} />}
      {enough && (
        <div class={styles['lead']}>
          <p>{t('patterns_lead')}</p>
          <p>{t('patterns_legend_felt')}</p>
        </div>
      )}
      <p role="status" class={styles['loading']}>
        {isWaiting ? t('patterns_loading') : ''}
      </p>
      {enough && (
        <div class={styles['cards']} aria-busy={model.working.value}>
          <Cards model={model} />
        </div>
      )}
      {enough && report && (
        <p>
          {t('patterns_report')} <a href="/report.html">{t('report_title')}</a>
        </p>
      )}
      {lookBack}
    </section>
  )
}
