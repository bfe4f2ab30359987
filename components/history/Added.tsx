/** "Saved in your history." with its way back for a while; the focus is with the new entry. */
import { useEffect, useRef } from 'preact/hooks'
import { t } from '../../lib/platform/i18n.ts'
import { Button } from '../ui/Button.tsx'
import { Notice } from '../ui/Notice.tsx'

type Props = {
  readonly shown: boolean
  /** What Undo does, for screen readers. */
  readonly undoName: string
  readonly onUndo: () => void
}

export const Added = ({ shown, undoName, onUndo }: Props) => {
  const place = useRef<HTMLDivElement>(null)
  const was = useRef(false)

  useEffect(() => {
    // The time was over while the focus stood on Undo.
    if (was.current && !shown && document.activeElement === document.body)
      place.current?.closest('section')?.querySelector('h1')?.focus({ preventScroll: true })
    was.current = shown
  }, [shown])

  return (
    <div ref={place} role="status">
      {shown && (
        <Notice
          buttons={
            <Button name={undoName} onPress={onUndo}>
              {t('undo')}
            </Button>
          }
        >
          <p>{t('past_saved')}</p>
        </Notice>
      )}
    </div>
  )
}
