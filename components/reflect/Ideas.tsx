/** Ideas for small steps, by how much time there is: folded until they are wanted; one that is pressed begins a step. */
import { useState } from 'preact/hooks'
import type { Idea } from '../../lib/app/own-steps.ts'
import { formatLength } from '../../lib/platform/formats.ts'
import { messageKey, t } from '../../lib/platform/i18n.ts'
import { Fold } from '../fields/Fold.tsx'
import { Choice } from '../ui/Choice.tsx'
import styles from './Ideas.module.css'

type Props = { readonly ideas: readonly Idea[]; readonly onPick: (id: Idea['id']) => void }

export const Ideas = ({ ideas, onPick }: Props) => {
  const [open, setOpen] = useState(false)
  const efforts = [...new Set(ideas.map(({ minutes }) => minutes))]
  const [effort, setEffort] = useState(efforts[0])
  return (
    <Fold label={t('steps_ideas')} hint={t('steps_ideas_hint')} open={open} onOpen={setOpen}>
      <div class={styles['ideas']}>
        <Choice
          legend={t('steps_effort')}
          options={efforts.map(minutes => ({ value: minutes, label: formatLength(minutes) }))}
          value={effort ?? null}
          onChoose={setEffort}
        />
        <ul class={styles['list']}>
          {ideas
            .filter(({ minutes }) => minutes === effort)
            .map(({ id, area }) => (
              <li key={id}>
                <button type="button" class={styles['idea']} onClick={() => onPick(id)}>
                  <span>{t(messageKey('starter', id))}</span>{' '}
                  <span class={styles['soft']}>{t(messageKey('starter_area', area))}</span>
                </button>
              </li>
            ))}
        </ul>
      </div>
    </Fold>
  )
}
