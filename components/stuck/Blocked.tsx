/** "I can't get to any feeling": care as an invitation, then small things to make, each to be started where pauses can be. */
import type { ComponentChildren } from 'preact'
import { useEffect } from 'preact/hooks'
import type { Stuck } from '../../lib/app/stuck.ts'
import type { PauseKind } from '../../lib/core/pause-kinds.ts'
import { t } from '../../lib/platform/i18n.ts'
import { Question } from '../check-in/Question.tsx'
import { LineField } from '../keepsake/LineField.tsx'
import { doorName } from './door-names.ts'
import { PauseCard } from './PauseCard.tsx'
import styles from './Stuck.module.css'

type Model = Pick<Stuck, 'load' | 'pauses' | 'line' | 'start'>
type Props = { readonly model: Model }

const cares = ['care_water', 'care_food', 'care_rest', 'care_kind'] as const

type PartProps = { readonly id: string; readonly title: string; readonly children: ComponentChildren }

const Part = ({ id, title, children }: PartProps) => (
  <section class={styles['part']} aria-labelledby={id}>
    <h2 id={id}>{title}</h2>
    {children}
  </section>
)

type CardsProps = { readonly model: Model; readonly kind: PauseKind }

/** The pauses of one kind, each with the digit of its place among all that fit. */
const Cards = ({ model: { pauses, start }, kind }: CardsProps) => (
  <ul class={styles['cards']}>
    {pauses.value?.map(
      (pause, at) =>
        pause.kind === kind && (
          <li key={pause.id}>
            <PauseCard pause={pause} digit={at + 1} onStart={start} />
          </li>
        ),
    )}
  </ul>
)

/** Care and small things in words, where no pause can be started. */
const InWords = ({ line }: Pick<Model, 'line'>) => (
  <>
    <Part id="blocked-care" title={t('blocked_care')}>
      <ul class={styles['list']}>
        {cares.map(care => (
          <li key={care}>{t(care)}</li>
        ))}
      </ul>
    </Part>
    <Part id="blocked-make" title={t('blocked_make')}>
      <ul class={styles['list']}>
        <li>{t('blocked_hum')}</li>
        <li>{t('blocked_doodle')}</li>
      </ul>
      <LineField label={t('blocked_line')} line={line} />
      <p class={styles['small']}>{t('pause_if_worse')}</p>
    </Part>
  </>
)

export const Blocked = ({ model }: Props) => {
  useEffect(() => void model.load(), [model])
  const part = (kind: PauseKind, title: string) =>
    model.pauses.value?.some(pause => pause.kind === kind) && (
      <Part id={`blocked-${kind}`} title={title}>
        <Cards model={model} kind={kind} />
      </Part>
    )
  return (
    <Question id="blocked" title={doorName('blocked')} hint={t('blocked_hint')}>
      {part('out', t('stuck_pause'))}
      {model.start ? (
        <>
          {part('do', t('blocked_care'))}
          {part('make', t('blocked_make'))}
        </>
      ) : (
        <InWords line={model.line} />
      )}
    </Question>
  )
}
