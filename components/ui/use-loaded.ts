/** Code that is brought when it is first needed. */
import { useEffect, useState } from 'preact/hooks'

/**
 * `bring` is called once it is needed; what it brought stays. null until it is there, `failed` where its files could not be
 * read, as after an update under an open page.
 */
export const useLoaded = <Part>(bring: () => Promise<Part>, needed: boolean): Part | 'failed' | null => {
  // A component is a function, which the state would call.
  const [loaded, setLoaded] = useState<{ readonly part: Part | 'failed' } | null>(null)
  const isNeeded = needed && loaded === null
  useEffect(() => {
    if (!isNeeded) return
    void bring().then(
      part => setLoaded({ part }),
      () => setLoaded({ part: 'failed' }),
    )
  }, [isNeeded])
  return loaded?.part ?? null
}
