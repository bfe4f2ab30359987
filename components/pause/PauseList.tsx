/** Every pause, to be picked by hand: favourites first, then by kind; a name typed in part leaves those that carry it. */
import { useEffect, useState } from 'preact/hooks'
import type { OwnPauses } from '../../lib/app/own-pauses.ts'
import { findWords } from '../../lib/core/find-words.ts'
import { pauseKinds } from '../../lib/core/pause-kinds.ts'
import type { ListedPause } from '../../lib/core/pause-list.ts'
import { locale, messageKey, t } from '../../lib/platform/i18n.ts'
import { Question } from '../check-in/Question.tsx'
import { TextField } from '../ui/TextField.tsx'
import styles from './PauseList.module.css'
import { listedAbout, listedTitle, pauseLength } from './pause-texts.ts'

type Props = {
  readonly pauses: OwnPauses
  readonly onStart: (pauseId: string) => void
  /** Stands under another screen, which has the page's heading. */
  readonly under?: boolean
}

type Group = { readonly title: string; readonly items: readonly ListedPause[] }

/** Nobody finds here what they put away. */
const groupsOf = (all: readonly ListedPause[]): readonly Group[] => {
  const shown = all.filter(({ hidden }) => !hidden)
  const favourites = { title: t('pause_favourites'), items: shown.filter(({ favourite }) => favourite) }
  const kinds = pauseKinds.map(kind => ({
    title: t(messageKey('pause_kind', kind)),
    items: shown.filter(({ pause, favourite }) => pause.kind === kind && !favourite),
  }))
  return [favourites, ...kinds].filter(({ items }) => items.length > 0)
}

const Row = ({ item, onStart }: { readonly item: ListedPause } & Pick<Props, 'onStart'>) => (
  <button type="button" class={styles['pause']} onClick={() => onStart(item.pause.id)}>
    <span class={styles['name']} dir="auto">
      {listedTitle(item)}
    </span>
    <span class={styles['soft']}>{pauseLength(item.pause)}</span>
    {listedAbout(item) && (
      <span class={styles['about']} dir="auto">
        {listedAbout(item)}
      </span>
    )}
  </button>
)

const Groups = ({ pauses, onStart }: Props) => {
  const [find, setFind] = useState('')
  useEffect(() => void pauses.load(), [pauses])
  const { all } = pauses.list.value
  const found = findWords(
    find,
    all.map(item => ({ id: item.pause.id, label: listedTitle(item) })),
    locale(),
    () => [],
  )
  const groups = groupsOf(found ? all.filter(({ pause }) => found.includes(pause.id)) : all)
  return (
    <>
      <TextField type="search" label={t('pause_find')} value={find} onInput={setFind} />
      <p role="status" class={groups.length > 0 ? 'hidden-text' : styles['soft']}>
        {groups.length === 0 && t('pause_find_none')}
      </p>
      {groups.map(({ title, items }) => (
        <section key={title} class={styles['group']} aria-label={title}>
          <h2>{title}</h2>
          <ul class={styles['list']}>
            {items.map(item => (
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
