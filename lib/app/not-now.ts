/** The page model of the screen after "not now" to a reminder: two taps about the moment, three to be asked again, all optional. */
import { type ReadonlySignal, signal } from '@preact/signals'
import { type Key, letterKey } from '../core/keys.ts'
import type { Nudges, PersonEvent } from './ports.ts'

/** What may be said: why it was no moment, or in how many minutes Thaw may ask again. */
type Afterword = 'moment' | 'today' | 5 | 15 | 60

type Choice<Word extends Afterword> = {
  readonly word: Word
  /** The letter of the key that does the same, in every language. */
  readonly key: string
}

const reasons = [
  { word: 'moment', key: 'M' },
  { word: 'today', key: 'D' },
] as const

const snoozes = [
  { word: 5, key: 'F' },
  { word: 15, key: 'Q' },
  { word: 60, key: 'H' },
] as const

export type NotNow = {
  readonly reasons: readonly Choice<'moment' | 'today'>[]
  readonly snoozes: readonly Choice<5 | 15 | 60>[]
  /** What was said last; null until something is. */
  readonly said: ReadonlySignal<Afterword | null>
  /** `told` once the background knows it, `failed` where it could not be reached. */
  readonly telling: ReadonlySignal<'nothing' | 'telling' | 'told' | 'failed'>
  /** A snooze closes once it is told; a reason stays, so that its answer can be read. */
  choose(word: Afterword): Promise<void>
  tryAgain(): Promise<void>
  /** True when the key was one of these. */
  pressKey(key: Key): boolean
  done(): void
  /** The person clicked elsewhere: closes, unless something could not be told. */
  leftAlone(): void
}

type Needs = { readonly nudges: Pick<Nudges, 'tell'>; readonly close: () => void }

const eventOf = (word: Afterword): PersonEvent =>
  typeof word === 'number' ? { kind: 'snooze', minutes: word } : { kind: 'not-now', reason: word }

export const createNotNow = ({ nudges, close }: Needs): NotNow => {
  const said = signal<Afterword | null>(null)
  const telling = signal<'nothing' | 'telling' | 'told' | 'failed'>('nothing')
  const isFree = () => telling.value === 'nothing' || telling.value === 'failed'

  const choose = async (word: Afterword): Promise<void> => {
    if (!isFree()) return
    said.value = word
    telling.value = 'telling'
    try {
      await nudges.tell(eventOf(word))
    } catch {
      telling.value = 'failed'
      return
    }
    telling.value = 'told'
    if (typeof word === 'number') close()
  }

  return {
    reasons,
    snoozes,
    said,
    telling,
    choose,
    tryAgain: async () => {
      if (said.value !== null) await choose(said.value)
    },
    pressKey: key => {
      const letter = letterKey(key)
      const choice = [...reasons, ...snoozes].find(other => other.key === letter)
      if (choice === undefined || !isFree()) return false
      void choose(choice.word)
      return true
    },
    done: close,
    leftAlone: () => {
      if (telling.value !== 'failed') close()
    },
  }
}
