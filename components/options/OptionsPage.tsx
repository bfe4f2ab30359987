/** The frame of the main page: the places, and the one section that is open. */
import type { ReadonlySignal } from '@preact/signals'
import type { ComponentChildren } from 'preact'
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks'
import type { LockState } from '../../lib/app/lock-ports.ts'
import type { Options } from '../../lib/app/options.ts'
import { t } from '../../lib/platform/i18n.ts'
import { SpellingContext } from '../ui/spelling.ts'
import { useLoaded } from '../ui/use-loaded.ts'
import { type Labels, LabelsContext } from '../words/labels.ts'
import { InnerPlaces } from './InnerPlaces.tsx'
import { NotLoaded } from './NotLoaded.tsx'
import styles from './OptionsPage.module.css'
import { Places } from './Places.tsx'
import { RecoveryNotice } from './RecoveryNotice.tsx'
import type { SectionLoader, Sections, SectionView } from './sections.ts'

/** The lock as the frame sees it. */
export type FrameLock = {
  readonly state: ReadonlySignal<LockState>
  readonly lockNow: () => void
  /** Brings what stands in place of every section but help while it is locked. */
  readonly loadScreen: SectionLoader
}

type Props = {
  readonly options: Options
  readonly labels: Labels
  readonly sections: Sections
  /** Not there where the history is made up. */
  readonly lock?: ReadonlySignal<FrameLock | null> | undefined
  /** Stands above everything, whatever is open. */
  readonly banner?: ComponentChildren
}

const noScreen: SectionLoader = async () => () => null

/** A history that a newer Thaw made is not opened: the page says so, and a person stays one click away. */
const Newer = () => (
  <>
    <h1 tabIndex={-1}>{t('err_newer_title')}</h1>
    <p>{t('err_newer_more')}</p>
  </>
)

/** What can still be read of it can be saved. */
const Unreadable = () => (
  <p>
    <a href="#data">{t('rescue_lead')}</a>
  </p>
)

const Opened = ({ View }: { readonly View: SectionView }) => (View === 'failed' ? <NotLoaded /> : <View />)

export const OptionsPage = ({ options, labels, sections, lock: frame, banner }: Props) => {
  const main = useRef<HTMLElement>(null)
  /** The section that the page opens with takes no focus from the browser. */
  const opened = useRef(false)
  const section = options.section.value
  const newer = options.newer.value
  const lock = frame?.value
  const state = lock?.state.value ?? 'none'
  const locked = state === 'locked' && section !== 'help'
  const screen = useLoaded(lock?.loadScreen ?? noScreen, locked)
  const view = locked ? screen : sections.views.value.get(section)
  const isThere = view !== undefined && view !== null

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
    if (!locked) void sections.load(section)
  }, [sections, section, locked])

  // Before a section takes the focus, and with it what is in sight, to somewhere else.
  useLayoutEffect(() => {
    if (isThere && opened.current) scrollTo(0, 0)
  }, [section, isThere, locked])

  useEffect(() => {
    if (!isThere) return
    if (!opened.current) {
      opened.current = true
      return
    }
    // A section that knows better where to begin has taken the focus there.
    if (!main.current?.contains(document.activeElement))
      main.current?.querySelector('h1')?.focus({ preventScroll: true })
  }, [section, isThere, locked])

  return (
    <div class={styles['page']}>
      {banner}
      <Places
        open={section}
        only={newer ? 'help' : null}
        onAgain={options.again}
        onLock={state === 'unlocked' ? lock?.lockNow : undefined}
      />
      {!newer && state !== 'locked' && <InnerPlaces open={section} />}
      <main ref={main} class={styles['main']}>
        {options.recovery.value && state !== 'locked' && (
          <RecoveryNotice recovery={options.recovery.value} onRead={() => void options.readRecovery()} />
        )}
        {options.unreadable.value && state !== 'locked' && section !== 'data' && <Unreadable />}
        <LabelsContext.Provider value={labels}>
          <SpellingContext.Provider value={options.spellcheck.value}>
            {newer && section !== 'help' ? <Newer /> : view && <Opened View={view} />}
          </SpellingContext.Provider>
        </LabelsContext.Provider>
      </main>
    </div>
  )
}
