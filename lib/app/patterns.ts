/** The page model of Patterns: from ten check-ins on it reads the history, has the cards made, and follows what changes. */
import { batch, computed, type ReadonlySignal, signal } from '@preact/signals'
import { type Card, type Subject, subjects } from '../core/insight/card.ts'
import { type Claims, isDue, noClaims } from '../core/insight/claims.ts'
import type { Aim, Facts } from '../core/insight/facts.ts'
import type { MeaningCard } from '../core/insight/meaning.ts'
import { type FeltDay, feltDay } from '../core/insight/weekday.ts'
import type { PauseGoal } from '../core/pause-goal.ts'
import type { Marker } from '../core/records.ts'
import { ok, type Result } from '../core/result.ts'
import type { Settings } from '../core/settings.ts'
import { readByYear } from './day-slices.ts'
import type { firstCard } from './first-card.ts'
import { createMarkers } from './markers.ts'
import { type CardNeeds, dayNow, makeCards, type PauseWishes } from './pattern-cards.ts'
import type { PatternsGiven, PatternsPart } from './pattern-work.ts'
import type { Changes, Records, Slot, StoreProblem } from './ports.ts'
import { createReread } from './reread.ts'

/** Patterns show from so many check-ins on. */
const fewestCheckIns = 10

export type Patterns = {
  /** How many check-ins there are; null until that is known. */
  readonly checkIns: ReadonlySignal<number | null>
  /** Whether there are enough of them; null until that is known. */
  readonly enough: ReadonlySignal<boolean | null>
  /** What is there so far, in the order of the page. What was found last stays until the next is there. */
  readonly cards: ReadonlySignal<readonly Card[]>
  /** null where it was never said what numbness was. */
  readonly meaning: ReadonlySignal<MeaningCard | null>
  readonly markers: ReadonlySignal<readonly Marker[]>
  /** Where winter is, for the card of seasons. */
  readonly hemisphere: ReadonlySignal<Facts['hemisphere']>
  /** What pauses are for, as the person said. */
  readonly aim: ReadonlySignal<Aim>
  /** Cards are still being made. */
  readonly working: ReadonlySignal<boolean>
  readonly problem: ReadonlySignal<StoreProblem | null>
  /** Reads and goes on following the history until the returned function is called. */
  watch(): () => void
  tryAgain(): Promise<void>
  /** Opens a check-in; nothing more comes of it here. */
  checkIn(): void
}

/** From so many check-ins on, reading them takes long enough for a first card to come before. */
export const longHistory = 2_000

export type PatternNeeds = CardNeeds & {
  readonly records: Pick<Records, 'days' | 'daySpan'>
  readonly changes: Pick<Changes, 'listen'>
  readonly loadFirst: () => Promise<typeof firstCard>
  /** What was claimed last, and how often each question was looked at. */
  readonly claims: Slot<Claims>
  readonly openCheckIn: () => void
}

const aims = { more: 'felt', lighter: 'lighter', rest: 'rest' } as const satisfies {
  readonly [Goal in PauseGoal]: Aim
}

/** What pauses are looked at for, and whether beside quiet ones. */
export const wishesOf = ({ goal, compare }: Pick<Settings['pauses'], 'goal' | 'compare'>): PauseWishes => ({
  aim: goal && aims[goal],
  compares: compare,
})

export const createPatterns = (needs: PatternNeeds): Patterns => {
  const { records, changes, clock } = needs
  const checkIns = signal<number | null>(null)
  const cards = signal<ReadonlyMap<Subject, Card>>(new Map())
  const meaning = signal<MeaningCard | null>(null)
  const working = signal(false)
  const aim = signal<Aim>(null)
  const hemisphere = signal(needs.hemisphere)
  const problem = signal<StoreProblem | null>(null)
  const markers = createMarkers({ records })
  let watchers = 0
  let stop = new AbortController()

  /** The days, as much of them as a first card needs. */
  const countCheckIns = async (): Promise<Result<readonly FeltDay[], StoreProblem>> => {
    const days: FeltDay[] = []
    const read = await readByYear({ days: records.days, span: records.daySpan }, rows => {
      for (const row of rows) days.push(feltDay(row))
    })
    if (!read.ok) return read
    checkIns.value = days.reduce((count, day) => count + day.checkIns, 0)
    return ok(days)
  }

  const put = (card: Card) => {
    cards.value = new Map(cards.value).set(card.subject, card)
  }

  /** Where it fails, the others tell why. */
  const showFirst = async (days: readonly FeltDay[], claims: Claims, stopped: AbortSignal): Promise<void> => {
    const card = await needs
      .loadFirst()
      .then(make => make(days, claims, dayNow(clock)))
      .catch(() => null)
    if (card && !stopped.aborted) put(card)
  }

  /** What the wording of a card depends on changes along with it: what pauses are looked at for, and where winter is. */
  const take = (part: PatternsPart, given: PatternsGiven) =>
    batch(() => {
      if (part.kind === 'meaning') meaning.value = part.meaning
      else {
        if (part.card.subject === 'pauses') aim.value = given.aim
        if (part.card.subject === 'season') hemisphere.value = given.hemisphere
        put(part.card)
      }
    })

  const readOnce = async ({ signal: stopped }: AbortController): Promise<StoreProblem | null> => {
    // Brought while the days are read.
    if (cards.value.size === 0) void needs.loadFirst().catch(() => {})
    const [counted, decidedLast] = await Promise.all([countCheckIns(), needs.claims.read().catch(() => null)])
    if (!counted.ok) return counted.problem
    const count = checkIns.value ?? 0
    if (count < fewestCheckIns) {
      cards.value = new Map()
      return null
    }
    // Where they cannot be read, they are decided anew.
    const claims = decidedLast ?? noClaims
    if (count >= longHistory && cards.value.size === 0) await showFirst(counted.value, claims, stopped)
    const [decided] = await Promise.all([makeCards(needs, claims, take, stopped), markers.load()])
    if (!decided.ok) return decided.problem
    // Where the browser refuses, they are decided once more with the next visit.
    if (decided.value && isDue(claims, dayNow(clock))) await needs.claims.write(decided.value).catch(() => {})
    return null
  }

  const load = createReread(async () => {
    if (watchers === 0) return
    stop = new AbortController()
    const own = stop
    working.value = true
    const found = await readOnce(own)
    batch(() => {
      working.value = false
      if (!own.signal.aborted) problem.value = found
    })
  })

  const again = () => {
    stop.abort()
    return load()
  }

  changes.listen(topic => {
    // What pauses are for is a setting.
    if ((topic === 'records' || topic === 'settings') && watchers > 0) void again()
  })

  return {
    checkIns,
    enough: computed(() => (checkIns.value === null ? null : checkIns.value >= fewestCheckIns)),
    cards: computed(() => subjects.flatMap(subject => cards.value.get(subject) ?? [])),
    meaning,
    markers: markers.all,
    hemisphere,
    aim,
    working,
    problem,
    watch: () => {
      watchers += 1
      void again()
      return () => {
        watchers -= 1
        if (watchers === 0) stop.abort()
      }
    },
    tryAgain: again,
    checkIn: needs.openCheckIn,
  }
}
