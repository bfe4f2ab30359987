/**
 * Three pages of Thaw that write at once, records of their own and the same ones, lose nothing: each acknowledged write is in the
 * database and in the journal, and both agree. `THAW_WRITES=1000` sets how many each of them writes.
 */
import { env } from 'node:process'
import { expect, test } from 'vitest'
import type { Seen, Together, Wrote } from '../in-page/together.ts'
import { databaseStores } from '../support/damage.ts'
import type { Driver, View } from '../support/driver.ts'
import { extensionWithPage } from '../support/extension-with-page.ts'
import { browserOf, launchOn } from '../support/launch-on.ts'
import { lawSeed } from '../support/law-runs.ts'
import { dropFolder, freshFolder } from '../support/process.ts'

const names = ['one', 'two', 'three'] as const
const writes = Number(env['THAW_WRITES'] ?? 200)

type Global = { readonly together: Together }

const openPage = async (driver: Driver): Promise<View> => {
  const page = await driver.open('together.html')
  await page.until(() => 'together' in globalThis)
  return page
}

const look = (page: View): Promise<Seen> =>
  page.evaluate(() => (globalThis as unknown as Global).together.look())

/** What was acknowledged and is nowhere in its record, and what stands in one that nobody wrote there, or stands twice. */
const differences = (wrote: readonly Wrote[], { marks }: Seen) => {
  const found = marks.flatMap(([id, own]) => own.map(mark => `${id}: ${mark}`))
  const told = wrote.flatMap(({ written }) => written.map(({ id, mark }) => `${id}: ${mark}`))
  const [there, known] = [new Set(found), new Set(told)]
  return {
    lost: told.filter(one => !there.has(one)),
    strange: found.filter((one, at) => !known.has(one) || found.indexOf(one) !== at),
  }
}

const inOrder = { invalid: 0, days: 0, uncopied: 0, counted: true, repaired: 0 }

test.each(databaseStores)('%s', { timeout: 600_000 }, async store => {
  const seed = lawSeed(`three pages on ${store}`)
  const extension = await extensionWithPage(browserOf(store), 'together', 'tests/in-page/together.ts')
  const profile = freshFolder('together')
  const driver = await launchOn(store, profile, extension)
  const pages = await Promise.all(names.map(() => openPage(driver)))
  const wrote = await Promise.all(
    pages.map((page, at) =>
      page.evaluate(
        (name, count, chance) => (globalThis as unknown as Global).together.write(name, count, chance),
        names[at] ?? '',
        writes,
        seed + at,
      ),
    ),
  )
  // They wrote at the same time, and to the same records.
  const [begun, ended] = [Math.max(...wrote.map(({ from }) => from)), Math.min(...wrote.map(({ to }) => to))]
  expect(begun).toBeLessThan(ended)
  const first = await look(pages[0] as View)
  const authors = first.marks.filter(
    ([, marks]) => new Set(marks.map(mark => mark.replace(/\d+/, ''))).size === names.length,
  )
  expect(authors.length).toBeGreaterThan(10)
  expect(differences(wrote, first)).toEqual({ lost: [], strange: [] })
  expect(first).toMatchObject({ ...inOrder, rows: first.marks.length, restored: 0, missing: 0 })
  const all = wrote.reduce((sum, { written }) => sum + written.length, 0)
  expect(all).toBe(names.length * writes)
  const took = Math.max(...wrote.map(({ to }) => to)) - Math.min(...wrote.map(({ from }) => from))
  console.log(
    `${store}: ${all} writes by ${names.length} pages at once in ${(took / 1000).toFixed(1)} s, on ${first.rows} records, ` +
      `${authors.length} of them written by all; none lost`,
  )
  await driver.close()

  // A browser that starts again finds the same, and so does one that has lost the database.
  const again = await launchOn(store, profile, extension)
  const page = await openPage(again)
  expect(await look(page)).toEqual(first)
  await page.evaluate(() => (globalThis as unknown as Global).together.wipe())
  const restored = await look(page)
  expect(differences(wrote, restored)).toEqual({ lost: [], strange: [] })
  expect(restored).toEqual({ ...first, restored: first.rows })
  await again.close()
  dropFolder(profile)
  dropFolder(extension)
})
