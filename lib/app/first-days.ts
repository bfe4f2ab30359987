/** The page model of the one line on Today that shows, in the first days, what may be of use: each thing on one day, until it is put away. */
import { type ReadonlySignal, signal } from '@preact/signals'
import { type FirstFacts, type FirstThing, firstThingOn, type Said } from '../core/first-days.ts'
import { momentOf } from '../core/time.ts'
import type { Clock, SettingsStore, Slot, System } from './ports.ts'

export type FirstDays = {
  /** How the button comes into the toolbar differs by it. */
  readonly family: System['family']
  /** null where there is nothing to say. */
  readonly thing: ReadonlySignal<FirstThing | null>
  /** Never rejects: what cannot be read is no reason for a word. */
  load(): Promise<void>
  putAway(): Promise<void>
}

type Needs = {
  readonly said: Slot<Said>
  readonly settings: Pick<SettingsStore, 'read'>
  /** One small read, whatever the length of the history. */
  readonly checkIns: () => Promise<number>
  /** Whether Thaw's button stands in sight; null where the browser does not tell. */
  readonly pinned: () => Promise<boolean | null>
  readonly clock: Clock
  readonly family: System['family']
}

export const createFirstDays = ({ said, settings, checkIns, pinned, clock, family }: Needs): FirstDays => {
  const thing = signal<FirstThing | null>(null)

  const facts = async (): Promise<FirstFacts> => {
    const [{ nudges }, count, isPinned] = await Promise.all([settings.read(), checkIns(), pinned()])
    return { checkIns: count, pinned: isPinned, remindersOn: nudges.mode.kind !== 'off' }
  }

  const read = async (): Promise<FirstThing | null> => {
    const { day: on } = momentOf(clock.now())
    const before = (await said.read()) ?? {}
    const next = firstThingOn(on, await facts(), before)
    // It counts as said before it is shown, so that it never comes a second time.
    if (next !== null && before[next] === undefined)
      await said.write({ ...before, [next]: { on, away: false } })
    return next
  }

  return {
    family,
    thing,
    load: async () => {
      thing.value = await read().catch(() => null)
    },
    putAway: async () => {
      const away = thing.value
      thing.value = null
      if (away === null) return
      const { day: on } = momentOf(clock.now())
      // Where it cannot be kept, the line comes again with the next page.
      await said.write({ ...(await said.read()), [away]: { on, away: true } }).catch(() => {})
    },
  }
}
