/** A card of Patterns: one sentence, one picture, what it stands on, and folded under it the numbers and the method. */
import { useId, useState } from 'preact/hooks'
import type { Card, Subject } from '../../lib/core/insight/card.ts'
import { t } from '../../lib/platform/i18n.ts'
import { Fold } from '../fields/Fold.tsx'
import { AboutThis, type LearnCard } from '../learn/AboutThis.tsx'
import styles from './Card.module.css'
import { CardPicture } from './CardPicture.tsx'
import { cardSentence, countsText, type Naming } from './card-texts.ts'
import { GroupTable } from './GroupTable.tsx'

type Props = { readonly card: Card; readonly naming: Naming }

/** Cards of Learn on what a subject is about; a tag and a marker have their own. */
const learnOf: { readonly [One in Subject]?: readonly LearnCard[] } = {
  season: ['seasons'],
  reach: ['both-ways'],
  pauses: ['what-helps'],
  spread: ['waves'],
}

const About = ({ card: { subject, leading }, naming }: Props) => (
  <AboutThis
    cards={learnOf[subject] ?? []}
    tags={subject === 'tag' && leading !== null ? [leading] : []}
    markers={subject === 'markers' ? naming.markers.map(({ type }) => type) : []}
  />
)

const How = ({ card }: { readonly card: Card }) => (
  <div class={styles['how']}>
    <p>{t(`patterns_how_${card.subject}`)}</p>
    <p>{t('patterns_how_missing')}</p>
    <p>{t('patterns_how_interval')}</p>
    <p>{t('patterns_how_claims')}</p>
    <p>{t('patterns_how_other')}</p>
  </div>
)

export const CardView = ({ card, naming }: Props) => {
  const id = useId()
  const [table, setTable] = useState(false)
  const [how, setHow] = useState(false)
  const title = t(`patterns_title_${card.subject}`)
  const isEmpty = card.verdict.kind === 'nothing-yet'
  return (
    <article class={styles['card']} aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <p>{cardSentence(card, naming)}</p>
      {!isEmpty && (
        <>
          <CardPicture card={card} naming={naming} />
          <p class={styles['soft']}>{countsText(card)}</p>
          <Fold label={t('patterns_numbers')} hint="" open={table} onOpen={setTable}>
            <GroupTable card={card} title={title} naming={naming} />
          </Fold>
        </>
      )}
      <Fold label={t('patterns_how')} hint="" open={how} onOpen={setHow}>
        <How card={card} />
      </Fold>
      <About card={card} naming={naming} />
    </article>
  )
}
