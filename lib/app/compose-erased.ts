/** The composition root of the page that deletes everything. */
import { createChanges } from '../platform/changes.ts'
import { leaveFor, leaveOthers } from '../platform/erase.ts'
import { later } from '../platform/later.ts'
import { localValues } from '../platform/local.ts'
import { snapshotFiles } from '../platform/private-files.ts'
import { neverUsed } from '../store/never-used.ts'
import { composeEraser } from './compose-eraser.ts'
import { createErasedPage } from './erased.ts'

export const erasedPage = '/erased.html'

export const composeErased = () =>
  createErasedPage({
    eraser: composeEraser(),
    leaveOthers: () => leaveOthers(erasedPage),
    leave: () => leaveFor('/options.html'),
    isEmpty: async () =>
      (await localValues.keys()).length === 0 && (await neverUsed(localValues, snapshotFiles)),
    later,
    changes: createChanges(),
  })
