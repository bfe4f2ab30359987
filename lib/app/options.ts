/** The page model of the frame around all sections: which one is open, what the browser lost, how text is typed. */
import { type ReadonlySignal, signal } from '@preact/signals'
import type { Changes, Recoveries, Recovery, SettingsStore } from './ports.ts'

/** The sections that exist, by the fragment that opens them. */
export const sections = ['today', 'history', 'pauses', 'nudges', 'words', 'help'] as const
export type Section = (typeof sections)[number]

/** The section that a fragment such as `#history` names; Today for everything else. */
export const sectionOf = (fragment: string): Section =>
  sections.find(section => `#${section}` === fragment) ?? 'today'

export type Options = {
  readonly section: ReadonlySignal<Section>
  /** What was restored or lost and not yet read. */
  readonly recovery: ReadonlySignal<Recovery | null>
  /** Text fields let the browser check spelling. */
  readonly spellcheck: ReadonlySignal<boolean>
  /** Once, when the page was drawn. */
  load(): Promise<void>
  go(fragment: string): void
  /** The person has read what was restored or lost. */
  readRecovery(): Promise<void>
}

type Needs = {
  readonly recoveries: Recoveries
  readonly settings: Pick<SettingsStore, 'read'>
  readonly changes: Pick<Changes, 'listen'>
  /** Asks the browser to keep the storage; nobody waits for its answer. */
  readonly askToPersist: () => void
  /** The fragment that the page was opened with. */
  readonly fragment: string
}

export const createOptions = ({ recoveries, settings, changes, askToPersist, fragment }: Needs): Options => {
  const section = signal(sectionOf(fragment))
  const recovery = signal<Recovery | null>(null)
  const spellcheck = signal(false)

  const read = async () => {
    spellcheck.value = (await settings.read()).spellcheck
    recovery.value = await recoveries.unread()
  }

  // A loss is found when the database is opened, which may be after the page was drawn.
  changes.listen(topic => {
    if (topic === 'records' || topic === 'settings') void read()
  })

  return {
    section,
    recovery,
    spellcheck,
    load: () => {
      askToPersist()
      return read()
    },
    go: next => {
      section.value = sectionOf(next)
    },
    readRecovery: async () => {
      recovery.value = null
      await recoveries.markRead()
    },
  }
}
