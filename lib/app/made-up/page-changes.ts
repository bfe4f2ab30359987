/** Word of changes within one page alone: no other page and no worker hears of what happens to made-up data. */
import type { Changes, Topic } from '../ports.ts'

export const createPageChanges = (): Changes => {
  const listeners = new Set<(topic: Topic) => void>()
  return {
    // Not at once, as among pages: whoever announces has done all of it by then.
    announce: topic =>
      queueMicrotask(() => {
        for (const heard of [...listeners]) heard(topic)
      }),
    listen: heard => {
      listeners.add(heard)
      return () => {
        listeners.delete(heard)
      }
    },
  }
}
