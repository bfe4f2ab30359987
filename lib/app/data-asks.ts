/** What pages ask of the data worker: work on whole files that would hold a page up, or take more memory than a page may. */
import type { Claims } from '../core/insight/claims.ts'
import type { FactPart } from '../core/insight/gather.ts'
import type { FileHead, FilePart } from './file-parts.ts'
import type { PatternsGiven, PatternsPart } from './pattern-work.ts'

/**
 * Under each name what may be handed over ahead, what is given, the parts that come before the answer, and the answer. All of it is copied from one side to the
 * other; of a Blob or File the contents are not.
 */
export type DataAsks = {
  /** The same bytes in the age format: https://age-encryption.org/v1. Takes about 3 seconds and 256 MiB before it begins. */
  readonly encrypt: {
    readonly ahead: never
    readonly given: { readonly content: Blob; readonly passphrase: string }
    readonly part: never
    readonly answer: Blob
  }
  /** What a picked file holds, its lists in parts. Fails where the browser does not give the file out. */
  readonly read: {
    readonly ahead: never
    readonly given: { readonly file: Blob; readonly passphrase: string | null }
    readonly part: FilePart
    readonly answer: FileHead
  }
  /** What Patterns show, a card at a time, and which claims stand from now on. */
  readonly patterns: {
    readonly ahead: FactPart
    readonly given: PatternsGiven
    readonly part: PatternsPart
    readonly answer: Claims
  }
}
