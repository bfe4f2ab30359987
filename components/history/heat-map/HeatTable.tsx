/** The days of the map as a table, brought when it is unfolded. */
import { useState } from 'preact/hooks'
import type { YearMap } from '../../../lib/core/heat-map.ts'
import { t } from '../../../lib/platform/i18n.ts'
import { Fold } from '../../fields/Fold.tsx'
import { NotLoaded } from '../../options/NotLoaded.tsx'
import { useLoaded } from '../../ui/use-loaded.ts'
import type { DayMarkers } from './HeatMonth.tsx'

type Props = { readonly map: YearMap; readonly markers: DayMarkers }

export const HeatTable = (props: Props) => {
  const [open, setOpen] = useState(false)
  const part = useLoaded(() => import('./HeatDays.tsx'), open)
  return (
    <Fold label={t('heat_table')} hint={t('heat_table_hint')} open={open} onOpen={setOpen}>
      {part === 'failed' && <NotLoaded />}
      {part !== null && part !== 'failed' && <part.HeatDays {...props} />}
    </Fold>
  )
}
