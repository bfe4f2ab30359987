/** Reads Chromium's own log of the network: which addresses were asked for, and by whom. */
import { readFileSync } from 'node:fs'

export type Request = { readonly url: string; readonly initiator: string }

type Event = {
  readonly type: number
  readonly params?: { readonly url?: string; readonly initiator?: string }
}

/** An event's line, or null where a killed browser left it unfinished. */
const readEvent = (line: string): Event | null => {
  try {
    return JSON.parse(line.replace(/,$/, ''))
  } catch {
    return null
  }
}

/** Every request in a file written by `--log-net-log`, whose first line names the kinds of events and each later one is an event. */
export const requestsIn = (file: string): readonly Request[] => {
  const lines = readFileSync(file, 'utf8').split('\n')
  const started = /"URL_REQUEST_START_JOB":(\d+)/.exec(lines[0] ?? '')?.[1]
  if (started === undefined) throw new Error('This log does not know requests')
  return lines
    .filter(line => line.includes('"url":'))
    .flatMap(line => readEvent(line) ?? [])
    .filter(event => event.type === Number(started))
    .map(({ params }) => ({ url: params?.url ?? '', initiator: params?.initiator ?? '' }))
}
