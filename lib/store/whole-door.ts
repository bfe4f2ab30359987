/** The history as a whole for whoever may need it: its code is loaded when it does. */
import type { Rewriting, WholeHistory } from '../app/data-ports.ts'
import type { Stored } from '../app/ports.ts'
import type { Connection } from './connection.ts'
import { loadWhole } from './load-whole.ts'
import type { Parts } from './parts.ts'

/** See WholeHistory and Rewriting. The first call loads the code; where that fails, it gives a problem. */
export const wholeDoor = (parts: Parts, connection: Connection): WholeHistory & Rewriting => {
  let loaded: (WholeHistory & Rewriting) | null = null
  const behind = async <Value>(ask: (whole: WholeHistory & Rewriting) => Stored<Value>): Stored<Value> => {
    // Through the connection, so that code that cannot be loaded is a problem like any other.
    const found = await connection.read(async () => {
      loaded ??= (await loadWhole()).wholeHistory(parts, connection)
      return loaded
    })
    return found.ok ? ask(found.value) : found
  }
  return {
    rows: (store, ask) => behind(whole => whole.rows(store, ask)),
    counts: () => behind(whole => whole.counts()),
    fitted: (file, work) => behind(whole => whole.fitted(file, work)),
    compare: (rows, work) => behind(whole => whole.compare(rows, work)),
    bring: (source, rows, work) => behind(whole => whole.bring(source, rows, work)),
    imports: () => behind(whole => whole.imports()),
    takeBack: (id, work) => behind(whole => whole.takeBack(id, work)),
    inPeriod: (from, to) => behind(whole => whole.inPeriod(from, to)),
    removePeriod: (from, to, work) => behind(whole => whole.removePeriod(from, to, work)),
    rewrite: (change, work) => behind(whole => whole.rewrite(change, work)),
    putRight: () => behind(whole => whole.putRight()),
    check: work => behind(whole => whole.check(work)),
  }
}
