/** Library → Learn: short cards in their groups, each of which opens in place, with a search over all of them. */
import type { ComponentChildren } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import type { Learn, ShownCard } from '../../lib/app/learn.ts'
import { plural, t } from '../../lib/platform/i18n.ts'
import { TextField } from '../ui/TextField.tsx'
import { CardRow } from './CardRow.tsx'
import styles from './LearnSection.module.css'

type Props = {
  readonly model: Learn
  /** Stands at the end of an open card, such as what follows from it; nothing by itself. */
  readonly after?: (card: ShownCard['id']) => ComponentChildren
}

export const LearnSection = ({ model, after }: Props) => {
  const section = useRef<HTMLElement>(null)
  const goTo = model.goTo.value
  const found = model.found.value

  useEffect(() => void model.load(), [model])

  useEffect(() => {
    if (goTo === null) return
    section.current?.querySelector<HTMLElement>(`[data-card="${goTo}"] button`)?.focus()
    model.arrived()
  }, [model, goTo])

  return (
    <section ref={section} class={styles['learn']}>
      <div class={styles['lead']}>
        <h1 tabIndex={-1}>{t('section_learn')}</h1>
        <p class={styles['soft']}>{t('learn_lead')}</p>
      </div>
      <search class={styles['search']}>
        <TextField
          type="search"
          label={t('learn_find')}
          value={model.find.value}
          dir="auto"
          onInput={model.seek}
        />
        <p role="status">{found !== null && (found > 0 ? plural('learn_found', found) : t('learn_none'))}</p>
      </search>
      {model.groups.value.map(({ id, cards }) => (
        <section key={id} class={styles['group']}>
          <h2>{t(`learn_group_${id}`)}</h2>
          <ul aria-label={t(`learn_group_${id}`)}>
            {cards.map(card => (
              <CardRow
                key={card.id}
                card={card}
                open={model.open.value.has(card.id)}
                onOpen={open => model.show(card.id, open)}
              >
                {after?.(card.id)}
              </CardRow>
            ))}
          </ul>
        </section>
      ))}
    </section>
  )
}
