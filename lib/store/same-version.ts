/** Whether two copies of a record are one version of it. */
import type { Row } from '../core/merge.ts'
import { canonicalJson } from '../core/merge.ts'
import { sameRow } from './days-count.ts'

/** What JSON does not tell apart, such as a zero and a minus zero, is the same. */
export const sameVersion = (one: Row | null | undefined, other: Row | null | undefined): boolean =>
  one?.updatedAt === other?.updatedAt && (sameRow(one, other) || canonicalJson(one) === canonicalJson(other))
