/** The page model of the Help card: one line on Today, and the card itself on "Talk to someone". */
import { type ReadonlySignal, signal } from '@preact/signals'
import {
  type HelpReason,
  type HelpSaid,
  helpFrom,
  helpReason,
  helpTurn,
  worseInARow,
} from '../core/help-card.ts'
import { momentOf } from '../core/time.ts'
import type { Changes, Clock, Records, SettingsStore, Slot } from './ports.ts'

export type HelpCard = {
  /** null where there is nothing to say. */
  readonly reason: ReadonlySignal<HelpReason | null>
  /** What was answered to its one question; kept nowhere. */
  readonly answer: ReadonlySignal<'yes' | 'no' | 'rather-not' | null>
  /** It was put away for good, a moment ago. */
  readonly ended: ReadonlySignal<boolean>
  /**
   * Reads whether it may be said; what cannot be read is no reason for a word. Saying it for the first time is kept, so that it is said on
   * one day of fourteen; `follows` looks whether it stands there today, and keeps nothing.
   */
  load(how: 'begins' | 'follows'): Promise<void>
  reply(answer: 'yes' | 'no' | 'rather-not'): void
  /** Until it is worth saying again. */
  putAway(): Promise<void>
  /** For good; back on in Settings. */
  never(): Promise<void>
  /** The person says at the card of Learn that it is so for them: it is said today, where that is not switched off. */
  ask(): Promise<void>
}

type Needs = {
  readonly records: Pick<Records, 'days' | 'page' | 'all'>
  readonly settings: Pick<SettingsStore, 'read' | 'change'>
  readonly said: Slot<HelpSaid>
  /** Whether the season of Patterns is claimed as lower in winter, and the latest two winters were. */
  readonly winterTwice: () => Promise<boolean>
  readonly clock: Clock
  readonly changes: Changes
}

export const createHelpCard = (needs: Needs): HelpCard => {
  const { records, settings, said, winterTwice, clock, changes } = needs
  const reason = signal<HelpReason | null>(null)
  const answer = signal<HelpCard['answer']['value']>(null)
  const ended = signal(false)
  const today = () => momentOf(clock.now()).day

  const find = async (): Promise<HelpReason | null> => {
    const day = today()
    const [days, sessions, markers] = await Promise.all([
      records.days(helpFrom(day), day, { words: true }),
      records.page('sessions', { limit: worseInARow }),
      records.all('markers'),
    ])
    if (!days.ok || !sessions.ok || !markers.ok) return null
    const facts = { today: day, days: days.value, sessions: sessions.value, markers: markers.value }
    return helpReason({ ...facts, winterTwice: await winterTwice() })
  }

  const read = async (how: 'begins' | 'follows'): Promise<HelpReason | null> => {
    if (!(await settings.read()).helpCard) return null
    const last = await said.read()
    const turn = helpTurn(last, today())
    if (turn === 'not' || (turn === 'due' && how === 'follows')) return null
    if (turn === 'now' && last?.asked) return { kind: 'who-i-am' }
    const found = await find()
    if (found && turn === 'due') await said.write({ day: today(), done: false, asked: false })
    return found
  }

  /** Where it cannot be kept, it is said again with the next page. */
  const keepDone = () => said.write({ day: today(), done: true, asked: false }).catch(() => {})

  return {
    reason,
    answer,
    ended,
    load: async how => {
      ended.value = false
      answer.value = null
      reason.value = await read(how).catch(() => null)
    },
    reply: given => {
      answer.value = given
    },
    putAway: async () => {
      reason.value = null
      await keepDone()
    },
    never: async () => {
      reason.value = null
      ended.value = true
      await keepDone()
      try {
        await settings.change(current => ({ ...current, helpCard: false }))
        changes.announce('settings')
      } catch {
        ended.value = false
      }
    },
    ask: async () => {
      await said.write({ day: today(), done: false, asked: true }).catch(() => {})
    },
  }
}
