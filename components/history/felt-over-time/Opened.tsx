/** Felt over time, unfolded: a period, its line with its spread, and the same in a sentence, a table and a file. */
import { useId, useRef, useState } from 'preact/hooks'
import type { FeltOverTime } from '../../../lib/app/felt-over-time.ts'
import { t } from '../../../lib/platform/i18n.ts'
import { Fold } from '../../fields/Fold.tsx'
import { StoreNotice } from '../../options/StoreNotice.tsx'
import { Button } from '../../ui/Button.tsx'
import { useTold } from '../../ui/use-told.ts'
import { BucketTable } from './BucketTable.tsx'
import { Chart } from './Chart.tsx'
import { useChartLook } from './chart-look.ts'
import { MarkerList } from './MarkerList.tsx'
import styles from './Opened.module.css'
import { viewSentence } from './over-texts.ts'
import { PeriodFields } from './PeriodFields.tsx'
import { pictureOf } from './picture.ts'
import { TakeOutButtons } from './TakeOutButtons.tsx'

type Props = {
  readonly model: FeltOverTime
  /** Only what was found is shown. */
  readonly found: boolean
}

export const Opened = ({ model, found }: Props) => {
  const id = useId()
  const place = useRef<HTMLDivElement>(null)
  const look = useChartLook(place)
  const [table, setTable] = useState(false)
  const view = model.view.value
  const markers = model.markers.value
  const problem = model.problem.value
  const outcome = model.outcome.value
  const draw = () =>
    view && look ? pictureOf({ view, markers, look }) : Promise.reject(new Error('nothing is drawn'))
  const sentence = view ? viewSentence(view, model.impossible.value) : ''
  const { told, tell } = useTold(view, sentence)
  /** A way to another period. */
  const by =
    <Given extends readonly unknown[]>(way: (...given: Given) => void) =>
    (...given: Given) => {
      way(...given)
      tell()
    }
  const closer = by(model.closer)
  const wider = by(model.wider)
  const earlier = by(model.earlier)
  const later = by(model.later)
  const all = by(() => model.choose('whole'))
  const outcomes = { copied: 'copied', saved: 'saved_spoken', refused: 'over_refused' } as const
  return (
    <div ref={place} class={styles['opened']}>
      {problem && <StoreNotice problem={problem} doing="open" onTryAgain={() => void model.tryAgain()} />}
      {!view && !problem && <p role="status">{t('over_loading')}</p>}
      {view && (
        <>
          {found && <p class={styles['soft']}>{t('over_found')}</p>}
          <PeriodFields
            name={model.name.value}
            period={view}
            onName={by(model.choose)}
            onPeriod={period => {
              const isShown = model.show(period)
              if (isShown) tell()
              return isShown
            }}
          />
          <div class={styles['buttons']}>
            <Button onPress={() => closer()}>{t('over_closer')}</Button>
            <Button onPress={wider}>{t('over_wider')}</Button>
            <Button onPress={earlier}>{t('over_earlier')}</Button>
            <Button onPress={later}>{t('over_later')}</Button>
            <Button onPress={all}>{t('over_whole')}</Button>
          </div>
          <figure class={styles['figure']} aria-labelledby={id}>
            <figcaption id={id}>
              <p>{sentence}</p>
            </figcaption>
            {/* Also in a stretch without an answer, or whoever walks into it with keys would lose their place. */}
            {model.answered.value && (
              <Chart
                view={view}
                markers={markers}
                look={look}
                onDrag={by(model.showBetween)}
                onCloser={closer}
                onWider={wider}
                onEarlier={earlier}
                onLater={later}
                onAll={all}
              />
            )}
            {view.sums.answers > 0 && <p class={styles['soft']}>{t('over_legend')}</p>}
          </figure>
          <p role="status" class="hidden-text">
            {told}
          </p>
          {markers.length > 0 && <MarkerList markers={markers} />}
          <Fold label={t('over_table')} hint="" open={table} onOpen={setTable}>
            <BucketTable view={view} markers={markers} />
          </Fold>
          <TakeOutButtons model={model} sums={view.sums} draw={draw} />
          <p role="status">{outcome ? t(outcomes[outcome]) : ''}</p>
        </>
      )}
    </div>
  )
}
