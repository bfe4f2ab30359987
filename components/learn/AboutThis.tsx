/** The way from words, tags, markers or pauses to the cards of Learn that tell of them; nothing where none does. */
import { useContext, useId } from 'preact/hooks'
import type { AboutWhat, LearnLinks } from '../../lib/app/learn-links.ts'
import { messageKey, t } from '../../lib/platform/i18n.ts'
import styles from './AboutThis.module.css'
import { LearnContext } from './learn-context.ts'

/** A card by its id. */
export type LearnCard = Parameters<LearnLinks['ask']>[0]

type Props = AboutWhat & {
  /** Other cards that fit here, before those. */
  readonly cards?: readonly LearnCard[]
  /** So many are shown and no more, where a person is in the middle of something else. */
  readonly atMost?: number
}

/** Opens Learn once it knows which card is asked for. A new tab, as by a held key, is the browser's to open. */
const follow = (event: MouseEvent, { ask, address }: LearnLinks, card: LearnCard): void => {
  const asked = ask(card)
  if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return
  event.preventDefault()
  void asked.then(() => {
    if (address.startsWith('#')) location.hash = address
    else open(address, '_blank', 'noopener')
  })
}

export const AboutThis = ({ cards = [], atMost, ...what }: Props) => {
  const id = useId()
  const links = useContext(LearnContext)
  if (links === null) return null
  const shown = [...new Set([...cards, ...links.cardsOf(what)])].slice(0, atMost)
  if (shown.length === 0) return null
  return (
    <div class={styles['about']}>
      <span id={id}>{t('learn_about')}</span>
      <ul class={styles['cards']} aria-labelledby={id}>
        {shown.map(card => (
          <li key={card}>
            <a class={styles['card']} href={links.address} onClick={event => follow(event, links, card)}>
              {t(messageKey('learn', card))}
            </a>
          </li>
        ))}
      </ul>
    </div>
  )
}
