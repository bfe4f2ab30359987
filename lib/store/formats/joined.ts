/** Several files of one format, as they lie in one zip, read as one. */
import type { ForeignEntry, ForeignMood, ForeignRead } from '../../core/foreign.ts'

/** Equal for entries that are the same but for the line that they stand on. */
const keyOf = ({ line: _, ...content }: ForeignEntry): string => JSON.stringify(content)

/** Exports overlap: an entry that several files hold is there as often as in the one that holds it most often. */
const entriesOf = (reads: readonly ForeignRead[]): readonly ForeignEntry[] => {
  const most = new Map<string, number>()
  return reads.flatMap(({ entries }) => {
    const here = new Map<string, number>()
    return entries.filter(entry => {
      const key = keyOf(entry)
      const times = (here.get(key) ?? 0) + 1
      here.set(key, times)
      if (times <= (most.get(key) ?? 0)) return false
      most.set(key, times)
      return true
    })
  })
}

/** Where files suggest different things for one mood, nothing is suggested. */
const moodsOf = (reads: readonly ForeignRead[], entries: readonly ForeignEntry[]): readonly ForeignMood[] => {
  const counts = Map.groupBy(entries, ({ mood }) => mood)
  const moods = Map.groupBy(
    reads.flatMap(read => read.moods),
    ({ key }) => key,
  )
  return [...moods.values()].flatMap(([mood, ...others]) =>
    mood === undefined
      ? []
      : [
          {
            ...mood,
            count: counts.get(mood.key)?.length ?? 0,
            suggested: others.every(({ suggested }) => suggested === mood.suggested) ? mood.suggested : null,
          },
        ],
  )
}

/** What all of them hold, which are of the format of the first. */
export const joined = (first: ForeignRead, others: readonly ForeignRead[]): ForeignRead => {
  if (others.length === 0) return first
  const reads = [first, ...others]
  const entries = entriesOf(reads)
  return {
    format: first.format,
    entries,
    moods: moodsOf(reads, entries),
    unreadable: reads.flatMap(({ unreadable }) => unreadable),
  }
}
