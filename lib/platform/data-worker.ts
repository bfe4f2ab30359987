/**
 * The dedicated worker as pages see it: starts it, asks one thing of it, and ends it, which frees whatever the work took.
 *
 * What can be asked is a typed map (lib/app/data-asks.ts). A new ask is a line there and its work in lib/app/compose-data-worker.ts:
 * a function of what is given and of `tell`, through which it says how far it is and sends parts of a long answer ahead.
 */

/** What can be asked: everything is copied from one side to the other. */
export type WorkerAsks = {
  readonly [name: string]: {
    /** What may be handed over bit by bit before it is asked. */
    readonly ahead: unknown
    readonly given: unknown
    readonly part: unknown
    readonly answer: unknown
  }
}

type WorkerWork<Part> = {
  readonly onProgress?: (done: number, of: number) => void
  /** Parts of a long answer, in order, before it resolves; each comes in a task of its own. */
  readonly onPart?: (part: Part) => void
  /** Ends the worker at once, wherever it is. */
  readonly signal?: AbortSignal
}

/** Resolves with null where it was stopped. Rejects where the worker did not start or its work threw. */
export type AskDataWorker<Asks extends WorkerAsks> = <Name extends keyof Asks & string>(
  name: Name,
  given: Asks[Name]['given'],
  work?: WorkerWork<Asks[Name]['part']>,
) => Promise<Asks[Name]['answer'] | null>

/**
 * As AskDataWorker, for what is too much to be held here as a whole: `read` hands it over as it comes, and gives the rest. Where it gives
 * null nothing is asked; where it rejects, so does this.
 */
export type FeedDataWorker<Asks extends WorkerAsks> = <Name extends keyof Asks & string>(
  name: Name,
  read: (hand: (ahead: Asks[Name]['ahead']) => void) => Promise<Asks[Name]['given'] | null>,
  work?: WorkerWork<Asks[Name]['part']>,
) => Promise<Asks[Name]['answer'] | null>

/** What the worker hears: what is handed to it ahead, and then what it is asked. */
export type AskWord<Asks extends WorkerAsks> =
  | { readonly kind: 'ahead'; readonly ahead: Asks[keyof Asks]['ahead'] }
  | { readonly kind: 'ask'; readonly name: keyof Asks; readonly given: Asks[keyof Asks]['given'] }

/** What the worker says. */
export type WorkerWord =
  | { readonly kind: 'progress'; readonly done: number; readonly of: number }
  | { readonly kind: 'part'; readonly part: unknown }
  | { readonly kind: 'answer'; readonly answer: unknown }
  | { readonly kind: 'failed'; readonly name: string }

/** Where the build puts entrypoints/data-worker.ts. */
const address = '/data-worker.js'

/** As browsers have it; TypeScript knows it not yet. https://w3c.github.io/trusted-types/dist/spec/ */
type TrustedTypes = {
  createPolicy(
    name: string,
    rules: { createScriptURL(url: string): string },
  ): { createScriptURL(url: string): string }
}
declare const trustedTypes: TrustedTypes | undefined

let policy: ReturnType<TrustedTypes['createPolicy']> | null = null

/** The one policy that the content security policy allows: it knows the one worker and refuses everything else. */
const trusted = (url: string): string => {
  if (typeof trustedTypes === 'undefined') return url
  policy ??= trustedTypes.createPolicy('thaw-worker', {
    createScriptURL: asked => {
      if (asked !== address) throw new TypeError('Not a worker of Thaw')
      return asked
    },
  })
  return policy.createScriptURL(url)
}

/** One worker for each ask, and none when nothing is asked. */
export const feedDataWorker =
  <Asks extends WorkerAsks>(): FeedDataWorker<Asks> =>
  (name, read, { onProgress, onPart, signal } = {}) =>
    new Promise((resolve, reject) => {
      if (signal?.aborted) return resolve(null)
      const worker = new Worker(trusted(address))
      const end = () => {
        worker.terminate()
        signal?.removeEventListener('abort', stop)
      }
      const stop = () => {
        end()
        resolve(null)
      }
      signal?.addEventListener('abort', stop)
      worker.onmessage = ({ data }: MessageEvent<WorkerWord>) => {
        // Words that were on their way when it was stopped.
        if (signal?.aborted) return
        switch (data.kind) {
          case 'progress':
            return onProgress?.(data.done, data.of)
          case 'part':
            return onPart?.(data.part as never)
          case 'answer':
            end()
            return resolve(data.answer as never)
          case 'failed':
            end()
            return reject(new DOMException('The work could not be done', data.name))
        }
      }
      const lose = () => {
        end()
        reject(new Error('The data worker did not start'))
      }
      worker.addEventListener('error', lose)
      worker.addEventListener('messageerror', lose)
      const say = (word: AskWord<Asks>) => worker.postMessage(word)
      read(ahead => say({ kind: 'ahead', ahead })).then(
        given => (given === null ? stop() : say({ kind: 'ask', name, given })),
        problem => {
          end()
          reject(problem)
        },
      )
    })

/** For what is there as a whole already. */
export const askDataWorker = <Asks extends WorkerAsks>(): AskDataWorker<Asks> => {
  const feed = feedDataWorker<Asks>()
  return (name, given, work) => feed(name, async () => given, work)
}
