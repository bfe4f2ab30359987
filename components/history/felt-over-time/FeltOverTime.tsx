/** Felt over time, folded until it is wanted: what it shows, and what draws it, is loaded when it is unfolded. */
import type { ComponentType } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import type { FeltOverTime as Model } from '../../../lib/app/felt-over-time.ts'
import { t } from '../../../lib/platform/i18n.ts'
import { Fold } from '../../fields/Fold.tsx'
import { NotLoaded } from '../../options/NotLoaded.tsx'

type Props = {
  /** Gives the same model each time. */
  readonly load: () => Promise<Model>
  /** Only what was found is shown. */
  readonly found: boolean
}

type Loaded = {
  readonly Opened: ComponentType<{ readonly model: Model; readonly found: boolean }>
  readonly model: Model
}

export const FeltOverTime = ({ load, found }: Props) => {
  const [open, setOpen] = useState(false)
  const [loaded, setLoaded] = useState<Loaded | 'failed' | null>(null)
  const begin = async () => {
    // The days are read while what draws them is still on its way.
    const model = load().then(made => {
      made.setOpen(true)
      return made
    })
    try {
      const [{ Opened }, made] = await Promise.all([import('./Opened.tsx'), model])
      setLoaded({ Opened, model: made })
    } catch {
      setLoaded('failed')
    }
  }

  useEffect(() => {
    if (open && loaded === null) void begin()
  }, [open, loaded])

  useEffect(() => {
    if (loaded === null || loaded === 'failed') return undefined
    loaded.model.setOpen(open)
    // What is folded, or left, follows no changes of the history.
    return () => loaded.model.setOpen(false)
  }, [open, loaded])

  return (
    <Fold
      label={t('over_title')}
      hint=""
      open={open}
      onOpen={next => {
        if (next) performance.mark('felt-asked')
        setOpen(next)
      }}
    >
      {loaded === null && <p role="status">{t('over_loading')}</p>}
      {loaded === 'failed' && <NotLoaded />}
      {loaded !== null && loaded !== 'failed' && <loaded.Opened model={loaded.model} found={found} />}
    </Fold>
  )
}
