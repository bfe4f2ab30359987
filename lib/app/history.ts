/** The page model of History: the list of all that was said, with what is added to it, changed in it and taken out of it. */
import { computed, type ReadonlySignal, signal } from '@preact/signals'
import {
  checkInEntry,
  entriesIn,
  type HistoryEntry,
  type HistoryMonth,
  pausesWithin,
} from '../core/history.ts'
import type { CheckIn, Id, Marker } from '../core/records.ts'
import { type Instant, type Moment, momentOf, second } from '../core/time.ts'
import type { EntryList } from './entry-list.ts'
import type { Lists } from './held-list.ts'
import type { HistoryForms } from './history-forms.ts'
import { createMarkers } from './markers.ts'
import type { Changes, Clock, Later, PageProblem, Records, Slot, StoreProblem } from './ports.ts'
import { createRemoving, type Removal, type RemovalItem, type Removing } from './removal.ts'
import { createSelection, type Selection } from './selection.ts'
import { createTimeline } from './timeline.ts'

/** How long an addition offers its undo, in milliseconds; it can be deleted for as long as it stands. */
const undoTime = 10 * second

/** `save` where a deletion or its undo failed; `load` where the code of the forms could not be read. */
export type HistoryProblem = PageProblem | { readonly doing: 'load' }

type Failure = { readonly is: HistoryProblem; again(): Promise<void> }

export type History = EntryList & {
  /** What was added on this page and is older than all that is read: it stands after what "show older" would bring. */
  readonly apart: ReadonlySignal<readonly HistoryMonth[]>
  /** All markers, whether their days are shown or not. */
  readonly markers: ReadonlySignal<readonly Marker[]>
  readonly problem: ReadonlySignal<HistoryProblem | null>
  /** null until one of them is needed. */
  readonly forms: ReadonlySignal<HistoryForms | null>
  /** The check-in that is edited in its place. */
  readonly openId: ReadonlySignal<Id | null>
  readonly selection: Selection
  /** What was added last, while its undo is offered. */
  readonly added: ReadonlySignal<Id | null>
  readonly addedKind: ReadonlySignal<'check-in' | 'marker'>
  readonly removal: ReadonlySignal<Removal | null>
  readonly progress: Removing['progress']
  /** What lies after it is still to come. Whoever draws something of that by it is drawn again when its time is there. */
  now(about: Pick<HistoryEntry, 'at' | 'place'>): Moment
  /** The lists, in which what is edited stays where it stands. */
  hold(lists: Lists): Lists
  /** Reads what is shown again, and offers an undo that was open when the page closed. */
  load(): Promise<void>
  /** The list is short enough for what was found to take its place in one stroke, and to give it back. */
  readonly isAside: ReadonlySignal<boolean>
  /** What was found is to stand in place of the list. */
  setAside(): Promise<void>
  /** The list is to stand there again. */
  bringBack(): Promise<void>
  /** Brings the forms; null where they could not be read. */
  loadForms(): Promise<HistoryForms | null>
  /** Opens the form for the past, with what was left in it. */
  beginPast(): Promise<void>
  /** Opens the form for a new marker, with what was left in it, or to change one. */
  beginMarker(marker?: Marker): Promise<void>
  edit(checkIn: CheckIn): Promise<void>
  /** Keeps what stands in the form for the past, and shows it; null where it could not. */
  add(): Promise<Id | null>
  /** As `add`, for the form of a marker. */
  addMarker(): Promise<Id | null>
  undoAdd(): Promise<void>
  /** Takes a check-in away, and the pauses that came with it. */
  removeCheckIn(id: Id): Promise<void>
  removeSession(id: Id): Promise<void>
  removeMarker(id: Id): Promise<void>
  /** Takes away what is picked among the entries and markers of these months, with one undo. */
  removePicked(months: readonly HistoryMonth[]): Promise<void>
  undo(): Promise<void>
  /** Does once more what failed: the deletion, its undo, or the reading. */
  tryAgain(): Promise<void>
  checkIn(): void
}

type Needs = {
  readonly records: Pick<
    Records,
    'get' | 'all' | 'page' | 'between' | 'remove' | 'undoRemove' | 'settleRemovals'
  >
  readonly removal: Slot<Removal>
  /** Takes pauses along whose check-in was moved by a page that closed right then; true where there were any. */
  readonly finishMoves: () => Promise<boolean>
  /** Whether a form stood open when the page was closed. */
  readonly formWasOpen: () => Promise<boolean>
  /** Rejects where their code could not be read, as after an update under an open page. */
  readonly loadForms: () => Promise<HistoryForms>
  readonly changes: Changes
  readonly clock: Clock
  readonly later: Later
  /** Lets the page do what waits, between two slices of work. */
  readonly pause: () => Promise<void>
  readonly openCheckIn: () => void
}

export const createHistory = (needs: Needs): History => {
  const { records, changes, clock, later } = needs
  const markers = createMarkers({ records })
  const timeline = createTimeline({ records, markers: markers.all, pause: needs.pause })
  const removing = createRemoving({ records, kept: needs.removal, clock, later })
  const selection = createSelection()
  const forms = signal<HistoryForms | null>(null)
  const openId = computed(() => forms.value?.editing.open.value?.id ?? null)
  /** What of the person's failed, and how it is tried again. */
  const failed = signal<Failure | null>(null)
  const added = signal<Id | null>(null)
  const addedKind = signal<'check-in' | 'marker'>('check-in')
  let stopAdded = () => {}

  /** Counts up when something that was still to come is so no longer. */
  const turned = signal(0)
  let turnsAt = Number.POSITIVE_INFINITY
  let callOff = () => {}

  /** One timer, for the first of all that is to come, and for midnight where that is earlier. */
  const turnAt = (at: Instant) => {
    const now = clock.now()
    const midnight = now.toPlainDate().add({ days: 1 }).toZonedDateTime(now.timeZoneId).epochMilliseconds
    const turn = at > now.epochMilliseconds ? Math.min(at, midnight) : midnight
    if (turn >= turnsAt) return
    turnsAt = turn
    callOff()
    callOff = later(turn - now.epochMilliseconds, () => {
      turnsAt = Number.POSITIVE_INFINITY
      turned.value += 1
    })
  }

  const read = async () => {
    await Promise.all([markers.load(), timeline.load(), forms.value?.editing.follow()])
  }

  /** Shows the change here at once and tells the other pages. */
  const changed = async () => {
    changes.announce('records')
    await read()
  }

  /** The problem stays in sight until it was tried again, with those before it, whatever goes well meanwhile. */
  const attempt = async (
    work: () => Promise<StoreProblem | null>,
    tried: Failure | null = null,
  ): Promise<void> => {
    const problem = await work()
    const left = failed.value === tried ? null : failed.value
    const failure: Failure | null = problem && {
      is: { problem, doing: 'save' },
      again: async () => {
        await attempt(work, failure)
        await left?.again()
      },
    }
    failed.value = failure ?? left
    await changed()
  }

  const loadForms = async (): Promise<HistoryForms | null> => {
    try {
      forms.value ??= await needs.loadForms()
    } catch {
      failed.value = { is: { doing: 'load' }, again: async () => void (await loadForms()) }
      return null
    }
    if (failed.value?.is.doing === 'load') failed.value = null
    return forms.value
  }

  const remove = (items: Removal['items'], more?: Promise<Removal['items']>) =>
    attempt(async () => {
      const problem = await removing.remove(items, more)
      if (problem === null) timeline.forget([...items, ...((await more) ?? [])].map(({ id }) => id))
      return problem
    })

  /** Offers to take the addition back, for a while. */
  const offerUndo = (id: Id | null, kind: 'check-in' | 'marker' = 'check-in') => {
    stopAdded()
    added.value = id
    if (id === null) return
    addedKind.value = kind
    timeline.keepInSight(id)
    stopAdded = later(undoTime, () => {
      added.value = null
    })
  }

  /** What of an entry is known here: a check-in and the pauses that are shown with it, or a pause. */
  const knownOf = (entry: HistoryEntry): readonly RemovalItem[] =>
    entry.kind === 'session'
      ? [{ store: 'sessions', id: entry.id }]
      : [
          { store: 'checkIns', id: entry.id },
          ...entry.sessions.map(({ id }) => ({ store: 'sessions', id }) as const),
        ]

  /** What else goes with it: a check-in takes its pauses along, also those that no list shows with it. */
  const unknownOf = async (entry: HistoryEntry): Promise<readonly RemovalItem[]> => {
    if (entry.kind === 'session') return []
    const near = await records.between('sessions', entry.at, entry.at + pausesWithin)
    const known = new Set(entry.sessions.map(({ id }) => id))
    return near.ok
      ? near.value.flatMap(({ id, checkInId }) =>
          checkInId === entry.id && !known.has(id) ? [{ store: 'sessions', id } as const] : [],
        )
      : []
  }

  const itemsOf = async (entry: HistoryEntry) => [...knownOf(entry), ...(await unknownOf(entry))]

  const removeCheckIn = async (id: Id) => {
    if (added.value === id) offerUndo(null)
    const shown = entriesIn([...(timeline.months.value ?? []), ...timeline.apart.value])
    const entry = shown.find(one => one.id === id)
    if (entry) return remove(knownOf(entry), unknownOf(entry))
    // One that was found by a search may be older than all that is read here.
    const stored = await records.get('checkIns', id)
    await remove(
      stored.ok && stored.value ? await itemsOf(checkInEntry(stored.value, [])) : [{ store: 'checkIns', id }],
    )
  }

  const removeMarker = async (id: Id) => {
    if (added.value === id) offerUndo(null)
    await remove([{ store: 'markers', id }])
  }

  const removePicked = async (months: readonly HistoryMonth[]): Promise<void> => {
    const picked = selection.picked.value
    const entries = entriesIn(months).filter(({ id }) => picked.has(id))
    const own = months
      .flatMap(({ days }) => days.flatMap(day => day.markers))
      .filter(({ id }) => picked.has(id))
    const items = [
      ...(await Promise.all(entries.map(itemsOf))).flat(),
      ...own.map(({ id }) => ({ store: 'markers', id }) as const),
    ]
    await attempt(async () => {
      const problem = await removing.removeMany(items, entries.length + own.length, gone => {
        const ids = gone.map(({ id }) => id)
        timeline.forget(ids)
        selection.pick(ids, false)
      })
      if (problem === null) selection.stop()
      return problem
    })
  }

  const hold = (lists: Lists): Lists => {
    const held = computed(() => forms.value?.hold(lists) ?? lists)
    return { months: computed(() => held.value.months.value), apart: computed(() => held.value.apart.value) }
  }

  changes.listen(topic => {
    if (topic === 'records') void read()
  })

  return {
    ...hold(timeline),
    hold,
    hasOlder: timeline.hasOlder,
    older: timeline.older,
    markers: markers.all,
    problem: computed(() => {
      if (failed.value) return failed.value.is
      const problem = timeline.problem.value ?? markers.problem.value
      return problem && { problem, doing: 'open' }
    }),
    forms,
    openId,
    selection,
    added,
    addedKind,
    removal: removing.removal,
    progress: removing.progress,
    now: ({ at, place }) => {
      const now = momentOf(clock.now())
      if (at > now.at || place > now.day) {
        turned.value
        turnAt(at)
      }
      return now
    },
    load: async () => {
      const reading = read()
      await removing.resume()
      if (await needs.finishMoves()) await changed()
      // A form that stood open stands open again.
      if (await needs.formWasOpen()) await loadForms()
      await reading
    },
    isAside: timeline.isAside,
    setAside: timeline.setAside,
    bringBack: timeline.bringBack,
    loadForms,
    beginPast: async () => (await loadForms())?.past.begin(),
    beginMarker: async marker => (await loadForms())?.marker.begin(marker),
    edit: async checkIn => {
      const loaded = await loadForms()
      // Wherever it moves, it stays in sight.
      timeline.keepInSight(checkIn.id)
      await loaded?.editing.start(checkIn)
    },
    add: async () => {
      const id = (await forms.value?.past.save()) ?? null
      if (id === null) return null
      offerUndo(id)
      await changed()
      return id
    },
    addMarker: async () => {
      const isNew = forms.value?.marker.open.value?.changes === false
      const id = (await forms.value?.marker.save()) ?? null
      if (id === null) return null
      timeline.keepInSight(id)
      if (isNew) offerUndo(id, 'marker')
      await changed()
      return id
    },
    undoAdd: async () => {
      const id = added.value
      if (id === null) return
      await (addedKind.value === 'marker' ? removeMarker(id) : removeCheckIn(id))
    },
    removeCheckIn,
    removeSession: id => remove([{ store: 'sessions', id }]),
    removeMarker,
    removePicked,
    undo: () => {
      // Tried again, it is still the undo of this one, whatever was deleted meanwhile.
      const which = removing.removal.value
      return attempt(() => removing.undo(which))
    },
    tryAgain: () => failed.value?.again() ?? read(),
    checkIn: needs.openCheckIn,
  }
}
