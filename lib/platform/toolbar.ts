/** What the toolbar button opens, and its title. Both are compared before they are written, so that they can follow every wake. */
import { browser } from 'wxt/browser'
import type { Instant } from '../core/time.ts'
import { zonedAt } from '../core/time.ts'
import { formatDay, formatTime } from './formats.ts'
import { t } from './i18n.ts'

const name = 'Thaw'

/** Browsers forget it with every restart; `cover.ts` sees to the first moments. */
export const setCover = async (on: boolean): Promise<void> => {
  const popup = on ? '/cover.html' : '/popup.html'
  if ((await browser.action.getPopup({})) === browser.runtime.getURL(popup)) return
  await browser.action.setPopup({ popup })
}

/** The time where that is on this day, else the day. Says nothing about feelings: people beside may read it. */
export const setQuietTitle = async (until: Instant | null, now: Temporal.ZonedDateTime): Promise<void> => {
  const end = until === null ? null : zonedAt(until, now.timeZoneId).toPlainDate()
  const isToday = end?.equals(now.toPlainDate()) === true
  const when =
    until !== null && isToday ? formatTime(until, now.timeZoneId) : end && formatDay(end.toString())
  const title = when ? t('toolbar_quiet', when) : name
  if ((await browser.action.getTitle({})) !== title) await browser.action.setTitle({ title })
}
