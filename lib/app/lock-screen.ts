/** The page model of the screen that stands in place of everything while Thaw is locked. */
import type { ErasePartModel } from './erase-part.ts'
import type { Lock } from './lock-ports.ts'
import type { Log } from './ports.ts'
import { createUnlock, type Unlock } from './unlock.ts'

export type LockScreenModel = {
  readonly unlock: Unlock
  /** Check-ins can still be added. */
  openCheckIn(): void
  /** Brings what deletes everything, for a person who has neither passphrase nor code. */
  loadErase(): Promise<ErasePartModel>
}

type Needs = {
  readonly lock: Pick<Lock, 'facts' | 'unlock'>
  readonly log: Log
  readonly openCheckIn: () => void
  readonly loadErase: () => Promise<ErasePartModel>
  /** See unlock. */
  readonly adopt?: () => Promise<boolean>
  /** It is open, for this page and every other one. */
  readonly onOpen?: () => void
}

export const createLockScreen = ({ openCheckIn, loadErase, ...needs }: Needs): LockScreenModel => ({
  unlock: createUnlock(needs),
  openCheckIn,
  loadErase,
})
