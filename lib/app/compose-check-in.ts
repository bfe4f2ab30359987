/** The composition root of the popup and of the small window: the check-in on the real browser. */
import { readDraft } from '../core/draft.ts'
import { createChanges } from '../platform/changes.ts'
import { systemClock } from '../platform/clock.ts'
import { label, locale } from '../platform/i18n.ts'
import { later } from '../platform/later.ts'
import { localValues } from '../platform/local.ts'
import { askWorker } from '../platform/messages.ts'
import { systemChance } from '../platform/random.ts'
import { createSlot } from '../platform/slots.ts'
import { checkInRecords } from '../store/check-in-records.ts'
import { connect } from '../store/connection.ts'
import { webLocks } from '../store/locks.ts'
import { createWriter } from '../store/write.ts'
import { type CheckInModel, createCheckIn } from './check-in.ts'
import { createNudges } from './messages.ts'

/** `leave` closes the popup or window. */
export const composeCheckIn = (leave: () => void): CheckInModel => {
  const parts = { clock: systemClock, chance: systemChance, keyValue: localValues, locks: webLocks() }
  const connection = connect(parts)
  return createCheckIn({
    records: checkInRecords(parts, connection, createWriter(parts, connection)),
    draft: createSlot(localValues, 'draft', readDraft),
    nudges: createNudges(askWorker()),
    changes: createChanges(),
    clock: systemClock,
    chance: systemChance,
    later,
    wordLabel: id => label('word', id),
    locale,
    leave,
  })
}
