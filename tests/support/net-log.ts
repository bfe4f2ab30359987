/** Reads Chromium's own log of the network: which addresses were asked for, and by whom. */
import { readFileSync } from 'node:fs'

export type Request = { readonly url: string; readonly initiator: string }

type NetLog = {
  readonly constants: { readonly logEventTypes: { readonly [name: string]: number } }
  readonly events: readonly {
    readonly type: number
    readonly params?: { readonly url?: string; readonly initiator?: string }
  }[]
}

/** Every request in a file written by `--log-net-log` in a browser that has closed. */
export const requestsIn = (file: string): readonly Request[] => {
  const log: NetLog = JSON.parse(readFileSync(file, 'utf8'))
  const started = log.constants.logEventTypes['URL_REQUEST_START_JOB']
  if (started === undefined) throw new Error('This log does not know requests')
  return log.events
    .filter(event => event.type === started)
    .map(({ params }) => ({ url: params?.url ?? '', initiator: params?.initiator ?? '' }))
}
