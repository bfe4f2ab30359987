/** What the part stands on: the import that is open, the earlier ones, and the way to take a list along. */
import type { ImportModel } from '../../../lib/app/import.ts'
import type { ImportList } from '../../../lib/app/import-list.ts'
import type { SaveUnread } from '../../../lib/app/unread-file.ts'

export type ImportParts = {
  readonly model: ImportModel
  readonly list: ImportList
  readonly saveUnread: SaveUnread
  /** The zone in which the times of earlier imports are shown. */
  readonly zone: () => string
}
