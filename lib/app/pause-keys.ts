/** What keys do while a pause runs and after it; Escape stops it everywhere. */
import { type Key, letterKey } from '../core/keys.ts'
import type { PauseRun } from './pause-run.ts'

type Deeds = { readonly [key: string]: () => void }

export const pauseKeys = (pause: PauseRun): Deeds => ({
  N: pause.skipStep,
  B: pause.back,
  W: () => (pause.run.value?.heldSince === null ? pause.hold() : pause.goOn()),
})

export const afterKeys = (pause: PauseRun): Deeds => ({
  E: () => pause.answerEase('eased'),
  S: () => pause.answerEase('same'),
  W: () => pause.answerEase('worse'),
})

/** True when the key did something. */
export const pressIn =
  (deeds: Deeds) =>
  (key: Key): boolean => {
    const deed = deeds[letterKey(key) ?? key.key]
    deed?.()
    return deed !== undefined
  }
