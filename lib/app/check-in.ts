/** The check-in as its first question needs it: what stands now, and what each press does. The steps after it come when they are needed. */
import { computed, effect, type ReadonlySignal, signal } from '@preact/signals'
import * as core from '../core/check-in.ts'
import type { Place } from '../core/draft.ts'
import { digitKey, type Key, letterKey } from '../core/keys.ts'
import type { Patch } from '../core/patch.ts'
import type { Far, Felt } from '../core/records.ts'
import type { CheckInPorts, OpenCheckIn, Walk } from './check-in-types.ts'
import { problemIn } from './keeper.ts'
import type { LaterSteps } from './later-steps.ts'
import { once } from './once.ts'
import { createOpenCheckIn } from './open-check-in.ts'
import type { PageProblem } from './ports.ts'
import { createWaitingKeys } from './waiting-keys.ts'

export type CheckInModel = {
  readonly open: OpenCheckIn
  readonly felt: ReadonlySignal<core.FeltAnswer>
  readonly problem: ReadonlySignal<PageProblem | null>
  /** Every step after the first question; null until they are loaded. */
  readonly steps: ReadonlySignal<LaterSteps | null>
  /** Loads the later steps. Rejects where that fails; what was answered is kept all the same. */
  prepare(): Promise<LaterSteps>
  /** Goes on where an earlier popup was, or begins anew; to be awaited before the first picture. */
  begin(): Promise<void>
  /** Reads what the offer needs, makes it where it is already shown, and finds out early whether the history can be read. */
  warmUp(): void
  answerFelt(answer: Felt | 'cant-tell'): void
  cantTell(): void
  answerFar(far: Far): void
  /** True when the key was an answer. */
  pressKey(key: Key): boolean
  /** Not now, stop, or done, by where it is pressed. */
  escape(): Promise<void>
  /** Opens the question about felt again. */
  changeFelt(): void
  pauseFirst(): void
  /** More than the first question, where that stands alone. */
  goOn(): void
  /** Ends here; the popup is left once everything is kept. Where something cannot be, it is left when asked twice. */
  done(): Promise<void>
  /** As `done`, and the nudge machine hears of it at once. */
  notNow(): Promise<void>
  /** Goes on in the small window, with all that was answered and typed; null where this is the window. */
  readonly toWindow: (() => Promise<void>) | null
  /** Takes Thaw out of sight at once; what was answered and typed stays. */
  hide(): void
}

export type CheckInNeeds = CheckInPorts & {
  readonly loadSteps: () => Promise<{ readonly createLaterSteps: (walk: Walk) => LaterSteps }>
}

const noTraits = () => ({ asksFar: false, hard: false })

export const createCheckIn = (needs: CheckInNeeds): CheckInModel => {
  const open = createOpenCheckIn(needs, () => makeOffer())
  const { draft, record, move } = open
  const { moveToWindow } = needs
  const steps = signal<LaterSteps | null>(null)
  const felt = computed(() => core.feltAnswer(record.value))
  const problem = computed((): PageProblem | null => {
    const unkept = problemIn(open.keeper.keeping.value)
    return unkept ? { problem: unkept, doing: 'save' } : open.trouble.value
  })
  let feltKey: core.FeltKey | null = null
  let refused = false

  const goTo = (place: Place) => {
    const openGroup = place === 'words' && core.feltIsLow(record.value) ? 'quiet-far' : null
    move({ place, openGroup, find: '', scroll: 0 })
    makeOffer()
  }

  const makeOffer = () => {
    if (draft.value.place === 'offer') void withSteps(({ offer }) => void offer.make())
  }

  /** A pause that suits other answers may not suit these. */
  const forgetOffer = () => move({ offer: null, passedOver: [] })

  const answer = (patch: Patch) => {
    refused = false
    void open.answer(patch)
    forgetOffer()
  }

  /** People who know the form press a key before the next step is there. */
  const early = createWaitingKeys()
  const prepare = once(async (): Promise<LaterSteps> => {
    try {
      const { createLaterSteps } = await needs.loadSteps()
      const loaded = createLaterSteps({ open, goTo, answer })
      steps.value = loaded
      early.handOver(() => draft.value.place, loaded.pressKey)
      return loaded
    } catch (problem) {
      early.drop()
      throw problem
    }
  })
  /** At once where they are loaded. */
  const withSteps = async (go: (steps: LaterSteps) => void | Promise<void>): Promise<void> => {
    await go(steps.value ?? (await prepare()))
  }

  /** Words are asked for after felt and far alone, so no word has a say here. */
  const after = (question: 'felt' | 'far') => goTo(core.questionAfter(question, record.value, noTraits))

  let firstAlone = false
  const answerFelt = (given: Felt | 'cant-tell') => {
    answer(core.answerFelt(record.value, given))
    if (firstAlone) goTo('kept')
    else after('felt')
  }

  const answerFar = (far: Far) => {
    answer(core.answerFar(record.value, far))
    after('far')
  }

  const pauseFirst = () => void withSteps(({ pause }) => pause.start('look-up'))

  const leaveWhenKept = async (notNow = false) => {
    // Where the steps cannot be loaded, what was answered before is kept all the same.
    if (draft.value.note !== null || early.any()) await prepare().catch(() => {})
    const isOffered = await steps.value?.keepTyped()
    const unkept = problemIn(await open.keepAll())
    const stays = unkept !== null || draft.value.note !== null
    // What cannot be kept stays on screen, and so does someone to talk to, until the person leaves a second time; a newer history
    // takes nothing anyway.
    if ((stays || isOffered) && !refused && unkept?.kind !== 'newer') {
      refused = true
      return
    }
    const answered = draft.value.checkInId !== null
    if (!stays) await open.close()
    needs.leave({ notNow, answered, status: open.status() })
  }

  const pressDigit = (digit: number): boolean => {
    const place = draft.value.place
    const question = place === 'after' ? 'felt' : place === 'felt' || place === 'far' ? place : null
    const meaning = core.digitAnswers(question, digit, feltKey, open.now())
    feltKey = meaning?.scale === 'felt' ? { digit, at: open.now() } : null
    if (meaning?.scale === 'felt' && place === 'after') steps.value?.pause.answerAfter(meaning.value)
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
    P: pauseFirst,
  }

  let begun = false
  // A pause that is asked for elsewhere while this stands open.
  effect(() => {
    if (draft.value.toStart !== null && begun) void withSteps(({ pause }) => void pause.startAsked())
  })

  const notNow = async () => {
    void open.tell({ kind: 'not-now', reason: null })
    await leaveWhenKept(true)
  }

  return {
    open,
    felt,
    problem,
    steps,
    prepare,
    begin: async () => {
      const alone = needs.firstAlone().catch(() => false)
      const goesOn = await open.begin()
      firstAlone = await alone
      if (draft.value.toStart !== null) await withSteps(({ pause }) => pause.startAsked())
      else if (goesOn && draft.value.place !== 'felt') {
        await withSteps(({ pause }) => pause.pickUp())
      }
      begun = true
    },
    warmUp: () => {
      void open.sessions()
      makeOffer()
    },
    answerFelt,
    cantTell: () => answerFelt('cant-tell'),
    answerFar,
    pressKey: key => {
      if (problem.value?.problem.kind === 'newer') return false
      const digit = digitKey(key)
      if (digit !== null && pressDigit(digit)) return true
      const { place } = draft.value
      if (place !== 'felt') return steps.value ? steps.value.pressKey(key) : early.keep(key, place)
      const action = feltKeys[letterKey(key) ?? key.key]
      action?.()
      return action !== undefined
    },
    escape: async () => {
      if (draft.value.place === 'pause') await withSteps(({ pause }) => pause.stop())
      else await (draft.value.place === 'felt' ? notNow() : leaveWhenKept())
    },
    changeFelt: () => goTo('felt'),
    pauseFirst,
    goOn: () => after('felt'),
    done: () => leaveWhenKept(),
    notNow,
    toWindow: moveToWindow && (() => open.save(moveToWindow)),
    hide: needs.hide,
  }
}
