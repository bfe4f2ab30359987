/** What a person decides about a file of another app before it becomes records: what its moods come to, and where it was lived. */
import { computed, type ReadonlySignal, signal } from '@preact/signals'
import type { ForeignFormat, ForeignMood, ForeignRead } from '../core/foreign.ts'
import type { Step } from '../core/records.ts'
import type { ForeignChoices } from './import-ports.ts'

export type ImportChoices = {
  readonly format: ForeignFormat
  readonly entries: number
  /** Entries that have no mood. */
  readonly moodless: number
  /** The moods of the file, the one that comes most first. */
  readonly moods: readonly ForeignMood[]
  /** What each comes to, by its key: at first what the file's own scale says, else null, which leaves it out. */
  readonly mapping: ReadonlySignal<ReadonlyMap<string, Step | null>>
  /** How many entries have a mood that is left out. */
  readonly leftOut: ReadonlySignal<number>
  /** Some of the times are without a zone. */
  readonly needsZone: boolean
  readonly zone: ReadonlySignal<string>
  /** The zones that can be chosen. */
  readonly zones: readonly string[]
  map(mood: string, to: Step | null): void
  setZone(zone: string): void
  chosen(): ForeignChoices
}

type Needs = {
  /** The zone of the browser. */
  readonly zone: string
  /** The zones that the browser knows. */
  readonly zones: readonly string[]
}

export const createImportChoices = (read: ForeignRead, needs: Needs): ImportChoices => {
  const moods = read.moods.toSorted((one, other) => other.count - one.count)
  const mapping = signal<ReadonlyMap<string, Step | null>>(
    new Map(moods.map(({ key, suggested }) => [key, suggested])),
  )
  const zone = signal(needs.zone)
  return {
    format: read.format,
    entries: read.entries.length,
    moodless: read.entries.filter(({ mood }) => mood === null).length,
    moods,
    mapping,
    leftOut: computed(() =>
      moods.reduce((sum, { key, count }) => (mapping.value.get(key) == null ? sum + count : sum), 0),
    ),
    needsZone: read.entries.some(({ time }) => time.kind !== 'instant' || time.offset === null),
    zone,
    // A browser may live in a zone that it does not list, such as UTC.
    zones: needs.zones.includes(needs.zone) ? needs.zones : [needs.zone, ...needs.zones],
    map: (mood, to) => {
      mapping.value = new Map(mapping.value).set(mood, to)
    },
    setZone: next => {
      zone.value = next
    },
    chosen: () => ({ zone: zone.value, moods: mapping.value }),
  }
}
