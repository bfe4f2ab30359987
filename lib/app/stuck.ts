/** "I'm stuck": four doors named by what is hard, and what stands behind each; the same in the popup and on Today. */
import { computed, type ReadonlySignal, signal } from '@preact/signals'
import { wordTraits } from '../content/words.ts'
import { type Answers, isFar, outwardFirst, sessionsRead } from '../core/check-in.ts'
import { type Eased, easedIn } from '../core/eased.ts'
import { digitKey, type Key, letterKey } from '../core/keys.ts'
import { isOpenTo, type Known, looksOutward, mayBeOffered, type Turn } from '../core/offer-rules.ts'
import type { ListedPause } from '../core/pause-list.ts'
import type { Id, Session } from '../core/records.ts'
import { defaultSettings } from '../core/settings.ts'
import type { Keepsakes } from './keepsakes.ts'
import type { OwnLists } from './own-lists.ts'
import type { OwnPauses } from './own-pauses.ts'
import type { CheckInRecords, Clock, SettingsStore, StoreProblem } from './ports.ts'

export const doors = ['alone', 'blocked', 'doubt', 'too-much'] as const
export type Door = (typeof doors)[number]
export type StuckPlace = 'stuck' | Door

export const isDoor = (place: string | null): place is Door => doors.some(door => door === place)

/** A pause after which "eased" was marked. */
type EasedPause = Omit<Eased, 'pauseId'> & { readonly listed: ListedPause }

/** Where people who feel safe are read, and one is added. */
export type People = Pick<OwnLists, 'items' | 'problem' | 'load' | 'add'>

export type Stuck = {
  /** Things feel far away, or that is not known while little is felt: what is offered looks outward. */
  readonly outward: ReadonlySignal<boolean>
  /** Things were said to feel far away. */
  readonly farAway: ReadonlySignal<boolean>
  /** The pauses behind "I can't get to any feeling", in the order of their keys; null until it is known which ones fit. */
  readonly pauses: ReadonlySignal<readonly ListedPause[] | null>
  /** What "eased" was marked after, as far as it may be offered now; null until it is read. */
  readonly eased: ReadonlySignal<readonly EasedPause[] | null>
  /** A pause that looks outward, where nothing else may be offered to someone who doubts. */
  readonly instead: ReadonlySignal<ListedPause | null>
  /** Behind "I doubt myself" a pause would stand here, and the rules and the person's own choices leave none. */
  readonly noneFits: ReadonlySignal<boolean>
  readonly problem: ReadonlySignal<StoreProblem | null>
  readonly people: People
  readonly keepsakes: Keepsakes
  readonly copied: ReadonlySignal<{ readonly text: string; readonly ok: boolean } | null>
  /** How often "Once more" was pressed. */
  readonly rounds: ReadonlySignal<number>
  /** Reads the person's pauses and those of the past; also the way out of a problem. */
  load(): Promise<void>
  open(door: Door): void
  copy(text: string): Promise<void>
  again(): void
  start(pauseId: Id): void
  /** True when the key was an answer at this place. */
  pressKey(key: Key, place: StuckPlace): boolean
}

export type StuckNeeds = {
  readonly records: Pick<CheckInRecords, 'page'>
  readonly settings: Pick<SettingsStore, 'read'>
  readonly clock: Clock
  /** The answers on which it depends what may be offered. */
  readonly answers: ReadonlySignal<Answers>
  /** Every pause there is for this person. */
  readonly pauses: Pick<OwnPauses, 'list' | 'problem' | 'load'>
  readonly people: People
  readonly keepsakes: Keepsakes
  /** Puts text on the clipboard; false where the browser refuses. */
  readonly copyText: (text: string) => Promise<boolean>
  /** The sentence that can be sent to someone, in the language shown. */
  readonly sentence: () => string
  readonly goTo: (place: StuckPlace) => void
  readonly start: (pauseId: Id) => void
}

/** Behind "I can't get to any feeling": care, then small things to make. */
const unblocking = ['care', 'hum', 'doodle', 'one-line']

/** What looks outward and asks least. */
const looksUp = ({ pause: { kind, rules } }: ListedPause): boolean =>
  kind === 'out' && rules.includes('first')

export const createStuck = (needs: StuckNeeds): Stuck => {
  const { records, settings, clock, answers, pauses, people, keepsakes, copyText, goTo, start } = needs
  const sessions = signal<readonly Session[] | null>(null)
  const wishes = signal(defaultSettings.pauses)
  const problem = signal<StoreProblem | null>(null)
  const copied = signal<Stuck['copied']['value']>(null)
  const rounds = signal(0)

  const hardWord = computed(() => answers.value.words.some(word => wordTraits(word.id).hard))
  const outward = computed(() => outwardFirst(answers.value) || hardWord.value)
  const known = computed(
    (): Known => ({
      pauses: pauses.list.value.all.map(({ pause }) => pause),
      sessions: sessions.value ?? [],
      past: sessions.value === null ? 'unknown' : 'latest',
      hardWord: hardWord.value,
    }),
  )
  /** What the person and the hour leave to be offered. */
  const shown = computed(() => {
    const { hour } = clock.now()
    return pauses.list.value.all.filter(listed => isOpenTo(listed, wishes.value, hour))
  })
  const fitting = (listed: readonly ListedPause[], turn: Turn): readonly ListedPause[] => {
    const all = listed.map(({ pause }) => pause)
    const fit = new Set(mayBeOffered(all, answers.value, known.value, turn))
    return listed.filter(({ pause }) => fit.has(pause))
  }
  const looking = computed(() => fitting(shown.value.filter(looksUp), 'first').slice(0, 1))
  const unblocked = computed(() => {
    // Without the past it is not known what was worse, so what is offered looks outward.
    if (sessions.value === null && !problem.value) return null
    const small = unblocking.flatMap(id => shown.value.find(({ pause }) => pause.id === id) ?? [])
    const fit = fitting(small, 'another')
    return looksOutward(answers.value, known.value) || fit.length === 0 ? [...looking.value, ...fit] : fit
  })
  const marked = computed(() => sessions.value && easedIn(sessions.value))
  const eased = computed(() => {
    if (marked.value === null) return null
    const fit = fitting(shown.value, 'first')
    return marked.value.flatMap(({ pauseId, ...counts }) => {
      const listed = fit.find(({ pause }) => pause.id === pauseId)
      return listed ? [{ ...counts, listed }] : []
    })
  })
  const instead = computed(() =>
    outward.value && eased.value?.length === 0 ? (looking.value[0] ?? null) : null,
  )
  /** What can be started behind "I doubt myself", in the order of its keys. */
  const startable = computed(() => [
    ...(eased.value?.map(({ listed }) => listed) ?? []),
    ...(instead.value ? [instead.value] : []),
  ])

  const open = (door: Door) => {
    keepsakes.close()
    copied.value = null
    goTo(door)
  }
  const copy = async (text: string) => {
    copied.value = { text, ok: await copyText(text) }
  }
  const again = () => {
    rounds.value += 1
  }

  /** What a key does behind each door; a digit is the place of what it starts. */
  const acts: { readonly [Place in StuckPlace]: (digit: number | null, letter: string | null) => unknown } = {
    stuck: digit => {
      const door = doors[(digit ?? 0) - 1]
      if (door) open(door)
      return door
    },
    alone: (_, letter) => letter === 'C' && copy(needs.sentence()),
    blocked: digit => {
      const at = unblocked.value?.[(digit ?? 0) - 1]
      if (at) start(at.pause.id)
      return at
    },
    doubt: (digit, letter) => {
      const at = digit === null ? null : startable.value[digit - 1]
      if (at) start(at.pause.id)
      if (at) return true
      if (letter === 'Y' && keepsakes.offered.value) return keepsakes.show()
      if (letter !== 'A' || !keepsakes.shown.value?.more) return false
      keepsakes.another()
      return true
    },
    'too-much': (_, letter) => {
      if (letter === 'O') again()
      return letter === 'O'
    },
  }
  return {
    outward,
    farAway: computed(() => isFar(answers.value.far)),
    pauses: unblocked,
    eased,
    instead,
    noneFits: computed(() => {
      const stands = eased.value?.length !== 0 || instead.value !== null
      return !stands && (outward.value || marked.value?.length !== 0)
    }),
    problem,
    people,
    keepsakes,
    copied,
    rounds,
    load: async () => {
      // What the person put away is known before anything is shown.
      const [found, read] = await Promise.all([
        records.page('sessions', { limit: sessionsRead }),
        settings.read().catch(() => defaultSettings),
        pauses.load(),
      ])
      wishes.value = read.pauses
      problem.value = found.ok ? pauses.problem.value : found.problem
      if (found.ok) sessions.value = found.value
    },
    open,
    copy,
    again,
    start,
    pressKey: (key, place) => Boolean(acts[place](digitKey(key), letterKey(key))),
  }
}
