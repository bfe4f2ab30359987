/** Where a form keeps what is typed in it, and what keeps an update from ending the page meanwhile. */
import type { Hold, Slot } from './ports.ts'

type Needs<Draft> = {
  /** Outlives the browser, and is sealed under a lock. */
  readonly lasting: Slot<Draft>
  /** Outlives the page, not the browser; emptied when Thaw is locked. */
  readonly fleeting: Slot<Draft>
  /** Whether anything stands in it that is written nowhere else. */
  readonly holdsText: (draft: Draft) => boolean
  /** Whether a form with something in it stands open. */
  readonly isInUse: (draft: Draft) => boolean
  /** Keeps an update waiting; what it gives back lets it begin. */
  readonly holdBusy: Hold
}

/**
 * What was typed is there however long ago that was, until it is saved or emptied. That an empty form stood open is of no use to
 * anybody days later, so it is remembered for as long as the browser runs.
 */
export const createDraftSlot = <Draft>(needs: Needs<Draft>): Slot<Draft> => {
  const { lasting, fleeting, holdsText, isInUse, holdBusy } = needs
  let letGo: (() => void) | null = null

  const hold = (draft: Draft | null) => {
    if (draft !== null && isInUse(draft)) letGo ??= holdBusy()
    else {
      letGo?.()
      letGo = null
    }
  }

  return {
    read: async () => {
      const draft = (await lasting.read()) ?? (await fleeting.read())
      if (draft !== null) hold(draft)
      return draft
    },
    write: async draft => {
      hold(draft)
      if (draft !== null && holdsText(draft)) await lasting.write(draft)
      else await Promise.all([lasting.write(null), fleeting.write(draft)])
    },
  }
}
