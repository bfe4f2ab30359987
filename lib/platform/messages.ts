/** Messages between Thaw's own pages and its worker: one typed map, answered with a Result, deaf to everyone else. */
import { browser } from 'wxt/browser'
import { fail, type Result } from '../core/result.ts'

/** What is asked under each kind, and what is answered. */
export type MessageMap = { readonly [kind: string]: { readonly ask: unknown; readonly answer: unknown } }

/** `unreachable`: no worker answered. `refused`: it did not understand. `failed`: it could not. */
type MessageProblem = 'unreachable' | 'refused' | 'failed'

export type MessageHandlers<Map extends MessageMap> = {
  readonly [Kind in keyof Map]: {
    /** The ask as its type, wrapped; null where it has another shape. */
    read(ask: unknown): { readonly ask: Map[Kind]['ask'] } | null
    answer(ask: Map[Kind]['ask']): Promise<Result<Map[Kind]['answer'], MessageProblem>>
  }
}

type Sender = { readonly id?: string; readonly url?: string }

/** Pages of this very extension, and nobody else. */
const isOwn = ({ id, url }: Sender): boolean =>
  id === browser.runtime.id && url?.startsWith(browser.runtime.getURL('/')) === true

const fieldsOf = (message: unknown): { readonly kind?: unknown; readonly ask?: unknown } =>
  typeof message === 'object' && message !== null ? message : {}

/** Must be called in the worker's first turn. Unknown kinds and foreign senders get no answer at all. */
export const answerMessages = <Map extends MessageMap>(handlers: MessageHandlers<Map>): void => {
  const answer = async (kind: keyof Map, ask: unknown) => {
    const handler = handlers[kind]
    const read = handler.read(ask)
    if (read === null) return fail<MessageProblem>('refused')
    try {
      return await handler.answer(read.ask)
    } catch {
      return fail<MessageProblem>('failed')
    }
  }
  browser.runtime.onMessage.addListener((message: unknown, sender: Sender, respond) => {
    const { kind, ask } = fieldsOf(message)
    if (!isOwn(sender) || typeof kind !== 'string' || !Object.hasOwn(handlers, kind)) return undefined
    void answer(kind, ask).then(respond)
    // The one way to answer later that every browser knows.
    return true
  })
}

const isResult = (answer: unknown): answer is { readonly ok: boolean } =>
  typeof answer === 'object' && answer !== null && 'ok' in answer && typeof answer.ok === 'boolean'

/** Asks the worker; never rejects. */
export type Ask<Map extends MessageMap> = <Kind extends keyof Map & string>(
  kind: Kind,
  ask: Map[Kind]['ask'],
) => Promise<Result<Map[Kind]['answer'], MessageProblem>>

export const askWorker =
  <Map extends MessageMap>(): Ask<Map> =>
  async (kind, ask) => {
    try {
      const answer: unknown = await browser.runtime.sendMessage({ kind, ask })
      return isResult(answer) ? (answer as never) : fail('unreachable')
    } catch {
      return fail('unreachable')
    }
  }
