/** Looks at what a person wrote, once it is kept, and offers someone to talk to, at most once a day. Nothing about the text is kept. */
import { type ReadonlySignal, signal } from '@preact/signals'
import { newTexts } from '../core/free-texts.ts'
import type { PhraseMatch } from '../core/phrases.ts'
import type { StoreName } from '../core/records.ts'
import { type Day, momentOf } from '../core/time.ts'
import type { Clock, SettingsStore, Slot } from './ports.ts'

/** Told of a record that was kept, with how it stood before; null where it was not there. Never throws. */
export type LookAtText = (store: StoreName, before: object | null, after: object | null) => void

export type TextWatch = {
  /** The offer stands there. */
  readonly shown: ReadonlySignal<boolean>
  /** Never throws and never waits: whatever goes wrong here holds up nobody. */
  readonly look: LookAtText
  /** Resolves once everything that was given to look at was looked at. */
  settled(): Promise<unknown>
  putAway(): void
}

type Needs = {
  readonly settings: Pick<SettingsStore, 'read'>
  /** The day on which it was last offered. */
  readonly shownOn: Slot<Day>
  readonly clock: Clock
  /** Brings the phrases; asked for once something was written. */
  readonly loadMatch: () => Promise<PhraseMatch>
}

export const createTextWatch = ({ settings, shownOn, clock, loadMatch }: Needs): TextWatch => {
  const shown = signal(false)
  let looking: Promise<unknown> = Promise.resolve()

  const read = async (texts: readonly string[]) => {
    if (!(await settings.read()).noteCard) return
    const { day } = momentOf(clock.now())
    if ((await shownOn.read()) === day) return
    const matches = await loadMatch()
    if (shown.value || !texts.some(matches)) return
    shown.value = true
    await shownOn.write(day)
  }

  return {
    shown,
    look: (store, before, after) => {
      const texts = newTexts(store, before, after)
      if (texts.length === 0 || shown.value) return
      looking = Promise.all([looking, read(texts).catch(() => {})])
    },
    settled: () => looking,
    putAway: () => {
      shown.value = false
    },
  }
}
