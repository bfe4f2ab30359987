/** The page model of the frame around all sections: which one is open, what the browser lost, how text is typed. */
import { type ReadonlySignal, signal } from '@preact/signals'
import type { Changes, Records, Recoveries, Recovery, SettingsStore } from './ports.ts'

/** The sections that exist, by the fragment that opens them. */
export const sections = [
  'today',
  'history',
  'patterns',
  'pauses',
  'reflect',
  'learn',
  'nudges',
  'words',
  'data',
  'look',
  'about',
  'help',
] as const
export type Section = (typeof sections)[number]

/** The section that a fragment such as `#history` names, or `#data-snapshots` for a part of it; Today for everything else. */
export const sectionOf = (fragment: string): Section =>
  sections.find(section => `#${section}` === fragment.split('-')[0]) ?? 'today'

export type Options = {
  readonly section: ReadonlySignal<Section>
  /** What was restored or lost and not yet read. */
  readonly recovery: ReadonlySignal<Recovery | null>
  /** A newer Thaw made the history, which this one does not open. */
  readonly newer: ReadonlySignal<boolean>
  /** The browser cannot read the history, and neither can Thaw mend it. */
  readonly unreadable: ReadonlySignal<boolean>
  /** Text fields let the browser check spelling. */
  readonly spellcheck: ReadonlySignal<boolean>
  /** Once, when the page was drawn. */
  load(): Promise<void>
  go(fragment: string): void
  /** The open section was chosen once more, which no fragment tells. */
  again(): void
  /** For a section to say how it begins anew when it is chosen once more. */
  onAgain(section: Section, begin: () => void): void
  /** Asks the history for one of its forms, now or once that section is there. */
  askForPast(): void
  askForMarker(): void
  /** Asks Patterns for the weekly look-back, now or once they are there. */
  askForLookBack(): void
  onLookBackAsked(show: () => unknown): void
  /** For the history to say how its forms begin. */
  onFormAsked(begin: { readonly past: () => unknown; readonly marker: () => unknown }): void
  /** The person has read what was restored or lost. */
  readRecovery(): Promise<void>
}

type Needs = {
  readonly records: Pick<Records, 'daySpan'>
  readonly recoveries: Recoveries
  readonly settings: Pick<SettingsStore, 'read'>
  readonly changes: Pick<Changes, 'listen'>
  /** Asks the browser to keep the storage; nobody waits for its answer. */
  readonly askToPersist: () => void
  /** The fragment that the page was opened with. */
  readonly fragment: string
}

/** What one section asks of another, which may be there later. */
const createAsking = () => {
  let asked = false
  let begin: (() => unknown) | null = null
  return {
    ask: () => {
      asked = begin === null
      begin?.()
    },
    onAsked: (answer: () => unknown) => {
      begin = answer
      if (asked) answer()
      asked = false
    },
  }
}

export const createOptions = ({
  records,
  recoveries,
  settings,
  changes,
  askToPersist,
  fragment,
}: Needs): Options => {
  const section = signal(sectionOf(fragment))
  const recovery = signal<Recovery | null>(null)
  const newer = signal(false)
  const unreadable = signal(false)
  const spellcheck = signal(false)
  const past = createAsking()
  const marker = createAsking()
  const beginnings = new Map<Section, () => void>()
  const lookBack = createAsking()

  const look = async () => {
    const span = await records.daySpan()
    newer.value = !span.ok && span.problem.kind === 'newer'
    unreadable.value = !span.ok && span.problem.kind === 'failed'
  }

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
    newer,
    unreadable,
    spellcheck,
    load: async () => {
      askToPersist()
      await Promise.all([look(), read()])
    },
    go: next => {
      section.value = sectionOf(next)
    },
    again: () => beginnings.get(section.value)?.(),
    onAgain: (of, begin) => {
      beginnings.set(of, begin)
    },
    askForPast: past.ask,
    askForMarker: marker.ask,
    askForLookBack: lookBack.ask,
    onLookBackAsked: lookBack.onAsked,
    onFormAsked: begin => {
      past.onAsked(begin.past)
      marker.onAsked(begin.marker)
    },
    readRecovery: async () => {
      recovery.value = null
      await recoveries.markRead()
    },
  }
}
