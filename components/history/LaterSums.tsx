/** The sums of what History shows, brought once nothing else is to be done: the list comes first. */
import { useEffect, useState } from 'preact/hooks'
import type { DaySums } from '../../lib/app/day-sums.ts'
import { useLoaded } from '../ui/use-loaded.ts'

type Props = { readonly load: () => Promise<DaySums> }

export const LaterSums = ({ load }: Props) => {
  const [rests, setRests] = useState(false)
  useEffect(() => {
    const asked = requestIdleCallback(() => setRests(true), { timeout: 2_000 })
    return () => cancelIdleCallback(asked)
  }, [])
  const part = useLoaded(async () => {
    const [{ Sums }, model] = await Promise.all([import('./Sums.tsx'), load()])
    return { Sums, model }
  }, rests)
  // What cannot be loaded is missing, and nothing else with it.
  return part === null || part === 'failed' ? null : <part.Sums model={part.model} />
}
