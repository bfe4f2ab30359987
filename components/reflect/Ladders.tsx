/** Ladders: each with its steps, the one on which the person stands, a smaller one, and the way onto Today. */
import { useState } from 'preact/hooks'
import type { OwnLadder, OwnLadders } from '../../lib/app/own-ladders.ts'
import type { PauseInput } from '../../lib/core/pause-input.ts'
import { plural, t } from '../../lib/platform/i18n.ts'
import { Button } from '../ui/Button.tsx'
import { useKeptFocus } from '../ui/kept-focus.ts'
import { Entries } from './Entries.tsx'
import { FormInputs } from './FormInputs.tsx'
import styles from './Ladders.module.css'

type Props = {
  readonly model: OwnLadders
  readonly inputs: readonly PauseInput[]
}

type OneProps = { readonly ladder: OwnLadder; readonly model: OwnLadders }

/** So many steps of a long one are shown first, and so many more at each press. */
const shownFirst = 7
const portion = 40

const Rungs = ({ ladder: { rungs, rung } }: Pick<OneProps, 'ladder'>) => {
  const [more, setMore] = useState(0)
  // The one on which the person stands is always in sight.
  const shown = Math.max(shownFirst + more, rung + 1)
  const left = rungs.length - shown
  return (
    <>
      <ol class={styles['rungs']}>
        {rungs.slice(0, shown).map((text, place) => (
          <li
            key={place}
            class={place === rung ? styles['here'] : undefined}
            aria-current={place === rung ? 'step' : undefined}
          >
            <bdi>{text}</bdi>
            {place === rung && <span class={styles['soft']}> {t('ladder_here')}</span>}
          </li>
        ))}
      </ol>
      {left > 0 && (
        <div>
          <Button look="quiet" onPress={() => setMore(more + portion)}>
            {plural('ladder_more', left)}
          </Button>
        </div>
      )}
    </>
  )
}

const Ladder = ({ ladder, model }: OneProps) => {
  const place = useKeptFocus<HTMLDivElement>()
  const { id, rungs, rung, size, taken } = ladder
  const [bigger, here, smaller] = [rungs[rung - 1], rungs[rung] ?? '', rungs[rung + 1]]
  return (
    <div ref={place} class={styles['ladder']} tabIndex={-1}>
      <Rungs ladder={ladder} />
      <p role="status" class={styles['soft']}>
        {smaller === undefined && rungs.length > 1 && t('ladder_smallest')}
      </p>
      {size !== 'right' && (
        <p class={styles['soft']}>
          {plural(size === 'short' ? 'ladder_short' : 'ladder_long', rungs.length)}
        </p>
      )}
      <div class={styles['acts']}>
        {smaller !== undefined && (
          <Button name={t('ladder_smaller_named', smaller)} onPress={() => void model.stand(id, rung + 1)}>
            {t('ladder_smaller')}
          </Button>
        )}
        {bigger !== undefined && (
          <Button name={t('ladder_bigger_named', bigger)} onPress={() => void model.stand(id, rung - 1)}>
            {t('ladder_bigger')}
          </Button>
        )}
        {taken ? (
          <p class={styles['soft']} role="status">
            {t('step_taken')}
          </p>
        ) : (
          <Button name={t('step_for_today_named', here)} onPress={() => void model.take(id)}>
            {t('step_for_today')}
          </Button>
        )}
      </div>
    </div>
  )
}

export const Ladders = ({ model, inputs }: Props) => (
  <Entries
    items={model.entries.value}
    form={model.form}
    fields={<FormInputs inputs={inputs} form={model.form} />}
    begin={
      <>
        <p class={styles['lead']}>{t('ladders_lead')}</p>
        <Button look="main" onPress={() => void model.begin()}>
          {t('ladders_write')}
        </Button>
      </>
    }
    none={t('reflect_empty')}
    onEdit={id => void model.edit(id)}
    onDelete={id => void model.remove(id)}
  >
    {ladder => <Ladder ladder={ladder} model={model} />}
  </Entries>
)
