/** The processor time of a whole browser, read from Linux: every thread of every process that it started. */
import { readdirSync, readFileSync } from 'node:fs'

/** Nanoseconds on a processor so far, by thread. */
export type ThreadTimes = ReadonlyMap<string, number>

const read = (file: string): string => {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    // A process may end between the list and the look.
    return ''
  }
}

const list = (folder: string): readonly string[] => {
  try {
    return readdirSync(folder)
  } catch {
    return []
  }
}

/** The fifth field of /proc/PID/stat, counted from behind the name, which may hold spaces: https://man7.org/linux/man-pages/man5/proc_pid_stat.5.html */
const groupOf = (pid: string): number => Number(read(`/proc/${pid}/stat`).split(') ').at(-1)?.split(' ')[2])

/** Every process of a browser shares the group of the first. `stat` counts in steps of 10 ms, `schedstat` in nanoseconds. */
export const threadTimes = (group: number): ThreadTimes => {
  const pids = list('/proc').filter(name => /^\d+$/.test(name) && groupOf(name) === group)
  if (pids.length === 0)
    throw new Error('The processor time of a browser can be read on Linux alone, while it runs')
  const threads = pids.flatMap(pid => list(`/proc/${pid}/task`).map(thread => `${pid}/task/${thread}`))
  return new Map(
    threads.map(thread => [thread, Number(read(`/proc/${thread}/schedstat`).split(' ')[0] || 0)]),
  )
}

/** Milliseconds on a processor between two looks. */
export const spentBetween = (before: ThreadTimes, after: ThreadTimes): number => {
  let nanoseconds = 0
  for (const [thread, time] of after) nanoseconds += Math.max(0, time - (before.get(thread) ?? 0))
  return nanoseconds / 1e6
}
