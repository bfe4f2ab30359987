/** The days of the map as a table, brought when it is unfolded. */
import { useState } from 'preact/hooks'
import type { YearMap } from '../../../lib/core/heat-map.ts'
import { t } from '../../../lib/platform/i18n.ts'
import { Fold } from '../../fields/Fold.tsx'
import { StoreNotice } from '../../options/StoreNotice.tsx'
import { useLoaded } from '../../ui/use-loaded.ts'
import type { DayMarkers } from './HeatMonth.tsx'

type Props = { readonly map: YearMap; readonly markers: DayMarkers }

export const HeatTable = (props: Props) => {
  const [open, setOpen] = useState(false)
  const { part, tryAgain } = useLoaded(() => import('./HeatDays.tsx'), open)
  return (
    <Fold label={t('heat_table')} hint={t('heat_table_hint')} open={open} onOpen={setOpen}>
      {part === 'failed' && (
        <StoreNotice problem={{ kind: 'failed', name: 'load' }} doing="open" onTryAgain={tryAgain} />
      )}
      {part !== null && part !== 'failed' && <part.HeatDays {...props} />}
    </Fold>
  )
}
