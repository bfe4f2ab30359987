/** What screen readers are told of a press: once what is shown stands still, and of no change that nobody asked for. */
import { useEffect, useRef, useState } from 'preact/hooks'

/** How long it stands before it is told, in milliseconds: not at every one of many presses. */
const rests = 500

type Told = {
  /** For a live region; empty once something else is shown. */
  readonly told: string
  /** The person asked for what is shown, or for what will be once `coming` is there. */
  readonly tell: (coming?: Promise<void>) => void
}

/** `shown` is another object whenever something else is shown, and `text` says what. */
export const useTold = (shown: object | null, text: string): Told => {
  const [asked, setAsked] = useState(0)
  const [last, setLast] = useState({ shown, text: '' })
  const latest = useRef(text)
  latest.current = text

  useEffect(() => {
    if (asked === 0) return undefined
    const timer = setTimeout(() => {
      setAsked(0)
      setLast({ shown, text: latest.current })
    }, rests)
    return () => clearTimeout(timer)
  }, [asked, shown])

  return {
    told: last.shown === shown ? last.text : '',
    tell: coming =>
      void Promise.resolve(coming).then(() => {
        // The same words said twice are heard twice only if they were gone in between.
        setLast({ shown: null, text: '' })
        setAsked(before => before + 1)
      }),
  }
}
