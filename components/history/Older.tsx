/** The end of the list: the next page comes by itself before it is reached, and by a button. */
import { useEffect, useState } from 'preact/hooks'
import type { EntryList } from '../../lib/app/entry-list.ts'
import { t } from '../../lib/platform/i18n.ts'
import { Button } from '../ui/Button.tsx'
import { useKeptFocus } from '../ui/kept-focus.ts'
import styles from './Older.module.css'

/** So far below the window the next page begins to be read. */
const ahead = '0px 0px 1200px 0px'

type Props = {
  readonly list: EntryList
  /** Reading failed: nothing is read by itself until it was tried again. */
  readonly stopped: boolean
  /** Said where nothing is older. */
  readonly begins: boolean
}

export const Older = ({ list, stopped, begins }: Props) => {
  const [reading, setReading] = useState(false)
  const place = useKeptFocus<HTMLDivElement>()
  const months = list.months.value
  const hasOlder = list.hasOlder.value

  const bring = async () => {
    setReading(true)
    await list.older()
    setReading(false)
  }

  // Anew with every page, which `months` says: an end that stays in sight is seen once and no more.
  useEffect(() => {
    if (stopped || !hasOlder || place.current === null) return
    const observer = new IntersectionObserver(
      seen => {
        if (seen.some(({ isIntersecting }) => isIntersecting)) void bring()
      },
      { rootMargin: ahead },
    )
    observer.observe(place.current)
    return () => observer.disconnect()
  }, [list, months, hasOlder, stopped])

  return (
    <div ref={place} class={styles['older']} tabIndex={-1}>
      {hasOlder && <Button onPress={() => void bring()}>{t('history_older')}</Button>}
      {hasOlder && reading && <p class={styles['soft']}>{t('history_reading')}</p>}
      {!hasOlder && begins && <p class={styles['soft']}>{t('history_start')}</p>}
    </div>
  )
}
