/** What can be taken along of felt over time: the picture where there is a line in it, and the numbers where there is a check-in. */
import type { FeltOverTime } from '../../../lib/app/felt-over-time.ts'
import type { FeltView } from '../../../lib/core/felt-over-time.ts'
import { t } from '../../../lib/platform/i18n.ts'
import { Button } from '../../ui/Button.tsx'
import styles from './Opened.module.css'

type Props = {
  readonly model: Pick<FeltOverTime, 'copyPicture' | 'savePicture' | 'copyNumbers' | 'saveNumbers'>
  readonly sums: FeltView['sums']
  /** Makes a PNG. */
  readonly draw: () => Promise<Blob>
}

export const TakeOutButtons = ({ model, sums, draw }: Props) =>
  sums.checkIns > 0 && (
    <div class={styles['buttons']}>
      {sums.answers > 0 && (
        <>
          <Button onPress={() => void model.copyPicture(draw)}>{t('over_copy_picture')}</Button>
          <Button onPress={() => void model.savePicture(draw)}>{t('over_save_picture')}</Button>
        </>
      )}
      <Button onPress={() => void model.copyNumbers()}>{t('over_copy_numbers')}</Button>
      <Button onPress={model.saveNumbers}>{t('over_save_numbers')}</Button>
      <p class={styles['soft']}>{t('copy_hint')}</p>
    </div>
  )
