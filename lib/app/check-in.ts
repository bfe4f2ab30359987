/** The check-in as its screens see it: what stands now, and what each press does. */
import { computed, type ReadonlySignal } from '@preact/signals'
import { type CataloguePause, pauseById, pauses } from '../content/pauses.ts'
import { feelingWords, notSureWords, type WordGroupId, wordGroups, wordTraits } from '../content/words.ts'
import * as core from '../core/check-in.ts'
import type { Place } from '../core/draft.ts'
import { findWords } from '../core/find-words.ts'
import { type OfferReason, recommend } from '../core/recommend.ts'
import type { Far, Felt, Id, PickedWord } from '../core/records.ts'
import { problemIn } from './keeper.ts'
import { type CheckInPorts, createOpenCheckIn, type OpenCheckIn } from './open-check-in.ts'
import { createPauseRun, type PauseRun } from './pause-run.ts'
import type { StoreProblem } from './ports.ts'

/** How long typing rests before the note is kept. */
const noteRests = 400

/** The words as their screen shows them. */
export type WordsView = {
  readonly picked: readonly PickedWord[]
  /** No further word fits. */
  readonly full: boolean
  readonly find: string
  /** What was found; null while nothing is sought. */
  readonly found: readonly Id[] | null
  readonly groups: readonly { readonly id: WordGroupId; readonly words: readonly Id[] }[]
  readonly openGroup: Id | null
  readonly notSure: readonly Id[]
}

export type OfferView = {
  readonly pause: CataloguePause
  readonly reason: OfferReason | null
  /** A hard word was picked: a person to talk to stands beside the pause, as large as it. */
  readonly besidePerson: boolean
}

export type NoteView = {
  /** The note as it stands in the field. */
  readonly text: string
  readonly tooLong: boolean
}

/** What stands between the person and their kept answers. */
export type CheckInProblem = { readonly problem: StoreProblem; readonly doing: 'open' | 'save' }

export type CheckInModel = {
  readonly open: OpenCheckIn
  readonly pause: PauseRun
  readonly felt: ReadonlySignal<core.FeltAnswer>
  readonly words: ReadonlySignal<WordsView>
  /** Null while it is chosen. */
  readonly offer: ReadonlySignal<OfferView | null>
  readonly note: ReadonlySignal<NoteView>
  readonly problem: ReadonlySignal<CheckInProblem | null>
  /** Every pause, to be picked by hand. */
  readonly pauses: readonly CataloguePause[]
  /** Goes on where an earlier popup was, or begins anew; to be awaited before the first picture. */
  begin(): Promise<void>
  /** Reads what the offer will need, and finds out early whether the history can be read. */
  warmUp(): void
  answerFelt(answer: Felt | 'cant-tell'): void
  cantTell(): void
  answerFar(far: Far): void
  /** True when the digit was an answer. */
  pressDigit(digit: number): boolean
  toggleWord(id: Id): void
  toggleGuess(id: Id): void
  findWord(text: string): void
  openGroup(id: Id | null): void
  typeNote(text: string): void
  /** Opens the question about felt again. */
  changeFelt(): void
  next(): void
  back(): void
  another(): void
  showPauses(): void
  showMore(more: boolean): void
  pauseFirst(): void
  /** Remembers how far the screen was scrolled. */
  scrollTo(top: number): void
  /** Tries once more to keep what could not be kept, or to read what could not be read. */
  tryAgain(): void
  /** Ends here; the popup closes once everything is kept. */
  done(): Promise<void>
  notNow(): Promise<void>
}

export const createCheckIn = (ports: CheckInPorts): CheckInModel => {
  const open = createOpenCheckIn(ports)
  const { draft, record, move } = open
  const pause = createPauseRun(open, ports)
  const felt = computed(() => core.feltAnswer(record.value))
  const note = computed(() => {
    const text = draft.value.note ?? record.value.note
    return { text, tooLong: text.length > core.noteAtMost }
  })
  const problem = computed(() => {
    const unkept = problemIn(open.keeper.keeping.value)
    const found = unkept ?? open.trouble.value
    return found && ({ problem: found, doing: unkept ? 'save' : 'open' } as const)
  })
  const hardWord = () => record.value.words.some(word => wordTraits(word.id).hard)
  const offer = computed(() => {
    const { offer: made } = draft.value
    const offered = made && pauseById(made.pauseId)
    return offered && { pause: offered, reason: made.reason, besidePerson: hardWord() }
  })
  const labelled = feelingWords.map(id => ({ id, label: ports.wordLabel(id) }))
  const words = computed(() => {
    const { find, openGroup } = draft.value
    const picked = record.value.words
    return {
      picked,
      full: picked.length >= core.wordsAtMost,
      find,
      found: findWords(find, labelled, ports.locale()),
      groups: wordGroups,
      openGroup,
      notSure: notSureWords,
    }
  })
  let feltKey: core.FeltKey | null = null
  let stopNote = () => {}

  const offerPause = async (passedOver: readonly string[]) => {
    const answers = record.value
    const offer = recommend(
      answers,
      {
        pauses,
        sessions: await open.sessions(),
        hardWord: hardWord(),
        passedOver,
      },
      ports.chance.next(),
    )
    move({ offer, passedOver })
  }

  const goTo = (place: Place) => {
    const openGroup = place === 'words' && core.feltIsLow(record.value) ? 'quiet-far' : null
    move({ place, openGroup, find: '', scroll: 0 })
    if (place === 'offer' && draft.value.offer === null) void offerPause([])
  }

  const after = (question: core.Question) => goTo(core.questionAfter(question, record.value, wordTraits))

  const keepNote = async () => {
    stopNote()
    const text = draft.value.note
    if (text === null || note.value.tooLong) return
    const kept = await open.answer(current => ({ ...current, note: text }))
    if (kept === 'kept' && draft.value.note === text) move({ note: null })
  }

  const answerFelt = (answer: Felt | 'cant-tell') => {
    void open.answer(current => core.answerFelt(current, answer))
    // A pause that suits another answer may not suit this one.
    move({ offer: null })
    after('felt')
  }

  const answerFar = (far: Far) => {
    void open.answer(current => core.answerFar(current, far))
    move({ offer: null })
    after('far')
  }

  const leaveWhenKept = async () => {
    await keepNote()
    const kept = await open.keeper.tryAgain()
    // A note that is too long, or an answer that is not kept, stays on screen.
    if (problemIn(kept) || draft.value.note !== null) return
    await open.close()
    ports.leave()
  }

  return {
    open,
    pause,
    felt,
    words,
    offer,
    note,
    problem,
    pauses,
    begin: async () => {
      if (await open.begin()) pause.pickUp()
    },
    warmUp: () => void open.sessions(),
    answerFelt,
    cantTell: () => answerFelt('cant-tell'),
    answerFar,
    pressDigit: digit => {
      const place = draft.value.place
      const question = place === 'after' ? 'felt' : place === 'felt' || place === 'far' ? place : null
      const meaning = core.digitAnswers(question, digit, feltKey, open.now())
      feltKey = meaning?.scale === 'felt' ? { digit, at: open.now() } : null
      if (meaning?.scale === 'felt' && place === 'after') pause.answerAfter(meaning.value)
      else if (meaning?.scale === 'felt') answerFelt(meaning.value)
      if (meaning?.scale === 'far') answerFar(meaning.value)
      return meaning !== null
    },
    toggleWord: id => {
      void open.answer(current => ({ ...current, words: core.toggleWord(current.words, id) }))
      move({ offer: null })
    },
    toggleGuess: id =>
      void open.answer(current => ({ ...current, words: core.toggleGuess(current.words, id) })),
    findWord: find => move({ find }),
    openGroup: openGroup => move({ openGroup }),
    typeNote: text => {
      move({ note: text })
      stopNote()
      stopNote = ports.later(noteRests, () => void keepNote())
    },
    changeFelt: () => goTo('felt'),
    next: () => {
      const place = draft.value.place
      if (place === 'felt' || place === 'far' || place === 'words') after(place)
      else goTo('offer')
    },
    back: () => goTo('offer'),
    another: () => {
      const { offer, passedOver } = draft.value
      void offerPause(offer ? [...passedOver, offer.pauseId] : passedOver)
    },
    showPauses: () => goTo('pauses'),
    showMore: more => move({ more }),
    pauseFirst: () => pause.start('look-up'),
    scrollTo: scroll => move({ scroll }),
    tryAgain: () => void open.tryAgain(),
    done: leaveWhenKept,
    notNow: async () => {
      await open.tell({ kind: 'not-now', reason: null })
      await leaveWhenKept()
    },
  }
}
