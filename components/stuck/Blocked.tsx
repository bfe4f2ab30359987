/** "I can't get to any feeling": care as an invitation, then small things to make. */
import { useEffect } from 'preact/hooks'
import type { Stuck } from '../../lib/app/stuck.ts'
import type { PauseKind } from '../../lib/core/pause-kinds.ts'
import { t } from '../../lib/platform/i18n.ts'
import { Question } from '../check-in/Question.tsx'
import { doorName } from './door-names.ts'
import { PauseCard } from './PauseCard.tsx'
import styles from './Stuck.module.css'

type Model = Pick<Stuck, 'load' | 'pauses' | 'start'>
type Props = { readonly model: Model }

type PartProps = { readonly model: Model; readonly kind: PauseKind; readonly title: string }

/** The pauses of one kind, each with the digit of its place among all that fit. */
const Part = ({ model: { pauses, start }, kind, title }: PartProps) =>
  pauses.value?.some(({ pause }) => pause.kind === kind) ? (
    <section class={styles['part']} aria-labelledby={`blocked-${kind}`}>
      <h2 id={`blocked-${kind}`}>{title}</h2>
      <ul class={styles['cards']}>
        {pauses.value.map(
          (listed, at) =>
            listed.pause.kind === kind && (
              <li key={listed.pause.id}>
                <PauseCard listed={listed} digit={at + 1} onStart={start} />
              </li>
            ),
        )}
      </ul>
    </section>
  ) : null

export const Blocked = ({ model }: Props) => {
  useEffect(() => void model.load(), [model])
  const comesFirst = model.pauses.value?.every(({ pause }) => pause.kind === 'make')
  return (
    <Question id="blocked" title={doorName('blocked')} hint={t('blocked_hint')}>
      <Part model={model} kind="out" title={t('stuck_pause')} />
      <Part model={model} kind="do" title={t('blocked_care')} />
      <Part model={model} kind="make" title={t(comesFirst ? 'stuck_pause' : 'blocked_make')} />
      {model.pauses.value?.length === 0 && <p>{t('offer_none')}</p>}
    </Question>
  )
}
