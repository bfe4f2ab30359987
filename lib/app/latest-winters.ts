/** Reads whether the latest two winters were lower than the summers beside them; brought where Patterns claim that of winters. */
import { hemisphereOf } from '../content/southern-zones.ts'
import { lastWintersLower, wintersFrom } from '../core/insight/winter.ts'
import { momentOf } from '../core/time.ts'
import type { Clock, Records } from './ports.ts'

type Needs = { readonly records: Pick<Records, 'days'>; readonly clock: Clock }

/** False where the days cannot be read. */
export const readLatestWinters = async ({ records, clock }: Needs): Promise<boolean> => {
  const { day, zone } = momentOf(clock.now())
  const days = await records.days(wintersFrom(day), day)
  return days.ok && lastWintersLower(days.value, hemisphereOf(zone), day)
}
