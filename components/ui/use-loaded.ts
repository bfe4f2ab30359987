/** Code that is brought when it is first needed. */
import { useEffect, useState } from 'preact/hooks'

export type Loaded<Part> = {
  /** null until it is there; `failed` where its files could not be read, as after an update under an open page. */
  readonly part: Part | 'failed' | null
  tryAgain(): void
}

/** `bring` is called once it is needed; what it brought stays. */
export const useLoaded = <Part>(bring: () => Promise<Part>, needed: boolean): Loaded<Part> => {
  // A component is a function, which the state would call.
  const [loaded, setLoaded] = useState<{ readonly part: Part | 'failed' } | null>(null)
  const load = () =>
    void bring().then(
      part => setLoaded({ part }),
      () => setLoaded({ part: 'failed' }),
    )
  const isNeeded = needed && loaded === null
  useEffect(() => {
    if (isNeeded) load()
  }, [isNeeded])
  return { part: loaded?.part ?? null, tryAgain: load }
}
