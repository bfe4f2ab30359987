/** What was written down lately, among which plans are looked for. */
import type { Reflection } from '../core/records.ts'
import type { CheckInRecords } from './ports.ts'

/** Reflections are read by so many, and plans looked for among so many of the latest. */
const pageSize = 200
const pagesAtMost = 10

/** The latest reflections, newest first; none where they cannot be read. */
export const latestReflections = async (
  records: Pick<CheckInRecords, 'page'>,
): Promise<readonly Reflection[]> => {
  const read: Reflection[] = []
  for (let page = 0; page < pagesAtMost; page += 1) {
    const before = read.at(-1)
    const found = await records.page('reflections', { ...(before && { before }), limit: pageSize })
    if (!found.ok) return []
    read.push(...found.value)
    if (found.value.length < pageSize) break
  }
  return read
}
