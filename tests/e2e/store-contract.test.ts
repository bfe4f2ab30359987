/** The contract of the store holds on the browser's own IndexedDB, storage and locks, in a page of the extension. */
import { expect, test } from 'vitest'
import { historyContract } from '../contract/history.ts'
import type { ContractResult } from '../contract/in-page.ts'
import { recordsContract } from '../contract/records.ts'
import { wholeContract } from '../contract/whole.ts'
import { browserNames } from '../support/driver.ts'
import { extensionWithPage } from '../support/extension-with-page.ts'
import { launch } from '../support/launch.ts'
import { dropFolder } from '../support/process.ts'

test.each(browserNames)('%s', async name => {
  const extension = await extensionWithPage(name, 'contract', 'tests/contract/in-page.ts')
  const driver = await launch(name, { extension })
  const page = await driver.open('contract.html')
  await page.until(() => 'contractResults' in globalThis)
  const results = await page.evaluate(
    () => (globalThis as unknown as { contractResults: Promise<readonly ContractResult[]> }).contractResults,
  )
  expect(results.filter(result => !result.ok)).toEqual([])
  expect(results).toHaveLength(recordsContract.length + wholeContract.length + historyContract.length)
  await driver.close()
  dropFolder(extension)
})
