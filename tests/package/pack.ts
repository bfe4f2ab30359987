/** Packs files into a zip that is the same for the same files: on every day, in every time zone, on every kind of processor. */
import { zipSync } from 'fflate'

/** As early as a zip can say, by the clock on the wall. */
const mtime = '1980-01-01T00:00:00'

/** Names are paths with `/`; their order does not matter. */
export const pack = (files: ReadonlyMap<string, Uint8Array>): Uint8Array =>
  zipSync(Object.fromEntries([...files].sort(([one], [other]) => (one < other ? -1 : 1))), {
    level: 9,
    mtime,
  })
