/** The page model of the search in History: what is asked for, kept over a reload; the finder is loaded when it is needed. */
import { computed, type ReadonlySignal, signal } from '@preact/signals'
import { type Filter, filtersOn, isFiltering, noFilter, readFilter, sameFilter } from '../core/filter.ts'
import { ok } from '../core/result.ts'
import type { FoundList } from './entry-list.ts'
import type { Finder, FoundCount } from './finder.ts'
import type { Slot, StoreProblem } from './ports.ts'
import type { ShownDays } from './shown-days.ts'

export type Search = {
  readonly filter: ReadonlySignal<Filter>
  /** Whether anything is left out, so that `list` stands in place of the whole history. */
  readonly active: ReadonlySignal<boolean>
  /** How many kinds of filters are in use besides the text. */
  readonly filtersOn: ReadonlySignal<number>
  readonly list: FoundList
  /** Counts up when what is in sight belongs to what is asked for now, and no longer to what was asked for before. */
  readonly turn: ReadonlySignal<number>
  /** null while nothing is sought. */
  readonly count: ReadonlySignal<FoundCount | null>
  /** `count` once it has settled, for screen readers; null before. */
  readonly told: ReadonlySignal<FoundCount | null>
  /** The days of what is shown: of what was found, or all of them while nothing is sought. */
  readonly shownDays: ShownDays
  readonly problem: ReadonlySignal<StoreProblem | null>
  /** Takes up what was asked for before a reload; resolves once it is looked for, not once it is found. */
  load(): Promise<void>
  change(part: Partial<Filter>): void
  clear(): void
  /** Brings the finder already: something will be sought soon. */
  prepare(): void
  /** Looks again from the start; what was found stays in sight until then. */
  tryAgain(): void
}

type Needs = {
  readonly allDays: ShownDays
  readonly kept: Slot<Filter>
  /** Brings the code that seeks, which is much, and which most visits have no use for. */
  readonly loadFinder: () => Promise<Finder>
}

const nothingYet: FoundCount = { checkIns: 0, pauses: 0, markers: 0, days: 0, complete: false }

export const createSearch = ({ allDays, kept, loadFinder }: Needs): Search => {
  const filter = signal(noFilter)
  const finder = signal<Finder | null>(null)
  const notLoaded = signal<StoreProblem | null>(null)
  /** Counts up when the days become others without the finder. */
  const turned = signal(0)
  let loading: Promise<void> | null = null

  const bring = (): Promise<void> => {
    loading ??= loadFinder().then(
      found => {
        notLoaded.value = null
        // What was asked for meanwhile.
        found.ask(filter.value)
        finder.value = found
      },
      () => {
        loading = null
        // Nobody waits for it where nothing is sought.
        if (!isFiltering(filter.value)) return
        notLoaded.value = { kind: 'failed', name: 'load' }
        turned.value += 1
      },
    )
    return loading
  }

  const ask = (next: Filter) => {
    filter.value = next
    if (finder.value) finder.value.ask(next)
    else if (isFiltering(next)) void bring()
    else {
      notLoaded.value = null
      // Whatever was read meanwhile was nothing; it is all days again.
      turned.value += 1
    }
  }

  const put = (next: Filter) => {
    if (sameFilter(next, filter.value)) return
    // What a browser does not keep is in sight all the same.
    kept.write(sameFilter(next, noFilter) ? null : next).catch(() => {})
    ask(next)
  }

  const active = computed(() => isFiltering(filter.value))
  const clear = () => put(noFilter)
  /** null before anything is in sight: the whole history would be taken for what was found. */
  const foundDays = () => finder.peek()?.days() ?? null

  return {
    filter,
    active,
    filtersOn: computed(() => filtersOn(filter.value)),
    list: {
      active,
      clear,
      months: computed(() => finder.value?.list.months.value ?? null),
      hasOlder: computed(() => finder.value?.list.hasOlder.value ?? false),
      older: async () => finder.value?.list.older(),
    },
    turn: computed(() => finder.value?.turn.value ?? 0),
    count: computed(() => (finder.value ? finder.value.count.value : active.value ? nothingYet : null)),
    told: computed(() => finder.value?.told.value ?? null),
    shownDays: {
      version: computed(() => (finder.value?.version.value ?? 0) + turned.value + allDays.version.value),
      days: async (from, to, ask) =>
        active.peek() ? ok(foundDays()?.rows(from, to) ?? []) : allDays.days(from, to, ask),
      span: async () => (active.peek() ? ok(foundDays()?.span() ?? null) : allDays.span()),
    },
    problem: computed(() => notLoaded.value ?? finder.value?.problem.value ?? null),
    load: async () => {
      const before = filter.value
      const stored = await kept.read().catch(() => null)
      // What the person typed meanwhile counts.
      if (stored !== null && filter.value === before) ask(stored)
    },
    // What is typed into a field for a day may be none.
    change: part => put(readFilter({ ...filter.value, ...part })),
    clear,
    prepare: () => void bring(),
    tryAgain: () => (finder.value ? finder.value.tryAgain() : void bring()),
  }
}
