/** The offer of a check-in: one pause that fits the answers as they stand. */
import { computed, type ReadonlySignal, signal } from '@preact/signals'
import { wordTraits } from '../content/words.ts'
import { sessionsRead } from '../core/check-in.ts'
import type { Draft } from '../core/draft.ts'
import type { Offer as Offered, Why } from '../core/offer.ts'
import type { ListedPause } from '../core/pause-list.ts'
import { isComparing } from '../core/quiet-offer.ts'
import { type Learnt, type OfferContext, recommend, stillFits } from '../core/recommend.ts'
import type { Session } from '../core/records.ts'
import { defaultSettings, type PauseSettings } from '../core/settings.ts'
import type { OpenCheckIn } from './check-in-types.ts'
import type { LaterPorts } from './later-ports.ts'
import { latestReflections } from './latest-reflections.ts'
import { readLearning } from './learning.ts'
import { createOfferedPlans, type OfferedPlans } from './offered-plans.ts'
import type { OwnPauses } from './own-pauses.ts'
import type { OwnWords } from './own-words.ts'
import { readPlans } from './plan-book.ts'

export type OfferView = Why & {
  readonly listed: ListedPause
  /** A hard word was picked: a person to talk to stands beside the pause, as large as it. */
  readonly besidePerson: boolean
}

export type Offer = {
  /** Null while it is chosen, and where there is none. */
  readonly view: ReadonlySignal<OfferView | null>
  /** The rules and the person's own choices leave no pause to offer. */
  readonly none: ReadonlySignal<boolean>
  /** What else the person's plans lead to now. */
  readonly plans: OfferedPlans
  /** Makes an offer where none stands, or where one that was made before this popup or the latest pause no longer fits. */
  make(): Promise<void>
  /** Passes this one over. */
  another(): Promise<void>
}

export type OfferPorts = Pick<LaterPorts, 'records' | 'settings' | 'clock' | 'chance' | 'hourLabel'>

const epoch = Temporal.PlainDate.from('1970-01-01')

export const createOffer = (
  open: OpenCheckIn,
  ports: OfferPorts,
  own: OwnWords,
  pauses: Pick<OwnPauses, 'list' | 'load'>,
): Offer => {
  const { draft, record, move, drift, keeper } = open
  const { records, settings, clock, chance } = ports
  const labels = {
    word: (id: string) => own.words.value.labelOf(id),
    tag: (id: string) => own.tags.value.labelOf(id),
    ready: own.ready,
    load: own.load,
  }
  const none = signal(false)
  const offered = createOfferedPlans(open, ports, pauses)
  const hardWord = () => record.value.words.some(word => wordTraits(word.id).hard)
  const view = computed((): OfferView | null => {
    const { offer } = draft.value
    const listed = offer && pauses.list.value.find(offer.pauseId)
    if (!listed || listed.hidden) return null
    return { listed, reason: offer.reason, values: offer.values, besidePerson: hardWord() }
  })

  /** Null where they cannot be read. What ran in this check-in, and was marked, counts too. */
  const readSessions = async (): Promise<readonly Session[] | null> => {
    if (draft.value.sessionId === null) {
      const sessions = await open.sessions()
      return sessions.length === 0 && open.trouble.value ? null : sessions
    }
    await keeper.tryAgain()
    const found = await records.page('sessions', { limit: sessionsRead })
    return found.ok ? found.value : null
  }

  const readSettings = (): Promise<PauseSettings> =>
    settings.read().then(
      read => read.pauses,
      () => defaultSettings.pauses,
    )

  type Read = {
    readonly sessions: readonly Session[] | null
    readonly wishes: PauseSettings
    readonly plans: Awaited<ReturnType<typeof readPlans>>
    readonly learning: Awaited<ReturnType<typeof readLearning>>
  }
  const read = async (): Promise<Read> => {
    const [sessions, wishes, plans] = await Promise.all([
      readSessions(),
      readSettings(),
      latestReflections(records).then(latest =>
        readPlans({ records, labels, hourLabel: ports.hourLabel }, latest),
      ),
      pauses.load(),
    ])
    const learning = await readLearning(records, wishes.goal, sessions ?? [])
    const found = { sessions, wishes, plans, learning }
    offered.know(found)
    return found
  }

  const contextOf = (
    { sessions, wishes, plans, learning }: Read,
    passedOver: readonly string[],
  ): OfferContext => {
    const { words, tags, at } = record.value
    const now = clock.now()
    const learnt: Learnt | null = learning && {
      effectOf: learning(record.value, now.hour),
      ranNow: draft.value.run?.pauseId ?? null,
    }
    return {
      pauses: pauses.list.value.all,
      sessions: sessions ?? [],
      past: sessions === null ? 'unknown' : sessions.length < sessionsRead ? 'whole' : 'latest',
      settings: wishes,
      plans: plans({ tags, words: words.map(({ id }) => id), now, since: at }).pauses,
      hour: now.hour,
      day: epoch.until(now.toPlainDate()).days,
      hardWord: hardWord(),
      passedOver,
      compare: isComparing(wishes),
      ...(learnt && { learnt }),
    }
  }

  /** The answers are read after all else: they may have changed meanwhile, and safety follows from them. */
  const offer = (found: Read, passedOver: readonly string[], put: (change: Partial<Draft>) => void) => {
    const chosen = recommend(record.value, contextOf(found, passedOver), chance.next())
    none.value = chosen === null
    put({ offer: chosen, passedOver })
  }

  /** It may have been made to answers that were changed in History since, or before a pause that was marked "worse". */
  const fitsStill = (standing: Offered, found: Read): boolean =>
    stillFits(standing, record.value, contextOf(found, draft.value.passedOver))
  /** The session, or none, after which it was looked at: once for each, so that two popups never answer each other without end. */
  let lookedIn: string | null | undefined

  return {
    view,
    plans: offered,
    none: computed(() => none.value && view.value === null),
    make: async () => {
      const { sessionId } = draft.value
      const isFirst = lookedIn !== sessionId
      lookedIn = sessionId
      // One that stands already stays, and what else holds is read all the same.
      const found = await read()
      const { offer: standing, passedOver, place } = draft.value
      const stays = standing && view.value !== null && (!isFirst || fitsStill(standing, found))
      // What runs stays what was offered.
      if (!stays && place !== 'pause') offer(found, passedOver, drift)
    },
    another: async () => {
      const found = await read()
      const { offer: passed, passedOver } = draft.value
      offer(found, passed ? [...passedOver, passed.pauseId] : passedOver, move)
    },
  }
}
