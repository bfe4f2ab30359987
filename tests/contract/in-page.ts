/** Runs the whole contract in a page of the extension, on the browser's own IndexedDB, storage and locks. */
import { browserKeyValue } from '../../lib/platform/key-value.ts'
import { webLocks } from '../../lib/store/locks.ts'
import { lastingGrounds, recordsGround, wholeGround } from './grounds.ts'
import { historyContract } from './history.ts'
import { recordsContract } from './records.ts'
import { wholeContract } from './whole.ts'

export type ContractResult = { readonly name: string; readonly ok: boolean; readonly error?: string }

declare global {
  /** One result for each case, in order; never rejects. */
  var contractResults: Promise<readonly ContractResult[]>
}

const lasting = lastingGrounds(webLocks, prefix => browserKeyValue(prefix))
const cases = [
  ...recordsContract.map(each => ({ name: each.name, run: () => each.run(recordsGround(lasting)) })),
  ...wholeContract.map(each => ({ name: each.name, run: () => each.run(wholeGround(lasting)) })),
  ...historyContract.map(each => ({ name: each.name, run: () => each.run(lasting) })),
]

const runAll = async (): Promise<readonly ContractResult[]> => {
  const results: ContractResult[] = []
  for (const { name, run } of cases) {
    try {
      await run()
      results.push({ name, ok: true })
    } catch (error) {
      results.push({
        name,
        ok: false,
        error: error instanceof Error ? (error.stack ?? error.message) : String(error),
      })
    }
  }
  return results
}

globalThis.contractResults = runAll()
