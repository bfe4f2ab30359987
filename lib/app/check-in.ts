/** The check-in as its screens see it: what stands now, and what each press does. */
import { computed, type ReadonlySignal } from '@preact/signals'
import { type CataloguePause, pauses } from '../content/pauses.ts'
import { feelingWords, notSureWords, type WordGroupId, wordGroups, wordTraits } from '../content/words.ts'
import * as core from '../core/check-in.ts'
import type { Place } from '../core/draft.ts'
import { findWords } from '../core/find-words.ts'
import { digitKey, type Key, letterKey } from '../core/keys.ts'
import type { Patch } from '../core/patch.ts'
import type { Far, Felt, Id, PickedWord } from '../core/records.ts'
import { problemIn } from './keeper.ts'
import { createNote, type Note } from './note.ts'
import { createOffer, type Offer } from './offer.ts'
import { type CheckInPorts, createOpenCheckIn, type OpenCheckIn } from './open-check-in.ts'
import { createPauseRun, type PauseRun } from './pause-run.ts'
import type { StoreProblem } from './ports.ts'

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

/** What stands between the person and their kept answers. */
export type CheckInProblem = { readonly problem: StoreProblem; readonly doing: 'open' | 'save' }

export type CheckInModel = {
  readonly open: OpenCheckIn
  readonly pause: PauseRun
  readonly offer: Offer
  readonly note: Note
  readonly felt: ReadonlySignal<core.FeltAnswer>
  readonly words: ReadonlySignal<WordsView>
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
  /** True when the key was an answer. */
  pressKey(key: Key): boolean
  /** Not now, stop, or done, by where it is pressed. */
  escape(): Promise<void>
  toggleWord(id: Id): void
  toggleGuess(id: Id): void
  findWord(text: string): void
  openGroup(id: Id | null): void
  /** Opens the question about felt again. */
  changeFelt(): void
  next(): void
  back(): void
  /** Another pause, or all of them where the rules leave no other. */
  another(): Promise<void>
  showPauses(): void
  showMore(more: boolean): void
  pauseFirst(): void
  /** Ends here; the popup is left once everything is kept. Where something cannot be, it is left when asked twice. */
  done(): Promise<void>
  /** The same; the nudge machine hears of it at once. */
  notNow(): Promise<void>
}

export const createCheckIn = (ports: CheckInPorts): CheckInModel => {
  const open = createOpenCheckIn(ports)
  const { draft, record, move } = open
  const pause = createPauseRun(open, ports)
  const offer = createOffer(open, ports)
  const note = createNote(open, ports)
  const felt = computed(() => core.feltAnswer(record.value))
  const problem = computed(() => {
    const unkept = problemIn(open.keeper.keeping.value)
    const found = unkept ?? open.trouble.value
    return found && ({ problem: found, doing: unkept ? 'save' : 'open' } as const)
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
  let refused = false

  const goTo = (place: Place) => {
    const openGroup = place === 'words' && core.feltIsLow(record.value) ? 'quiet-far' : null
    move({ place, openGroup, find: '', scroll: 0 })
    if (place === 'offer') void offer.make()
  }

  const after = (question: core.Question) => goTo(core.questionAfter(question, record.value, wordTraits))

  /** A pause that suits other answers may not suit these. */
  const answer = (patch: Patch) => {
    refused = false
    void open.answer(patch)
    move({ offer: null, passedOver: [] })
  }

  const answerFelt = (given: Felt | 'cant-tell') => {
    answer(core.answerFelt(record.value, given))
    after('felt')
  }

  const answerFar = (far: Far) => {
    answer(core.answerFar(record.value, far))
    after('far')
  }

  const leaveWhenKept = async (notNow = false) => {
    await note.keep()
    const unkept = problemIn(await open.keeper.tryAgain())
    const stays = unkept !== null || draft.value.note !== null
    // What cannot be kept stays on screen, until the person leaves it a second time; a newer history takes nothing anyway.
    if (stays && !refused && unkept?.kind !== 'newer') {
      refused = true
      return
    }
    const answered = draft.value.checkInId !== null
    if (!stays) await open.close()
    ports.leave({ notNow, answered, status: open.status() })
  }

  const pressDigit = (digit: number): boolean => {
    const place = draft.value.place
    const question = place === 'after' ? 'felt' : place === 'felt' || place === 'far' ? place : null
    const meaning = core.digitAnswers(question, digit, feltKey, open.now())
    feltKey = meaning?.scale === 'felt' ? { digit, at: open.now() } : null
    if (meaning?.scale === 'felt' && place === 'after') pause.answerAfter(meaning.value)
    else if (meaning?.scale === 'felt') answerFelt(meaning.value)
    if (meaning?.scale === 'far') answerFar(meaning.value)
    return meaning !== null
  }

  /** Keys of the first question besides the digits. */
  const feltKeys: { readonly [key: string]: () => void } = {
    X: () => answerFelt(10),
    End: () => answerFelt(10),
    Home: () => answerFelt(0),
    T: () => answerFelt('cant-tell'),
    P: () => pause.start('look-up'),
  }

  const notNow = async () => {
    void open.tell({ kind: 'not-now', reason: null })
    await leaveWhenKept(true)
  }

  return {
    open,
    pause,
    offer,
    note,
    felt,
    words,
    problem,
    pauses,
    begin: async () => {
      if (await open.begin()) pause.pickUp()
    },
    warmUp: () => void open.sessions(),
    answerFelt,
    cantTell: () => answerFelt('cant-tell'),
    answerFar,
    pressKey: key => {
      if (problem.value?.problem.kind === 'newer') return false
      const digit = digitKey(key)
      if (digit !== null) return pressDigit(digit)
      const action = draft.value.place === 'felt' ? feltKeys[letterKey(key) ?? key.key] : undefined
      action?.()
      return action !== undefined
    },
    escape: async () => {
      if (draft.value.place === 'pause') pause.stop()
      else await (draft.value.place === 'felt' ? notNow() : leaveWhenKept())
    },
    toggleWord: id => answer({ words: core.toggleWord(record.value.words, id) }),
    toggleGuess: id => void open.answer({ words: core.toggleGuess(record.value.words, id) }),
    findWord: find => move({ find }),
    openGroup: openGroup => move({ openGroup }),
    changeFelt: () => goTo('felt'),
    next: () => {
      const place = draft.value.place
      if (place === 'felt' || place === 'far' || place === 'words') after(place)
      else goTo('offer')
    },
    back: () => goTo('offer'),
    another: async () => {
      const passedOver = draft.value.offer?.pauseId
      await offer.another()
      if (draft.value.offer?.pauseId === passedOver) goTo('pauses')
    },
    showPauses: () => goTo('pauses'),
    showMore: more => move({ more }),
    pauseFirst: () => pause.start('look-up'),
    done: () => leaveWhenKept(),
    notNow,
  }
}
