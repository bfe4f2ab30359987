/** The names of the daily copies, which tell when each was taken. */
import type { Instant } from '../core/time.ts'

/** In UTC, so that names sort by time wherever the person is; without colons, which not every disk takes. */
export const snapshotName = (at: Instant): string =>
  `thaw-${Temporal.Instant.fromEpochMilliseconds(at).toString().slice(0, 19).replaceAll(':', '-')}.json`

/** When the copy of this name was taken, to the second; null where no copy is called so. */
export const snapshotTime = (name: string): Instant | null => {
  const parts = /^thaw-(\d{4}-\d{2}-\d{2})T(\d{2})-(\d{2})-(\d{2})\.json$/.exec(name)
  if (parts === null) return null
  const [, day, ...time] = parts
  try {
    return Temporal.Instant.from(`${day}T${time.join(':')}Z`).epochMilliseconds
  } catch {
    return null
  }
}
