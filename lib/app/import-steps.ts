/** The steps of an import as its page shows them, from waiting for a file to done. */
import type { RefusedReason } from '../core/foreign.ts'
import type { Id } from '../core/records.ts'
import type { Meeting } from './data-ports.ts'
import type { ImportChoices } from './import-choices.ts'
import type { Found } from './import-found.ts'
import type { StoreProblem } from './ports.ts'

/** Why a file came to nothing; nothing was changed. */
export type ImportProblem =
  | { readonly kind: 'refused'; readonly reason: RefusedReason }
  /** The browser could not give out the file. */
  | { readonly kind: 'unreadable' }

export type ImportStep =
  /** `stopped`: the person stopped the last one. */
  | { readonly kind: 'waiting'; readonly stopped: boolean }
  /** `secret`: a passphrase is being tried, which takes about three seconds. */
  | { readonly kind: 'reading'; readonly secret: boolean; readonly done: number; readonly of: number }
  | { readonly kind: 'passphrase'; readonly wrong: boolean }
  | { readonly kind: 'choosing'; readonly choices: ImportChoices }
  /** What was read is made into records and compared with the history. */
  | { readonly kind: 'comparing'; readonly done: number; readonly of: number }
  | {
      readonly kind: 'found'
      readonly found: Found
      /** The file holds settings, which can be taken over as well. */
      readonly hasSettings: boolean
      /** Something that the file holds was deleted here since, and can be brought back as well. */
      readonly hasDeleted: boolean
      /** What the person decided before, where it was a file of another app. */
      readonly choices: ImportChoices | null
      /** It was stopped, or could not be written; nothing was changed, unless the problem says that it may be there. */
      readonly after: 'stopped' | StoreProblem | null
    }
  | { readonly kind: 'writing'; readonly done: number; readonly of: number }
  | {
      readonly kind: 'done'
      /** null where no record was brought in, so that nothing can be taken back. */
      readonly id: Id | null
      readonly meeting: Meeting
      /** null where none were to be taken over; false where they could not be kept. */
      readonly settings: boolean | null
    }
  /** The history could not be read to compare with. */
  | { readonly kind: 'failed'; readonly problem: StoreProblem }
  | { readonly kind: 'refused'; readonly problem: ImportProblem }
