/** Every pause, to be picked by hand, by kind; a name typed in part leaves those that carry it. */
import { useEffect } from 'preact/hooks'
import type { PausePicks } from '../../lib/app/pause-picks.ts'
import type { ListedPause } from '../../lib/core/pause-list.ts'
import { t } from '../../lib/platform/i18n.ts'
import { Question } from '../check-in/Question.tsx'
import { TextField } from '../ui/TextField.tsx'
import styles from './PauseList.module.css'
import { listedAbout, listedTitle, pauseLength, wordsDir } from './pause-texts.ts'
import { pickTitle } from './pick-title.ts'

type Props = {
  readonly picks: PausePicks
  readonly onStart: (pauseId: string) => void
  /** Stands under another screen, which has the page's heading. */
  readonly under?: boolean
}

const Row = ({ item, onStart }: { readonly item: ListedPause } & Pick<Props, 'onStart'>) => (
  <button type="button" class={styles['pause']} onClick={() => onStart(item.pause.id)}>
    <span class={styles['name']} dir={wordsDir(item)}>
      {listedTitle(item)}
    </span>
    <span class={styles['soft']}>{pauseLength(item.pause)}</span>
    {listedAbout(item) && (
      <span class={styles['about']} dir={wordsDir(item)}>
        {listedAbout(item)}
      </span>
    )}
  </button>
)

const Groups = ({ picks, onStart }: Props) => {
  useEffect(() => void picks.load(), [picks])
  const groups = picks.groups.value
  return (
    <>
      <TextField type="search" label={t('pause_find')} value={picks.find.value} onInput={picks.seek} />
      <p role="status" class={groups.length > 0 ? 'hidden-text' : styles['soft']}>
        {groups.length === 0 && t('pause_find_none')}
      </p>
      {groups.map(group => (
        <section key={group.kind} class={styles['group']} aria-label={pickTitle(group)}>
          <h2>{pickTitle(group)}</h2>
          <ul class={styles['list']}>
            {group.pauses.map(item => (
              <li key={item.pause.id}>
                <Row item={item} onStart={onStart} />
              </li>
            ))}
          </ul>
        </section>
      ))}
    </>
  )
}

export const PauseList = (props: Props) =>
  props.under ? (
    <section class={styles['under']} aria-label={t('offer_all')}>
      <h2>{t('offer_all')}</h2>
      <Groups {...props} />
    </section>
  ) : (
    <Question id="pauses" title={t('offer_all')}>
      <Groups {...props} />
    </Question>
  )
