/** The folded part under the offer: what else can be said of a check-in, each answer kept as it is given. */
import { computed, effect, type ReadonlySignal, untracked } from '@preact/signals'
import {
  answerStep,
  asksMeaning,
  cantTellFirst,
  type Edit,
  editOf,
  type Meaning,
  type StepAnswer,
  toggleTag,
} from '../core/edit.ts'
import type { Id } from '../core/records.ts'
import { type TagChoices, tagChoices } from './check-in-form.ts'
import type { OpenCheckIn } from './check-in-types.ts'
import type { OwnWords } from './own-words.ts'

/** The folded part as its screen shows it. */
type MoreView = {
  readonly edit: Edit
  /** "Can't tell" stands before the steps of pleasant and energy. */
  readonly cantTellFirst: boolean
  /** "What is it to you?" stands there. */
  readonly asksMeaning: boolean
  /** The group of tags that stands open. */
  readonly openGroup: Id | null
}

/** None of these answers changes which pause fits, so the offer stays as it is. */
export type More = {
  readonly view: ReadonlySignal<MoreView>
  readonly tags: TagChoices
  /** The tags stand as the person has them, or as Thaw has them where theirs cannot be read. */
  readonly ready: ReadonlySignal<boolean>
  /** null takes the answer back. */
  answerPleasant(answer: StepAnswer): void
  answerEnergy(answer: StepAnswer): void
  answerMeaning(answer: Meaning | null): void
  /** Picks a tag, or takes it out again. */
  toggleTag(tag: Id): void
  openGroup(group: Id | null): void
}

export const createMore = (
  { draft, record, move, answer }: OpenCheckIn,
  own: Pick<OwnWords, 'tags' | 'ready' | 'problem' | 'load'>,
): More => {
  const view = computed(() => {
    const edit = editOf(record.value)
    return {
      edit,
      cantTellFirst: cantTellFirst(edit),
      asksMeaning: asksMeaning(edit),
      openGroup: draft.value.openGroup,
    }
  })
  const ready = computed(() => own.ready.value || own.problem.value !== null)
  const load = () => {
    if (!own.ready.value) void own.load()
  }
  const isOpen = computed(() => draft.value.place === 'offer' && draft.value.more)
  effect(() => {
    if (isOpen.value) untracked(load)
  })

  return {
    view,
    tags: tagChoices({ tags: () => own.tags.value }),
    ready,
    answerPleasant: given => void answer(answerStep(record.value, 'pleasant', given)),
    answerEnergy: given => void answer(answerStep(record.value, 'energy', given)),
    answerMeaning: meaning => void answer({ meaning }),
    toggleTag: tag => void answer({ tags: toggleTag(record.value.tags, tag) }),
    openGroup: group => move({ openGroup: group }),
  }
}
