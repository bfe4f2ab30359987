/** The main page: one section at a time under one row of places, with what the browser lost on top. */
import { useEffect, useMemo, useRef } from 'preact/hooks'
import type { Asking } from '../../lib/app/asking.ts'
import type { Help } from '../../lib/app/help.ts'
import type { History } from '../../lib/app/history.ts'
import type { Library } from '../../lib/app/library.ts'
import type { NextReminder } from '../../lib/app/next-reminder.ts'
import type { NudgeLog } from '../../lib/app/nudge-log.ts'
import type { NudgeTest } from '../../lib/app/nudge-test.ts'
import type { Options, Section } from '../../lib/app/options.ts'
import type { Reminders } from '../../lib/app/reminders.ts'
import type { StuckPage } from '../../lib/app/stuck-page.ts'
import type { Today } from '../../lib/app/today.ts'
import type { WordsPage } from '../../lib/app/words.ts'
import { t } from '../../lib/platform/i18n.ts'
import { HelpSection } from '../help/HelpSection.tsx'
import { HistorySection } from '../history/HistorySection.tsx'
import { LibrarySection } from '../library/LibrarySection.tsx'
import { RemindersSection } from '../nudges/RemindersSection.tsx'
import { TodaySection } from '../today/TodaySection.tsx'
import { LabelsContext } from '../words/labels.ts'
import { WordsSection } from '../words/WordsSection.tsx'
import styles from './OptionsPage.module.css'
import { Places } from './Places.tsx'
import { RecoveryNotice } from './RecoveryNotice.tsx'
import { isInSettings, SettingsPlaces } from './SettingsPlaces.tsx'

export type OptionsModels = {
  readonly options: Options
  readonly today: Today
  readonly stuck: StuckPage
  readonly history: History
  readonly library: Library
  readonly reminders: Reminders
  readonly next: NextReminder
  readonly test: NudgeTest
  readonly log: NudgeLog
  readonly words: WordsPage
  readonly asking: Asking
  readonly help: Help
}

const Opened = ({ section, models }: { readonly section: Section; readonly models: OptionsModels }) => {
  switch (section) {
    case 'today':
      return (
        <TodaySection
          model={models.today}
          next={models.next}
          stuck={models.stuck}
          past={models.history.past}
        />
      )
    case 'history':
      return <HistorySection model={models.history} spellcheck={models.options.spellcheck.value} />
    case 'pauses':
      return <LibrarySection model={models.library} />
    case 'nudges':
      return (
        <RemindersSection model={models.reminders} next={models.next} test={models.test} log={models.log} />
      )
    case 'words':
      return <WordsSection model={models.words} asking={models.asking} />
    case 'help':
      return <HelpSection model={models.help} />
  }
}

/** A history that a newer Thaw made is not opened: the page says so, and a person stays one click away. */
const Newer = () => (
  <section class={styles['newer']}>
    <h1 tabIndex={-1}>{t('err_newer')}</h1>
  </section>
)

export const OptionsPage = ({ models }: { readonly models: OptionsModels }) => {
  const { options, today, history, next, log, words, library } = models
  const labels = useMemo(
    () => ({
      word: (id: string) => words.lists.words.value.labelOf(id),
      tag: (id: string) => words.lists.tags.value.labelOf(id),
      pause: library.titleOf,
    }),
    [words, library],
  )
  const main = useRef<HTMLElement>(null)
  /** The section that the page opens with takes no focus from the browser. */
  const opened = useRef(false)
  const section = options.section.value
  const newer = [today.problem.value, history.problem.value?.problem].some(
    problem => problem?.kind === 'newer',
  )

  useEffect(() => {
    const follow = () => {
      options.go(location.hash)
    }
    addEventListener('hashchange', follow)
    return () => removeEventListener('hashchange', follow)
  }, [options])

  useEffect(() => {
    if (!opened.current) {
      opened.current = true
      return
    }
    scrollTo(0, 0)
    // A section that knows better where to begin has taken the focus there.
    if (!main.current?.contains(document.activeElement))
      main.current?.querySelector('h1')?.focus({ preventScroll: true })
  }, [section])

  useEffect(() => {
    // The next reminder and the day itself go on while the page stands in the background.
    const look = () => {
      if (document.visibilityState !== 'visible') return
      void today.load()
      void next.load()
      if (options.section.value === 'nudges') void log.load()
    }
    document.addEventListener('visibilitychange', look)
    return () => document.removeEventListener('visibilitychange', look)
  }, [today, next, log, options])

  return (
    <div class={styles['page']}>
      <Places open={section} only={newer ? 'help' : null} />
      {!newer && isInSettings(section) && <SettingsPlaces open={section} />}
      <main ref={main} class={styles['main']}>
        {options.recovery.value && (
          <RecoveryNotice recovery={options.recovery.value} onRead={() => void options.readRecovery()} />
        )}
        <LabelsContext.Provider value={labels}>
          {newer && section !== 'help' ? <Newer /> : <Opened section={section} models={models} />}
        </LabelsContext.Provider>
      </main>
    </div>
  )
}
