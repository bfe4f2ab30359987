/** Turns what the browser throws into what a person can be told. */
import type { StoreProblem } from '../app/ports.ts'
import { errorName } from '../core/error-name.ts'

/** True where the connection had been closed under us, so that a fresh one may do. */
export const isLost = (error: unknown): boolean => errorName(error) === 'InvalidStateError'

/**
 * `full` where there is no room, `newer` where a newer Thaw made the database, else `failed` with the error's name
 * (never its message, which may hold what the person wrote).
 */
export const problemOf = (error: unknown): StoreProblem => {
  const name = errorName(error)
  if (name === 'VersionError') return { kind: 'newer' }
  if (name === 'QuotaExceededError') return { kind: 'full' }
  // On a full disk Chromium's IndexedDB answers with an UnknownError, and `storage.local` of both browsers with a plain
  // Error; what it was stands in the words alone:
  // https://source.chromium.org/chromium/chromium/src/+/main:third_party/leveldatabase/env_chromium.cc
  if (error instanceof Error && /quota|no[ _]space|disk.*full/i.test(error.message)) return { kind: 'full' }
  return { kind: 'failed', name }
}

/** The error that tells most: an aborted transaction often says no more than that it was aborted. */
export const tellingError = (errors: readonly unknown[]): unknown =>
  errors.find(error => problemOf(error).kind === 'full') ??
  errors.find(error => errorName(error) !== 'AbortError') ??
  errors[0]
