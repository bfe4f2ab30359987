/** The contract of the store holds on the browser's own IndexedDB, storage and locks, in a page of the extension. */
import { cpSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'vite'
import { expect, test } from 'vitest'
import { historyContract } from '../contract/history.ts'
import type { ContractResult } from '../contract/in-page.ts'
import { recordsContract } from '../contract/records.ts'
import { outputOf, root } from '../support/build-extension.ts'
import { type BrowserName, browserNames } from '../support/driver.ts'
import { launch } from '../support/launch.ts'
import { dropFolder, freshFolder } from '../support/process.ts'

/** A copy of the build with one more page, which runs the contract. */
const extensionWithContract = async (name: BrowserName): Promise<string> => {
  const folder = freshFolder('contract')
  cpSync(outputOf(name), folder, { recursive: true })
  await build({
    root,
    configFile: false,
    logLevel: 'error',
    base: './',
    build: {
      outDir: join(folder, 'contract'),
      target: 'esnext',
      modulePreload: false,
      rollupOptions: {
        input: join(root, 'tests/contract/in-page.ts'),
        output: { entryFileNames: 'in-page.js' },
      },
    },
  })
  writeFileSync(
    join(folder, 'contract.html'),
    '<!doctype html><html lang="en"><title>Thaw</title><script type="module" src="contract/in-page.js"></script></html>',
  )
  return folder
}

test.each(browserNames)('%s', async name => {
  const extension = await extensionWithContract(name)
  const driver = await launch(name, { extension })
  const page = await driver.open('contract.html')
  await page.until(() => 'contractResults' in globalThis)
  const results = await page.evaluate(
    () => (globalThis as unknown as { contractResults: Promise<readonly ContractResult[]> }).contractResults,
  )
  expect(results.filter(result => !result.ok)).toEqual([])
  expect(results).toHaveLength(recordsContract.length + historyContract.length)
  await driver.close()
  dropFolder(extension)
})
