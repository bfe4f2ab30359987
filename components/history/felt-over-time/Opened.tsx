/** Felt over time, unfolded: a period, its line with its spread, and the same in a sentence, a table and a file. */
import { useId, useRef, useState } from 'preact/hooks'
import type { FeltOverTime } from '../../../lib/app/felt-over-time.ts'
import { t } from '../../../lib/platform/i18n.ts'
import { Fold } from '../../fields/Fold.tsx'
import { StoreNotice } from '../../options/StoreNotice.tsx'
import { Button } from '../../ui/Button.tsx'
import { BucketTable } from './BucketTable.tsx'
import { Chart } from './Chart.tsx'
import { useChartLook } from './chart-look.ts'
import { MarkerList } from './MarkerList.tsx'
import styles from './Opened.module.css'
import { viewSentence } from './over-texts.ts'
import { PeriodFields } from './PeriodFields.tsx'
import { pictureOf } from './picture.ts'

type Props = { readonly model: FeltOverTime }

export const Opened = ({ model }: Props) => {
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
  const all = () => model.choose('whole')
  const outcomes = { copied: 'copied', saved: 'saved_spoken', refused: 'over_refused' } as const
  return (
    <div ref={place} class={styles['opened']}>
      {problem && <StoreNotice problem={problem} doing="open" onTryAgain={() => void model.tryAgain()} />}
      {!view && !problem && <p role="status">{t('over_loading')}</p>}
      {view && (
        <>
          <PeriodFields name={model.name.value} period={view} onName={model.choose} onPeriod={model.show} />
          <div class={styles['buttons']}>
            <Button onPress={() => model.closer()}>{t('over_closer')}</Button>
            <Button onPress={model.wider}>{t('over_wider')}</Button>
            <Button onPress={model.earlier}>{t('over_earlier')}</Button>
            <Button onPress={model.later}>{t('over_later')}</Button>
            <Button onPress={all}>{t('over_whole')}</Button>
          </div>
          <figure class={styles['figure']} aria-labelledby={id}>
            <figcaption id={id}>
              <p role="status">{viewSentence(view, model.impossible.value)}</p>
            </figcaption>
            {view.sums.answers > 0 && (
              <>
                <Chart
                  view={view}
                  markers={markers}
                  look={look}
                  onDrag={model.showBetween}
                  onCloser={model.closer}
                  onWider={model.wider}
                  onEarlier={model.earlier}
                  onLater={model.later}
                  onAll={all}
                />
                <p class={styles['soft']}>{t('over_legend')}</p>
              </>
            )}
          </figure>
          {markers.length > 0 && <MarkerList markers={markers} />}
          <Fold label={t('over_table')} hint="" open={table} onOpen={setTable}>
            <BucketTable view={view} markers={markers} />
          </Fold>
          {view.sums.answers > 0 && (
            <div class={styles['buttons']}>
              <Button onPress={() => void model.copyPicture(draw)}>{t('over_copy_picture')}</Button>
              <Button onPress={() => void model.savePicture(draw)}>{t('over_save_picture')}</Button>
              <Button onPress={() => void model.copyNumbers()}>{t('over_copy_numbers')}</Button>
              <Button onPress={model.saveNumbers}>{t('over_save_numbers')}</Button>
              <p class={styles['soft']}>{t('copy_hint')}</p>
            </div>
          )}
          <p role="status">{outcome ? t(outcomes[outcome]) : ''}</p>
        </>
      )}
    </div>
  )
}
