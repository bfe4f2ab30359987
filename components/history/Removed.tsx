/** "Deleted." with its way back; focus goes to Undo, and to the nearest heading once the time is over. */
import { useEffect, useRef } from 'preact/hooks'
import type { Removal, RemovalProgress } from '../../lib/app/removal.ts'
import { plural, t } from '../../lib/platform/i18n.ts'
import { Button } from '../ui/Button.tsx'
import { Notice } from '../ui/Notice.tsx'
import { Progress } from './Progress.tsx'

type Props = {
  readonly removal: Removal | null
  /** While many come back. */
  readonly progress?: RemovalProgress | null
  readonly onUndo: () => void
}

const heading = ':is(h1, h2)[tabindex]'

/** The one that stands over the nearest part of the page. */
const headingNear = (element: HTMLElement | null): HTMLElement | null =>
  element?.closest(`:has(${heading})`)?.querySelector<HTMLElement>(heading) ?? null

export const Removed = ({ removal, progress, onUndo }: Props) => {
  const button = useRef<HTMLButtonElement>(null)
  const place = useRef<HTMLDivElement>(null)
  const shown = useRef(false)
  const count = removal?.count ?? 1

  useEffect(() => {
    if (removal) button.current?.focus({ preventScroll: true })
    // The button took focus with it when it went: nobody is left at the top of the page without a word.
    else if (shown.current && document.activeElement === document.body)
      headingNear(place.current)?.focus({ preventScroll: true })
    shown.current = removal !== null
  }, [removal])

  return (
    <>
      {removal && progress?.doing === 'undo' && (
        <Notice>
          <Progress progress={progress} />
        </Notice>
      )}
      <div ref={place} role="status">
        {removal && (
          <Notice
            buttons={
              <Button buttonRef={button} onPress={onUndo}>
                {t('undo')}
              </Button>
            }
          >
            <p>{count > 1 ? plural('deleted_several', count) : t('deleted')}</p>
          </Notice>
        )}
      </div>
    </>
  )
}
