/** The dedicated worker from within: one ask, answered by its handler, with word of how far it is. */

import { errorName } from '../core/error-name.ts'
import type { AskWord, WorkerAsks, WorkerWord } from './data-worker.ts'

/** How a handler speaks to the page before it answers. */
type Tell<Part> = {
  progress(done: number, of: number): void
  /** Part of a long answer, short enough to be copied without a page noticing. */
  part(part: Part): void
}

/** Each may throw or reject; the page then hears that it failed. */
export type WorkerHandlers<Asks extends WorkerAsks> = {
  readonly [Name in keyof Asks]: (
    given: Asks[Name]['given'],
    tell: Tell<Asks[Name]['part']>,
    ahead: readonly Asks[Name]['ahead'][],
  ) => Promise<Asks[Name]['answer']>
}

const say = (word: WorkerWord): void => {
  ;(globalThis as unknown as { postMessage(word: WorkerWord): void }).postMessage(word)
}

/** Must be called in the first turn of the worker. */
export const answerAsks = <Asks extends WorkerAsks>(handlers: WorkerHandlers<Asks>): void => {
  const tell: Tell<never> = {
    progress: (done, of) => say({ kind: 'progress', done, of }),
    part: part => say({ kind: 'part', part }),
  }
  const ahead: Asks[keyof Asks]['ahead'][] = []
  globalThis.onmessage = async ({ data }: MessageEvent<AskWord<Asks>>) => {
    if (data.kind === 'ahead') return void ahead.push(data.ahead)
    try {
      say({ kind: 'answer', answer: await handlers[data.name](data.given, tell, ahead) })
    } catch (error) {
      say({ kind: 'failed', name: errorName(error) })
    }
  }
}
