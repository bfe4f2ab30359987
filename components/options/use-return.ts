/** Calls when the page comes back into sight: time went on, and other pages may have done something. */
import { useEffect } from 'preact/hooks'

export const useReturn = (call: () => void): void =>
  useEffect(() => {
    const look = () => {
      if (document.visibilityState === 'visible') call()
    }
    document.addEventListener('visibilitychange', look)
    return () => document.removeEventListener('visibilitychange', look)
  }, [call])
