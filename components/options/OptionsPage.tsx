/** The frame of the main page: the places, and the one section that is open. */
import type { ComponentChildren } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import type { Options } from '../../lib/app/options.ts'
import { t } from '../../lib/platform/i18n.ts'
import { type Labels, LabelsContext } from '../words/labels.ts'
import { NotLoaded } from './NotLoaded.tsx'
import styles from './OptionsPage.module.css'
import { Places } from './Places.tsx'
import { RecoveryNotice } from './RecoveryNotice.tsx'
import { isInSettings, SettingsPlaces } from './SettingsPlaces.tsx'
import type { Sections, SectionView } from './sections.ts'

type Props = {
  readonly options: Options
  readonly labels: Labels
  readonly sections: Sections
  /** Stands above everything, whatever is open. */
  readonly banner?: ComponentChildren
}

/** A history that a newer Thaw made is not opened: the page says so, and a person stays one click away. */
const Newer = () => (
  <section class={styles['newer']}>
    <h1 tabIndex={-1}>{t('err_newer')}</h1>
  </section>
)

/** What can still be read of it can be saved. */
const Unreadable = () => (
  <p>
    <a href="#data">{t('rescue_lead')}</a>
  </p>
)

const Opened = ({ View }: { readonly View: SectionView }) => (View === 'failed' ? <NotLoaded /> : <View />)

export const OptionsPage = ({ options, labels, sections, banner }: Props) => {
  const main = useRef<HTMLElement>(null)
  /** The section that the page opens with takes no focus from the browser. */
  const opened = useRef(false)
  const section = options.section.value
  const newer = options.newer.value
  const view = sections.views.value.get(section)
  const isThere = view !== undefined

  useEffect(() => {
    const follow = () => {
      options.go(location.hash)
    }
    addEventListener('hashchange', follow)
    // It may have changed while the first section was being loaded.
    follow()
    return () => removeEventListener('hashchange', follow)
  }, [options])

  useEffect(() => {
    void sections.load(section)
  }, [sections, section])

  useEffect(() => {
    if (!isThere) return
    if (!opened.current) {
      opened.current = true
      return
    }
    scrollTo(0, 0)
    // A section that knows better where to begin has taken the focus there.
    if (!main.current?.contains(document.activeElement))
      main.current?.querySelector('h1')?.focus({ preventScroll: true })
  }, [section, isThere])

  return (
    <div class={styles['page']}>
      {banner}
      <Places open={section} only={newer ? 'help' : null} />
      {!newer && isInSettings(section) && <SettingsPlaces open={section} />}
      <main ref={main} class={styles['main']}>
        {options.recovery.value && (
          <RecoveryNotice recovery={options.recovery.value} onRead={() => void options.readRecovery()} />
        )}
        {options.unreadable.value && section !== 'data' && <Unreadable />}
        <LabelsContext.Provider value={labels}>
          {newer && section !== 'help' ? <Newer /> : view && <Opened View={view} />}
        </LabelsContext.Provider>
      </main>
    </div>
  )
}
