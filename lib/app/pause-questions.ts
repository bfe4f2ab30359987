/** Two questions after a pause, each asked once: what pauses are for, and whether quiet ones may come in between to compare. */
import { computed, effect, type ReadonlySignal, signal, untracked } from '@preact/signals'
import { wordTraits } from '../content/words.ts'
import { isFar } from '../core/check-in.ts'
import { type PauseGoal, pauseGoals } from '../core/pause-goal.ts'
import { type PauseQuestion, pauseQuestion } from '../core/pause-question.ts'
import type { PauseSettings } from '../core/settings.ts'
import type { OpenCheckIn } from './check-in-types.ts'
import type { PauseRun } from './pause-run.ts'
import type { Changes, CheckInRecords, SettingsStore } from './ports.ts'

export type PauseQuestions = {
  /** The one that stands on the screen after a pause; null where none does. */
  readonly asks: ReadonlySignal<PauseQuestion | null>
  readonly goals: readonly PauseGoal[]
  /** The answer that was given here; null before. */
  readonly goal: ReadonlySignal<PauseGoal | null>
  readonly compare: ReadonlySignal<boolean | null>
  /** The answer could not be kept. */
  readonly failed: ReadonlySignal<boolean>
  answerGoal(goal: PauseGoal): Promise<void>
  answerCompare(compare: boolean): Promise<void>
}

export type PauseQuestionsNeeds = {
  readonly open: Pick<OpenCheckIn, 'draft' | 'record'>
  readonly after: PauseRun['after']
  readonly records: Pick<CheckInRecords, 'page'>
  readonly settings: Pick<SettingsStore, 'read' | 'change'>
  readonly changes: Pick<Changes, 'announce'>
}

/** No question needs to know of more. */
const sessionsCounted = 11

export const createPauseQuestions = (needs: PauseQuestionsNeeds): PauseQuestions => {
  const { open, after, records, settings, changes } = needs
  const wishes = signal<PauseSettings | null>(null)
  const pauses = signal(0)
  const goal = signal<PauseGoal | null>(null)
  const compare = signal<boolean | null>(null)
  const failed = signal(false)
  const owner = () => open.draft.value.newId ?? open.draft.value.checkInId ?? ''

  const keep = async (change: (current: PauseSettings) => Partial<PauseSettings>): Promise<boolean> => {
    try {
      const kept = await settings.change(all => ({
        ...all,
        pauses: { ...all.pauses, ...change(all.pauses) },
      }))
      wishes.value = kept.pauses
      changes.announce('settings')
      return true
    } catch {
      return false
    }
  }

  const asks = computed((): PauseQuestion | null => {
    if (open.draft.value.place !== 'after' || !wishes.value) return null
    const { far, words } = open.record.value
    return pauseQuestion({
      pauses: pauses.value,
      owner: owner(),
      wishes: wishes.value,
      answered: { goal: goal.value !== null, compare: compare.value !== null },
      gentle: after.value?.ease === 'worse' || isFar(far) || words.some(({ id }) => wordTraits(id).hard),
    })
  })

  let read = ''
  const load = async () => {
    const [kept, found] = await Promise.all([
      settings.read().catch(() => null),
      records.page('sessions', { limit: sessionsCounted }),
    ])
    if (!kept || !found.ok) return
    const { sessionId } = open.draft.value
    // Of this one it may not be known yet.
    pauses.value = found.value.length + Number(!found.value.some(({ id }) => id === sessionId))
    wishes.value = kept.pauses
  }
  effect(() => {
    const { place, sessionId } = open.draft.value
    if (place !== 'after' || sessionId === null || sessionId === read) return
    read = sessionId
    goal.value = null
    compare.value = null
    untracked(() => void load())
  })

  // Once it stood there it was asked. A "worse" takes it away before anybody could answer: then it comes another time.
  let shown: PauseQuestion | null = null
  const note = (question: PauseQuestion, at: string | null) =>
    void keep(({ askedIn }) => ({ askedIn: { ...askedIn, [question]: at } }))
  effect(() => {
    const now = asks.value
    const isWorse = after.value?.ease === 'worse'
    untracked(() => {
      if (now !== null && wishes.value?.askedIn[now] === null) note(now, owner())
      if (now === null && shown !== null && isWorse && !goal.value && compare.value === null)
        note(shown, null)
      shown = now
    })
  })

  return {
    asks,
    goals: pauseGoals,
    goal,
    compare,
    failed,
    answerGoal: async chosen => {
      goal.value = chosen
      failed.value = !(await keep(() => ({ goal: chosen })))
    },
    answerCompare: async chosen => {
      compare.value = chosen
      failed.value = !(await keep(() => ({ compare: chosen })))
    },
  }
}
