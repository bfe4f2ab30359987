/** The check-in as its screens see it: what stands now, and what each press does. */
import { computed, type ReadonlySignal } from '@preact/signals'
import { pauses } from '../content/pauses.ts'
import { wordTraits } from '../content/words.ts'
import * as core from '../core/check-in.ts'
import type { Place } from '../core/draft.ts'
import { recommend } from '../core/recommend.ts'
import type { Far, Felt, Id } from '../core/records.ts'
import { problemIn } from './keeper.ts'
import { type CheckInPorts, createOpenCheckIn, type OpenCheckIn } from './open-check-in.ts'
import { createPauseRun, type PauseRun } from './pause-run.ts'

/** How long typing rests before the note is kept. */
const noteRests = 400

export type CheckInModel = {
  readonly open: OpenCheckIn
  readonly pause: PauseRun
  readonly felt: ReadonlySignal<core.FeltAnswer>
  /** The note as it stands in the field. */
  readonly note: ReadonlySignal<string>
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
  const note = computed(() => draft.value.note ?? record.value.note)
  let feltKey: core.FeltKey | null = null
  let stopNote = () => {}

  const offerPause = async (passedOver: readonly string[]) => {
    const answers = record.value
    const offer = recommend(
      answers,
      {
        pauses,
        sessions: await open.sessions(),
        hardWord: answers.words.some(word => wordTraits(word.id).hard),
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
    if (text === null || text.length > core.noteAtMost) return
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
    note,
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
