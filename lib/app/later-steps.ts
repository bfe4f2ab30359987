/** Every step of a check-in after its first question, in one piece that is loaded when the first is answered. */
import { computed, type ReadonlySignal, signal } from '@preact/signals'
import { questionAfter, type WordTraits } from '../core/check-in.ts'
import type { Place } from '../core/draft.ts'
import type { Key } from '../core/keys.ts'
import { mayBePicked } from '../core/offer-rules.ts'
import type { Id } from '../core/records.ts'
import { type BodyStep, createBodyStep } from './body-step.ts'
import type { Walk } from './check-in-types.ts'
import type { LaterPorts } from './later-ports.ts'
import type { LearnLinks } from './learn-links.ts'
import { createMore, type More } from './more.ts'
import { createNote, type Note } from './note.ts'
import { createOffer, type Offer } from './offer.ts'
import { createOwnLists, type OwnLists } from './own-lists.ts'
import { createOwnPauses, type OwnPauses } from './own-pauses.ts'
import { createOwnWords, type OwnWords } from './own-words.ts'
import { afterKeys, pauseKeys, pressIn } from './pause-keys.ts'
import { createPausePicks, type PausePicks } from './pause-picks.ts'
import { createPauseQuestions, type PauseQuestions } from './pause-questions.ts'
import { createPauseRun, type PauseRun } from './pause-run.ts'
import { createQuiet, type Quiet } from './quiet.ts'
import { createStuckStep, type StuckStep } from './stuck-step.ts'
import type { TextWatch } from './text-watch.ts'
import { watchedCheckIn } from './watched-check-in.ts'
import { watchedRecords } from './watched-records.ts'
import { createWordsStep, type WordsStep } from './words-step.ts'

export type LaterSteps = {
  /** The person's words and tags, read once they are shown. */
  readonly own: OwnWords
  readonly words: WordsStep
  readonly body: BodyStep
  readonly offer: Offer
  /** What stands folded under the offer. */
  readonly more: More
  readonly note: Note
  readonly quiet: Quiet
  readonly pause: PauseRun
  /** What is asked once after some pauses. */
  readonly questions: PauseQuestions
  /** "I'm stuck", and the question for a line to keep. */
  readonly stuck: StuckStep
  /** Every pause there is for this person, read once they are shown. */
  readonly pauses: OwnPauses
  /** Those pauses, to be picked by hand. */
  readonly picks: PausePicks
  /** People and light things that the person listed. */
  readonly lists: OwnLists
  /** Someone to talk to, after something was written that sounds like a lot. */
  readonly card: Pick<TextWatch, 'shown' | 'putAway'>
  readonly learn: LearnLinks
  /** True when the key was an answer at the step that is shown. */
  pressKey(key: Key): boolean
  next(): void
  back(): void
  /** Another pause, or all of them where the rules leave no other. */
  another(): Promise<void>
  showPauses(): void
  /** Another pause in place of the one that runs, started at once; all of them where the rules leave no other. */
  anotherPause(): Promise<void>
  /** No question was answered, so all other pauses stand under the one that runs. */
  readonly asksNothing: ReadonlySignal<boolean>
  /** What is written may be checked by the browser. */
  readonly spellcheck: ReadonlySignal<boolean>
  /** Puts words on the clipboard; false where the browser refuses. */
  copy(text: string): Promise<boolean>
  showMore(more: boolean): void
  /**
   * Keeps what is typed, for somebody who is about to leave. True where someone to talk to is offered for it, who should be seen
   * first.
   */
  keepTyped(): Promise<boolean>
}

/** Leaving waits no longer than this, in milliseconds, for what was typed to be looked at. */
const lookPatience = 1_000

export const createLaterSteps = (given: LaterPorts, first: Walk): LaterSteps => {
  const { watch } = given
  const ports = { ...given, records: watchedRecords(given.records, watch.look) }
  const walk = { ...first, open: watchedCheckIn(first.open, watch.look) }
  const { open, goTo } = walk
  const { draft, record, move } = open
  const own = createOwnWords({ ...ports, names: { words: ports.wordLabel, tags: ports.tagLabel } })
  const words = createWordsStep(ports, walk, own)
  const body = createBodyStep(walk, own)
  const pauses = createOwnPauses(ports)
  const offer = createOffer(open, ports, own, pauses)
  const pause = createPauseRun(open, { ...ports, removals: ports.stuck.removals }, pauses)
  const lists = createOwnLists({ ...ports, keeper: open.keeper })
  const stuck = createStuckStep(ports, walk, pause, pauses, lists)
  const another = async () => {
    const passedOver = draft.value.offer?.pauseId
    await offer.another()
    if (draft.value.offer?.pauseId === passedOver) goTo('pauses')
  }
  const note = createNote(open, ports)
  const spellcheck = signal(false)
  const readSpelling = async () => {
    // Where the settings cannot be read, nothing is checked.
    spellcheck.value = await ports.settings.read().then(
      settings => settings.spellcheck,
      () => false,
    )
  }
  void readSpelling()
  // A window may stand open for days.
  ports.changes.listen(topic => {
    if (topic === 'settings') void readSpelling()
  })
  const lookedAt = () =>
    new Promise<void>(resolve => {
      const stop = ports.later(lookPatience, resolve)
      void watch.settled().then(() => {
        stop()
        resolve()
      })
    })
  const showPauses = () => goTo('pauses')
  const anotherPause = async () => {
    const { passedOver } = draft.value
    const current = pause.run.value?.pauseId
    move({ offer: null, passedOver: current ? [...passedOver, current] : passedOver })
    await offer.another()
    const next = draft.value.offer?.pauseId
    if (next && next !== current) pause.startOffered()
    else showPauses()
  }
  const offerKeys = {
    S: pause.startOffered,
    Enter: pause.startOffered,
    A: () => void another(),
    L: showPauses,
    M: () => move({ more: !draft.value.more }),
    I: stuck.show,
  }
  /** The models of steps that have keys of their own. */
  const withKeys: { readonly [Name in Place]?: { pressKey(key: Key): boolean } } = {
    words,
    body,
    offer: { pressKey: pressIn(offerKeys) },
    stuck,
    alone: stuck,
    blocked: stuck,
    doubt: stuck,
    'too-much': stuck,
    pause: { pressKey: pressIn(pauseKeys(pause)) },
    after: { pressKey: key => !pause.endedJustNow() && pressIn(afterKeys(pause))(key) },
  }
  return {
    own,
    words,
    body,
    offer,
    more: createMore(open, own),
    spellcheck,
    note,
    quiet: createQuiet(open, ports),
    pause,
    questions: createPauseQuestions({ ...ports, open, after: pause.after }),
    stuck,
    pauses,
    picks: createPausePicks({
      ...ports,
      own: pauses,
      mayPick: listed => mayBePicked(listed, record.value, ports.clock.now().hour),
    }),
    lists,
    card: watch,
    learn: ports.learn,
    pressKey: key => withKeys[draft.value.place]?.pressKey(key) ?? false,
    next: () => {
      const { place } = draft.value
      if (place === 'body') return body.passOver()
      if (place !== 'far' && place !== 'words') return goTo('offer')
      const go = (traits: (id: Id) => WordTraits) => goTo(questionAfter(place, record.value, traits))
      const traits = words.traits()
      if (traits instanceof Promise) void traits.then(go)
      else go(traits)
    },
    back: () => (draft.value.place === 'body' ? body.back() : stuck.back()),
    another,
    showPauses,
    anotherPause,
    asksNothing: computed(() => draft.value.checkInId === null),
    copy: ports.stuck.copyText,
    showMore: more => move({ more }),
    keepTyped: async () => {
      const stood = watch.shown.value
      await words.settled()
      await note.keep()
      await stuck.keepTyped()
      await pause.writing.end()
      await lookedAt()
      return watch.shown.value && !stood
    },
  }
}
