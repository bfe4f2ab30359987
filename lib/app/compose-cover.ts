/** The composition root of the cover; small, because it stands before the popup. */
import { uncover } from '../platform/cover.ts'
import { later } from '../platform/later.ts'
import { askWorker } from '../platform/messages.ts'
import { type Cover, createCover } from './cover.ts'
import { createNudges } from './messages.ts'

/** `page` lies under the cover; `close` closes the popup or window. */
export const composeCover = (page: string, close: () => void): Cover =>
  createCover({ nudges: createNudges(askWorker()), later, uncover: () => uncover(page), close })
