/** What the doors are called. */
import type { Door } from '../../lib/app/stuck.ts'
import { messageKey, t } from '../../lib/platform/i18n.ts'

export const doorName = (door: Door): string => t(messageKey('stuck', door))
