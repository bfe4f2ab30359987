/** What Thaw weighs: the code that a page loads, in bytes after gzip, each file packed by itself. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openOnce } from '../bench/measure.ts'
import { gzipSize } from '../bench/pages.ts'
import { outputOf } from '../support/build-extension.ts'
import type { Driver } from '../support/driver.ts'
import { launch } from '../support/launch.ts'

let driver: Driver
beforeAll(async () => {
  driver = await launch('chromium')
})
afterAll(() => driver.close())

const weigh = (files: readonly string[]): number =>
  gzipSize(
    outputOf('chromium'),
    [...new Set(files)].filter(file => file.endsWith('.js')),
  )

const open = async (path: string) => {
  const browser = driver.bare.page?.browser()
  if (!browser) throw new Error('There is no browser')
  return openOnce(browser, `${driver.origin}${path}`)
}

test('the popup, 30 kB', async () => {
  const { files } = await open('popup.html')
  expect(weigh(files)).toBeGreaterThan(10_000)
  expect(weigh(files)).toBeLessThanOrEqual(30_000)
})

test('the first page of the main page, 60 kB', async () => {
  const { files } = await open('options.html')
  expect(weigh(files)).toBeGreaterThan(10_000)
  expect(weigh(files)).toBeLessThanOrEqual(60_000)
})

test('History until something of it is seen, 45 kB', async () => {
  const { firstFiles } = await open('options.html#history')
  expect(weigh(firstFiles)).toBeGreaterThan(10_000)
  expect(weigh(firstFiles)).toBeLessThanOrEqual(45_000)
})
