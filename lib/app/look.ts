/** The page model of language and look: what is chosen of both, kept for all pages, the popup, reminders and the menu. */
import { type ReadonlySignal, signal } from '@preact/signals'
import {
  isPlain,
  type Look,
  type OptionalPlace,
  optionalPlaces,
  plainLook,
  type Theme,
} from '../core/look.ts'
import { createQueue } from '../core/queue.ts'
import type { Changes, Nudges, Slot } from './ports.ts'

export type LookPage = {
  /** The languages that are there, by their folders. */
  readonly languages: readonly string[]
  /** null until it was read. */
  readonly look: ReadonlySignal<Look | null>
  /** The latest choice could not be kept. */
  readonly failed: ReadonlySignal<boolean>
  /** The page was opened anew in the language that was just chosen. */
  readonly anew: ReadonlySignal<boolean>
  load(): Promise<void>
  chooseTheme(theme: Theme | null): Promise<void>
  /** Whether that place stands in its row of places. */
  showPlace(place: OptionalPlace, shown: boolean): Promise<void>
  /** Whether single letters and signs answer. */
  answerByLetters(on: boolean): Promise<void>
  /** Opens the page anew once it is kept: every text and number on it is another one. */
  chooseLanguage(language: string | null): Promise<void>
}

export type LookNeeds = {
  readonly languages: readonly string[]
  /** Where it is kept for the worker, and for a browser whose pages forgot it. */
  readonly kept: Slot<Look>
  /** Says to the page that is opened anew why it is. */
  readonly chosen: Slot<true>
  readonly remember: (look: Look) => void
  /** Shows it on the page that is open, but for its language. */
  readonly wear: (look: Look) => void
  readonly reload: () => void
  readonly changes: Pick<Changes, 'announce'>
  readonly nudges: Pick<Nudges, 'tell'>
}

export const createLook = (needs: LookNeeds): LookPage => {
  const { kept, chosen, remember, changes, nudges } = needs
  const look = signal<Look | null>(null)
  const failed = signal(false)
  const anew = signal(false)

  const read = async () => (await kept.read()) ?? plainLook

  const put = async (change: (before: Look) => Partial<Look>): Promise<boolean> => {
    try {
      const before = await read()
      const next = { ...before, ...change(before) }
      await kept.write(isPlain(next) ? null : next)
      remember(next)
      needs.wear(next)
      look.value = next
      failed.value = false
    } catch {
      failed.value = true
    }
    return !failed.value
  }

  const inTurn = createQueue()
  /** One choice after the other: each is added to what the one before has left. */
  const keep = (change: (before: Look) => Partial<Look>): Promise<boolean> => inTurn(() => put(change))

  return {
    languages: needs.languages,
    look,
    failed,
    anew,
    load: async () => {
      try {
        look.value = await read()
        // What the browser forgot of it for pages is there again with the next one.
        remember(look.value)
        if ((await chosen.read()) === true) {
          await chosen.write(null)
          anew.value = true
        }
      } catch {
        look.value ??= plainLook
      }
    },
    chooseTheme: async theme => {
      await keep(() => ({ theme }))
    },
    showPlace: async (place, shown) => {
      await keep(({ leftOut }) => ({
        leftOut: optionalPlaces.filter(other => (other === place ? !shown : leftOut.includes(other))),
      }))
    },
    answerByLetters: async letters => {
      await keep(() => ({ letters }))
    },
    chooseLanguage: async language => {
      if (!(await keep(() => ({ language })))) return
      changes.announce('settings')
      // The menu and the button's title speak it at once; a worker that cannot be reached does so at its next start.
      await nudges.tell({ kind: 'settings-changed' }).catch(() => {})
      await chosen.write(true).catch(() => {})
      needs.reload()
    },
  }
}
