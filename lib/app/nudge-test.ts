/** The page model of "send one now": it asks whether a reminder was seen, and where not, what the system must allow. */
import { type ReadonlySignal, signal } from '@preact/signals'
import type { Id } from '../core/records.ts'
import { channelsOf } from '../core/settings.ts'
import type { Changes, Nudges, SettingsStore, System } from './ports.ts'

/** What is to be seen: a message of the system, or the dot alone. */
type Seen = 'message' | 'dot'

type TestStep =
  | { readonly kind: 'ready' }
  /** One stands there already, so that no other can be sent. */
  | { readonly kind: 'standing' }
  /** The worker did not answer, or sent nothing. */
  | { readonly kind: 'unheard' }
  | { readonly kind: 'asking'; readonly about: Seen }
  | { readonly kind: 'thanks' }
  /** It was not seen. `dot` says whether the dot is a way to be reminded, or became one at a press here. */
  | {
      readonly kind: 'help'
      readonly about: Seen
      readonly system: System
      readonly dot: 'off' | 'on' | 'switched-on'
    }

export type NudgeTest = {
  readonly step: ReadonlySignal<TestStep>
  send(): Promise<void>
  answer(seen: boolean): Promise<void>
  /** From now on with the dot on the button. */
  useDot(): Promise<void>
}

type Needs = {
  readonly nudges: Nudges
  readonly settings: SettingsStore
  readonly changes: Pick<Changes, 'announce'>
  /** Never rejects. */
  readonly system: () => Promise<System>
}

export const createNudgeTest = ({ nudges, settings, changes, system }: Needs): NudgeTest => {
  const step = signal<TestStep>({ kind: 'ready' })
  let sent: Id | null = null
  let busy = false

  /** One press at a time; a second one meanwhile does nothing. */
  const onePress = async (work: () => Promise<TestStep>): Promise<void> => {
    if (busy) return
    busy = true
    try {
      step.value = await work()
    } catch (error) {
      // Called off is not unheard: whoever did it has said why.
      const isCalledOff = error instanceof Error && error.name === 'AbortError'
      step.value = { kind: isCalledOff ? 'ready' : 'unheard' }
    } finally {
      busy = false
    }
  }

  /** The one that was sent goes; another that stands there by now stays. */
  const takeAway = async () => {
    const known = sent
    sent = null
    if (known === null || (await nudges.status()).shownId !== known) return
    await nudges.tell({ kind: 'not-now', reason: null })
  }

  return {
    step,
    send: () =>
      onePress(async () => {
        if ((await nudges.status()).shownId !== null) return { kind: 'standing' }
        const ways = channelsOf((await settings.read()).nudges)
        const status = await nudges.tell({ kind: 'send-now' })
        if (status.shownId === null) return { kind: 'unheard' }
        sent = status.shownId
        return { kind: 'asking', about: ways.notification ? 'message' : 'dot' }
      }),
    answer: seen =>
      onePress(async () => {
        const asked = step.value
        // What it was for is known; that it stays for its 20 minutes is no reason to say that nothing worked.
        await takeAway().catch(() => {})
        if (seen || asked.kind !== 'asking') return { kind: 'thanks' }
        const { badge } = channelsOf((await settings.read()).nudges)
        return { kind: 'help', about: asked.about, system: await system(), dot: badge ? 'on' : 'off' }
      }),
    useDot: () =>
      onePress(async () => {
        await settings.change(current => {
          const { channels } = current.nudges
          return { ...current, nudges: { ...current.nudges, channels: { ...channels, badge: true } } }
        })
        changes.announce('settings')
        // It is kept. A worker that cannot be told now reads it whenever it wakes.
        await nudges.tell({ kind: 'settings-changed' }).catch(() => {})
        return step.value.kind === 'help' ? { ...step.value, dot: 'switched-on' } : step.value
      }),
  }
}
