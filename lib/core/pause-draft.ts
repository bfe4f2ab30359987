/** An own pause while it is being written: what stands in the fields of its form. */
import { isLoose, type Loose } from './loose.ts'
import { type OwnPauseTexts, secondsTyped, type WrittenPause } from './own-pause.ts'
import type { Id } from './records.ts'

/** `key` tells a step from the others while they change places. */
export type DraftStep = { readonly key: number; readonly text: string; readonly seconds: string }

export type PauseDraft = {
  /** null for one that was never saved. */
  readonly id: Id | null
  readonly name: string
  readonly about: string
  readonly steps: readonly DraftStep[]
}

/** Every draft there is, and which of them stands open. */
export type PauseDrafts = { readonly open: PauseDraft['id'] | 'none'; readonly drafts: readonly PauseDraft[] }

export const noDrafts: PauseDrafts = { open: 'none', drafts: [] }

/** A new one has one empty step to begin with. */
export const newPauseDraft: PauseDraft = {
  id: null,
  name: '',
  about: '',
  steps: [{ key: 1, text: '', seconds: '' }],
}

export const draftOf = (id: Id, { label, text, steps }: OwnPauseTexts): PauseDraft => ({
  id,
  name: label,
  about: text ?? '',
  steps: steps.map(({ text, seconds }, place) => ({
    key: place + 1,
    text,
    seconds: seconds === null ? '' : String(seconds),
  })),
})

export const writtenPause = ({ name, about, steps }: PauseDraft): WrittenPause => ({
  name,
  about,
  steps: steps.map(({ text, seconds }) => ({ text, seconds: secondsTyped(seconds) })),
})

/** Whether the same stands in both, whatever the keys of the steps. */
export const sameDraft = (one: PauseDraft, other: PauseDraft): boolean => {
  const said = ({ name, about, steps }: PauseDraft) =>
    JSON.stringify([name, about, steps.map(({ text, seconds }) => [text, seconds])])
  return said(one) === said(other)
}

export const addStep = (draft: PauseDraft): PauseDraft => {
  const key = 1 + Math.max(0, ...draft.steps.map(step => step.key))
  return { ...draft, steps: [...draft.steps, { key, text: '', seconds: '' }] }
}

export const removeStep = (draft: PauseDraft, key: number): PauseDraft => ({
  ...draft,
  steps: draft.steps.filter(step => step.key !== key),
})

/** One place nearer to the beginning; the first one stays. */
export const moveStepUp = (draft: PauseDraft, key: number): PauseDraft => {
  const place = draft.steps.findIndex(step => step.key === key)
  const step = draft.steps[place]
  if (step === undefined || place === 0) return draft
  return { ...draft, steps: draft.steps.toSpliced(place, 1).toSpliced(place - 1, 0, step) }
}

const text = (value: unknown): string => (typeof value === 'string' ? value : '')
const list = (value: unknown): readonly Loose[] => (Array.isArray(value) ? value.filter(isLoose) : [])

/** The drafts in whatever is stored; null where there are none. */
export const readPauseDrafts = (stored: unknown): PauseDrafts | null => {
  if (!isLoose(stored)) return null
  const drafts = list(stored['drafts']).map(draft => ({
    id: typeof draft['id'] === 'string' ? draft['id'] : null,
    name: text(draft['name']),
    about: text(draft['about']),
    steps: list(draft['steps']).map((step, place) => ({
      key: place + 1,
      text: text(step['text']),
      seconds: text(step['seconds']),
    })),
  }))
  const open = drafts.find(({ id }) => id === stored['open'])
  return drafts.length === 0 ? null : { open: open ? open.id : 'none', drafts }
}
