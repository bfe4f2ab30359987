/** Word of changes between the open pages and the worker. */
import type { Changes, Topic } from '../app/ports.ts'

const channelName = 'thaw-changes'

const topics: readonly unknown[] = [
  'records',
  'settings',
  'nudge',
  'check-in',
  'lock',
] satisfies readonly Topic[]

/**
 * A BroadcastChannel: it reaches every page and a worker that runs, in both browsers, from a popup about to close too, and wakes
 * nobody. `storage.onChanged` and messages would start the worker for every answer that is kept; what the worker must act on is told
 * to it by a message of its own. Listeners in this context hear of its own changes as well.
 */
export const createChanges = (): Changes => {
  const listeners = new Set<(topic: Topic) => void>()
  let channel: BroadcastChannel | null = null
  const tell = (topic: Topic) => {
    for (const heard of [...listeners]) heard(topic)
  }
  const opened = (): BroadcastChannel => {
    if (channel !== null) return channel
    channel = new BroadcastChannel(channelName)
    channel.onmessage = ({ data }) => {
      if (topics.includes(data)) tell(data as Topic)
    }
    return channel
  }
  return {
    announce: topic => {
      opened().postMessage(topic)
      queueMicrotask(() => tell(topic))
    },
    listen: heard => {
      opened()
      listeners.add(heard)
      return () => {
        listeners.delete(heard)
      }
    },
  }
}
