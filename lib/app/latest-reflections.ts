/** What was written down, among which plans are looked for: the latest of it at once, and what is older when there is time. */
import type { Reflection } from '../core/records.ts'
import type { CheckInRecords } from './ports.ts'

/** Reflections are read by so many, and plans looked for at once among so many of the latest. */
const pageSize = 200
const pagesAtMost = 10

type Needs = Pick<CheckInRecords, 'page'>

/** The latest reflections, newest first; none where they cannot be read. */
export const latestReflections = async (records: Needs): Promise<readonly Reflection[]> => {
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

/**
 * The plans that are older than the `latest` reflections, newest first, with a `pause` before each page; null where they cannot be
 * read.
 */
export const olderPlans = async (
  records: Needs,
  latest: readonly Reflection[],
  pause: () => Promise<unknown>,
): Promise<readonly Reflection[] | null> => {
  const plans: Reflection[] = []
  let before = latest.length < pageSize * pagesAtMost ? undefined : latest.at(-1)
  while (before) {
    await pause()
    const found = await records.page('reflections', { before, limit: pageSize })
    if (!found.ok) return null
    plans.push(...found.value.filter(({ type }) => type === 'plan'))
    before = found.value.length < pageSize ? undefined : found.value.at(-1)
  }
  return plans
}
