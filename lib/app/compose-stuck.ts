/** What "I'm stuck" and the lines a person keeps stand on, in the popup and in the small window. */
import { readAsked, readTypedLine } from '../core/keepsake.ts'
import { lineRemovalKey, typedLineKey } from '../core/value-keys.ts'
import { copyText } from '../platform/clipboard.ts'
import { systemClock } from '../platform/clock.ts'
import { t } from '../platform/i18n.ts'
import { localValues, sessionValues } from '../platform/local.ts'
import { systemChance } from '../platform/random.ts'
import { createSlot } from '../platform/slots.ts'
import { connect } from '../store/connection.ts'
import { removalRecords } from '../store/removal-records.ts'
import { createWriter } from '../store/write.ts'
import type { KeyValue, Locks } from './ports.ts'
import { readRemoval } from './removal.ts'
import type { StuckPorts } from './stuck-step.ts'

/** `values` are those in which what was typed is kept. */
export const composeStuck = (locks: Locks, values: KeyValue): StuckPorts => {
  const parts = { clock: systemClock, chance: systemChance, keyValue: localValues, locks }
  // Opened by the first deletion; the check-in itself deletes nothing.
  const connection = connect(parts)
  return {
    removals: removalRecords(parts, connection, createWriter(parts, connection)),
    removal: createSlot(sessionValues, lineRemovalKey, readRemoval),
    line: createSlot(values, typedLineKey, readTypedLine),
    asked: createSlot(values, 'line-asked', readAsked),
    copyText,
    sentence: () => t('help_sentence'),
  }
}
