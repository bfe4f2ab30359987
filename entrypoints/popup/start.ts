/** Starts the check-in, for the popup and for the small window. */
import { startCheckIn } from '../../components/check-in/start.tsx'
import { composeCheckIn } from '../../lib/app/compose-check-in.ts'

const close = () => window.close()

/** The whole check-in, in the popup and in the small window; answers whether its first question stands. */
export const start = async (view: 'popup' | 'window', hide: () => void = close): Promise<boolean> => {
  const { model, isLocked } = await composeCheckIn({
    isPopup: view === 'popup',
    close,
    hide,
    loadEnd: () => import('./end.ts'),
  })
  const aside = isLocked ? (await import('../../components/lock/LockedAside.tsx')).LockedAside : null
  return startCheckIn(model, aside)
}
