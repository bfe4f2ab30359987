/** The page model of the next reminder: what comes, as it will really be, and what the person can do about it. */
import { computed, type ReadonlySignal, signal } from '@preact/signals'
import { type Instant, isDay } from '../core/time.ts'
import { type NextLine, nextLine, turnOf } from './next-line.ts'
import type { Changes, Clock, Later, NudgeStatus, Nudges, PersonEvent, SettingsStore } from './ports.ts'
import { createReread } from './reread.ts'

export type NextReminder = {
  /** null until it is known, `unknown` where the worker did not answer. */
  readonly line: ReadonlySignal<NextLine | { readonly kind: 'unknown' } | null>
  /** Several in a row had no answer, so half as many come. */
  readonly fewer: ReadonlySignal<boolean>
  /** Times of day around which fewer come, as minutes after midnight. */
  readonly badMinutes: ReadonlySignal<readonly number[]>
  /** The last thing that was pressed could not be told to the worker, or not be kept. */
  readonly unheard: ReadonlySignal<boolean>
  load(): Promise<void>
  awayForAnHour(): Promise<void>
  awayUntilTomorrow(): Promise<void>
  /** False where `day` is no day after today; then nothing changes. */
  awayUntil(day: string): Promise<boolean>
  comeBack(): Promise<void>
  /** After Thaw went quiet: reminders as before, or none any more. */
  startAgain(): Promise<void>
  stayQuiet(): Promise<void>
  forgetBadMoment(minute: number): Promise<void>
}

type Needs = {
  readonly nudges: Nudges
  readonly settings: Pick<SettingsStore, 'change'>
  readonly changes: Changes
  readonly clock: Clock
  readonly later: Later
}

type Known = { readonly status: NudgeStatus; readonly asked: Instant; readonly now: Temporal.ZonedDateTime }

export const createNextReminder = ({ nudges, settings, changes, clock, later }: Needs): NextReminder => {
  const known = signal<Known | 'unknown' | null>(null)
  const unheard = signal(false)
  let callOff = () => {}

  /** One timer, for the moment at which the line becomes untrue; the page wakes nobody in between. */
  const show = (status: NudgeStatus, asked: Instant) => {
    const now = clock.now()
    known.value = { status, asked, now }
    callOff()
    const turn = turnOf(status.next, now, asked)
    if (turn === null) {
      callOff = () => {}
      return
    }
    const milliseconds = Math.max(1, turn.at - now.epochMilliseconds)
    callOff = later(milliseconds, () => {
      if (turn.ask) void load()
      else show(status, asked)
    })
  }

  const load = createReread(async () => {
    try {
      const status = await nudges.status()
      unheard.value = false
      show(status, clock.now().epochMilliseconds)
    } catch {
      callOff()
      callOff = () => {}
      known.value = 'unknown'
    }
  })

  const tell = async (event: PersonEvent): Promise<void> => {
    try {
      const status = await nudges.tell(event)
      unheard.value = false
      show(status, clock.now().epochMilliseconds)
    } catch {
      unheard.value = true
    }
  }

  changes.listen(topic => {
    if (topic === 'nudge' || topic === 'settings') void load()
  })

  const status = computed(() => {
    const value = known.value
    return value === null || value === 'unknown' ? null : value.status
  })

  return {
    line: computed(() => {
      const value = known.value
      if (value === 'unknown') return { kind: 'unknown' }
      return value && nextLine(value.status.next, value.now, value.asked)
    }),
    fewer: computed(() => status.value?.fewer ?? false),
    badMinutes: computed(() => status.value?.badMinutes ?? []),
    unheard,
    load,
    awayForAnHour: () => tell({ kind: 'away', until: 'hour' }),
    awayUntilTomorrow: () => tell({ kind: 'away', until: 'tomorrow' }),
    awayUntil: async day => {
      if (!isDay(day) || day <= clock.now().toPlainDate().toString()) return false
      await tell({ kind: 'away', until: { day } })
      return true
    },
    comeBack: () => tell({ kind: 'back' }),
    startAgain: () => tell({ kind: 'start-again' }),
    stayQuiet: async () => {
      try {
        await settings.change(current => ({
          ...current,
          nudges: { ...current.nudges, mode: { kind: 'off' } },
        }))
      } catch {
        unheard.value = true
        return
      }
      changes.announce('settings')
      await tell({ kind: 'settings-changed' })
    },
    forgetBadMoment: minute => tell({ kind: 'forget-bad-moments', minute }),
  }
}
