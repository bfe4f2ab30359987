/** The composition root of the steps after the first question; loaded once they are needed. */
import { formatMinutes } from '../platform/formats.ts'
import { holdBusy } from '../platform/hold.ts'
import { label, synonyms } from '../platform/i18n.ts'
import { sessionValues } from '../platform/local.ts'
import { createSound } from '../platform/sound.ts'
import { createSettingsStore } from '../store/settings.ts'
import type { CheckInPorts, Walk } from './check-in-types.ts'
import { composeLearnLinks } from './compose-learn-links.ts'
import { thawsNames } from './compose-own-words.ts'
import { composeStuck } from './compose-stuck.ts'
import { composeTextWatch } from './compose-text-watch.ts'
import { createLaterSteps, type LaterSteps } from './later-steps.ts'
import type { KeyValue } from './ports.ts'

/** `ports` are those of the first question, `values` those in which what was typed is kept. From here on until the page is closed, no update ends it. */
export const composeLaterSteps = (ports: CheckInPorts, values: KeyValue, walk: Walk): LaterSteps => {
  holdBusy()
  const settings = createSettingsStore(values, ports.locks, ports.clock)
  return createLaterSteps(
    {
      ...ports,
      settings,
      tagLabel: thawsNames.tags,
      pauseLabel: id => label('pause', id),
      hourLabel: hour => formatMinutes(hour * 60),
      synonyms,
      sound: createSound(),
      stuck: composeStuck(ports.locks, values),
      watch: composeTextWatch({ settings, session: sessionValues, clock: ports.clock }),
      learn: composeLearnLinks(sessionValues, '/options.html#learn'),
    },
    walk,
  )
}
