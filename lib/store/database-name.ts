/** Under which name the database lies, where a damaged one that the browser does not even delete is left aside. */
import type { KeyValue } from '../app/ports.ts'

const nameKey = 'history/database'

/** More than one other name is needed only where another one was damaged in the same way. */
const spares = [2, 3, 4]

/** The names that may stand in for `base`, in the order in which they are tried. */
export const spareNames = (base: string): readonly string[] => spares.map(spare => `${base}-${spare}`)

/**
 * The name in use, found without opening the damaged database: where that fails to open, Chromium 156 with its SQLite may forget what
 * another context is writing into the other one, and never answer it.
 */
export const nameInUse = async (keyValue: KeyValue, base: string): Promise<string> => {
  const found = await keyValue.get([nameKey]).catch(() => null)
  return spareNames(base).find(name => name === found?.[nameKey]) ?? base
}

/** From now on the database is the one called `name`, one of spareNames. Rejects where the browser refuses. */
export const keepName = (keyValue: KeyValue, name: string): Promise<void> => keyValue.set({ [nameKey]: name })

/** From now on the database is the one called `base` again. Rejects where the browser refuses. */
export const forgetName = (keyValue: KeyValue): Promise<void> => keyValue.remove([nameKey])
