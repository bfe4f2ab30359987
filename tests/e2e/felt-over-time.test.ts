/** Felt over time in real browsers: its line by pointer, keys and buttons, and the same in a table, a picture and a file. */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newCheckIn } from '../../lib/core/check-in.ts'
import { dayRows } from '../../lib/core/days.ts'
import { type FeltView, feltCsv, feltDays, feltOverTime } from '../../lib/core/felt-over-time.ts'
import type { CheckIn, Marker } from '../../lib/core/records.ts'
import { momentOf } from '../../lib/core/time.ts'
import { canaryKey } from '../../lib/store/canary.ts'
import { monthOf, packKey } from '../../lib/store/journal.ts'
import { pasted } from '../support/clipboard.ts'
import { browserNames, type Driver, type View } from '../support/driver.ts'
import { findings } from '../support/findings.ts'
import { launch } from '../support/launch.ts'
import { putLocal, text } from '../support/thaw.ts'
import { waitFor } from '../support/wait.ts'

const idOf = (at: number, number: number): string => {
  const time = at.toString(16).padStart(12, '0')
  return `${time.slice(0, 8)}-${time.slice(8)}-7000-8000-${number.toString(16).padStart(12, '0')}`
}

const checkIn = (number: number, day: string, hour: number, said: Partial<CheckIn>): CheckIn => {
  const moment = momentOf(
    Temporal.PlainDate.from(day).toZonedDateTime({ timeZone: 'Europe/Berlin', plainTime: { hour } }),
  )
  const blank = newCheckIn(moment, { source: 'popup', nudgeId: null })
  return { id: idOf(moment.at, number), updatedAt: moment.at, origin: 'own', ...blank, ...said }
}

/** Up to three check-ins a day from June to August 2025, with gaps of one day and of two weeks. */
const regular = Array.from({ length: 80 }, (_, at) =>
  Temporal.PlainDate.from('2025-06-01').add({ days: at }).toString(),
)
  .filter((_, at) => at % 9 !== 4 && (at < 30 || at > 44))
  .flatMap((day, at) =>
    Array.from({ length: 1 + (at % 3) }, (_, place) =>
      checkIn(
        at * 3 + place,
        day,
        8 + place * 4,
        at % 11 === 5 ? { cantTell: ['felt'] } : { felt: ((at * 7 + place * 3) % 11) as 0 },
      ),
    ),
  )
const impossible = checkIn(999, '2025-08-25', 9, { felt: 10, day: '2025-02-30' })
const checkIns = [...regular, impossible]

const markedAt = momentOf(Temporal.ZonedDateTime.from('2025-07-01T12:00[Europe/Berlin]')).at
const marker: Marker = {
  id: idOf(markedAt, 1_000),
  updatedAt: markedAt,
  origin: 'own',
  day: '2025-07-01',
  type: 'own',
  text: 'A new flat <b>',
}

const { days } = feltDays(dayRows(checkIns.map(record => ({ store: 'checkIns', record }))))
const whole = { from: '2025-06-01', to: '2025-08-19' }
/** What the page shows of a period; English weeks begin on Sunday. */
const viewOf = (period: { readonly from: string; readonly to: string }): FeltView =>
  feltOverTime(days, period, 7)

const months = Map.groupBy(checkIns, ({ updatedAt }) => monthOf(updatedAt))
const journal = {
  ...Object.fromEntries(
    [...months].map(([month, own]) => [
      packKey(month),
      { checkIns: own, ...(month === monthOf(markedAt) ? { markers: [marker] } : {}) },
    ]),
  ),
  [canaryKey]: {
    installId: idOf(0, 1),
    sequence: checkIns.length + 1,
    counts: { checkIns: checkIns.length, markers: 1 },
    newest: { store: 'checkIns', id: impossible.id },
  },
}

const inWords = (day: string): string =>
  new Intl.DateTimeFormat('en', { day: 'numeric', month: 'long', year: 'numeric' }).format(
    Temporal.PlainDate.from(day),
  )

const openLine = async (driver: Driver): Promise<View> => {
  const view = await driver.open('options.html#history')
  // Another tab that is just being closed may have come before it, and Chromium does not draw one in the background.
  await view.toFront()
  // What comes in above it may move it away from under a pointer.
  await waitFor('the unfolded line', async () => {
    const isOpen = await view.evaluate(
      title =>
        [...document.querySelectorAll('button[aria-expanded=true]')].some(({ textContent }) =>
          textContent?.includes(title),
        ),
      text('over_title'),
    )
    if (!isOpen) await view.click('button', text('over_title'))
    return isOpen
  })
  await view.until(() => document.querySelector('[role=slider] canvas') !== null)
  return view
}

const sentenceOf = (view: View) => view.evaluate(() => document.querySelector('figcaption')?.innerText ?? '')

/** What live regions hold. */
const heard = (view: View) =>
  view.evaluate(() => [...document.querySelectorAll('[role=status]')].map(({ textContent }) => textContent))

/** The period that the two date fields show. */
const periodOf = async (view: View) => {
  const [from = '', to = ''] = await view.evaluate(() =>
    [
      ...(document
        .querySelector('figure')
        ?.parentElement?.querySelectorAll<HTMLInputElement>('input[type=date]') ?? []),
    ].map(field => field.value),
  )
  return { from, to }
}

const showsPeriod = (view: View, from: string, to: string) =>
  waitFor(`the days from ${from} to ${to}`, async () => {
    const period = await periodOf(view)
    return period.from === from && period.to === to
  })

/** What the table says, cell by cell. */
const tableOf = (view: View) =>
  view.evaluate(() =>
    [...document.querySelectorAll('figure ~ div table tbody tr')].map(row =>
      [...row.children].map(cell => (cell as HTMLElement).innerText),
    ),
  )

describe.each(browserNames)('%s', name => {
  let driver: Driver
  const downloads = mkdtempSync(join(tmpdir(), 'thaw-downloads-'))
  const saved = (ending: string) =>
    waitFor(`a saved ${ending}`, async () => {
      const files = readdirSync(downloads)
      // Firefox keeps its place with an empty file while what is saved comes in beside it.
      return files.some(file => file.endsWith('.part')) ? null : files.find(file => file.endsWith(ending))
    })

  beforeAll(async () => {
    driver = await launch(name, {
      preferences: {
        'browser.download.folderList': 2,
        'browser.download.dir': downloads,
        'browser.download.always_ask_before_handling_new_types': false,
      },
    })
    await putLocal(driver, journal)
  })
  afterAll(async () => {
    await driver.close()
    rmSync(downloads, { recursive: true })
  })

  test('is loaded when it is opened, and says in a sentence what it shows', async () => {
    const view = await driver.open('options.html#history')
    // The notice of the first opening moves what stands below it, also from under a click.
    await view.find('button', text('close'))
    await view.find('button', text('over_title'))
    const loaded = () => view.evaluate(() => document.querySelector('link[href*="Opened"]') !== null)
    expect(await loaded()).toBe(false)
    await view.click('button', text('over_title'))
    await view.until(() => performance.getEntriesByName('felt-drawn').length === 1)
    expect(await loaded()).toBe(true)
    const { sums } = viewOf(whole)
    const sentence = await sentenceOf(view)
    expect(await heard(view)).not.toContain(sentence)
    expect(sentence).toContain(
      text(
        'over_sentence',
        inWords(whole.from),
        inWords(whole.to),
        `${sums.answers} answers`,
        `${sums.days} days`,
      ),
    )
    expect(sentence).toContain(text('over_middle', sums.middle ?? '', sums.lower ?? '', sums.upper ?? ''))
    expect(sentence).toContain(text('over_cant_tell_other', sums.cantTell))
    expect(sentence).toContain(text('over_impossible_one', 1))
    await view.sees(text('over_marker', inWords(marker.day), marker.text))
    await view.close()
  })

  test('goes closer, wider and along with buttons', async () => {
    const view = await openLine(driver)
    await showsPeriod(view, whole.from, whole.to)
    await view.click('button', text('over_closer'))
    await showsPeriod(view, '2025-06-21', '2025-07-30')
    await view.click('button', text('over_earlier'))
    await showsPeriod(view, '2025-06-01', '2025-07-10')
    await view.click('button', text('over_later'))
    await showsPeriod(view, '2025-06-21', '2025-07-30')
    await view.click('button', text('over_wider'))
    await showsPeriod(view, '2025-06-01', '2025-08-19')
    await view.click('button', text('over_closer'))
    await view.click('button', text('over_whole'))
    await showsPeriod(view, whole.from, whole.to)
    await view.close()
  })

  test('goes closer, wider and along with keys, and reads out each place', async () => {
    const view = await openLine(driver)
    const valueText = () =>
      view.evaluate(() => document.querySelector('[role=slider]')?.getAttribute('aria-valuetext') ?? '')
    await view.page?.focus('[role=slider]')
    await view.press('ArrowRight')
    await waitFor('the first day', async () => (await valueText()).startsWith(inWords('2025-06-01')))
    await view.press('ArrowRight', 'ArrowRight', 'ArrowRight', 'ArrowRight')
    await waitFor(
      'a gap',
      async () => (await valueText()) === text('over_bucket_none', inWords('2025-06-05')),
    )
    await view.sees(text('over_bucket_none', inWords('2025-06-05')))
    await view.press('+')
    await showsPeriod(view, '2025-06-01', '2025-07-10')
    // The place stays where it was, and the focus too.
    expect(await valueText()).toBe(text('over_bucket_none', inWords('2025-06-05')))
    await view.press('PageUp')
    await showsPeriod(view, '2025-06-21', '2025-07-30')
    await view.press('PageDown')
    await showsPeriod(view, '2025-06-01', '2025-07-10')
    await view.press('-')
    await showsPeriod(view, '2025-06-01', '2025-08-19')
    await view.press('+', '0')
    await showsPeriod(view, whole.from, whole.to)
    expect(await view.evaluate(() => document.activeElement?.getAttribute('role'))).toBe('slider')
    await view.close()
  })

  test('past its end the arrows show what comes later', async () => {
    const view = await openLine(driver)
    await view.click('button', text('over_closer'))
    await showsPeriod(view, '2025-06-21', '2025-07-30')
    await view.page?.focus('[role=slider]')
    await view.press('ArrowLeft', 'ArrowRight')
    await showsPeriod(view, '2025-07-11', '2025-08-19')
    await waitFor('the day after', () =>
      view.evaluate(
        day => document.querySelector('[role=slider]')?.getAttribute('aria-valuetext')?.startsWith(day),
        inWords('2025-07-31'),
      ),
    )
    await view.close()
  })

  test('a part that is dragged over is shown closer', async () => {
    const view = await openLine(driver)
    const box = await view.evaluate(() => {
      const over = document.querySelector('[role=slider] .u-over')
      over?.scrollIntoView({ block: 'center' })
      const { left, top, width, height } = over?.getBoundingClientRect() ?? new DOMRect()
      return { left, top, width, height }
    })
    const mouse = view.page?.mouse
    const y = box.top + box.height / 2
    await mouse?.move(box.left + box.width * 0.255, y)
    await view.until(() =>
      /2025/.test(document.querySelector('[role=slider]')?.getAttribute('aria-valuetext') ?? ''),
    )
    await mouse?.down()
    await mouse?.move(box.left + box.width * 0.4, y)
    await mouse?.move(box.left + box.width * 0.505, y)
    await mouse?.up()
    await showsPeriod(view, '2025-06-21', '2025-07-11')
    await view.close()
  })

  test('the table holds every bucket, with a gap as one row', async () => {
    const view = await openLine(driver)
    await view.click('button', text('over_closer'))
    await showsPeriod(view, '2025-06-21', '2025-07-30')
    await view.click('button', text('over_table'))
    const { buckets } = viewOf({ from: '2025-06-21', to: '2025-07-30' })
    const table = await tableOf(view)
    const answered = buckets.filter(({ answers }) => answers > 0)
    expect(table.filter(row => row.length === 7)).toEqual(
      answered.map(({ from, answers, middle, lower, upper, cantTell, checkIns }) => [
        inWords(from),
        String(answers),
        String(middle),
        lower === upper ? String(lower) : text('over_half', lower ?? '', upper ?? ''),
        String(cantTell),
        String(checkIns),
        from === marker.day ? marker.text : '',
      ]),
    )
    const gaps = table.filter(row => row.length === 6)
    expect(gaps.map(row => row[2])).toEqual(gaps.map(() => text('over_no_answer')))
    expect(gaps.map(row => row[0])).toContainEqual(expect.stringMatching(/^July 2\s–\s15, 2025$/))
    await view.close()
  })

  test('its numbers are copied and saved', async () => {
    const view = await openLine(driver)
    await view.toFront()
    await allowDownloads(view, downloads)
    const csv = feltCsv(viewOf(whole))
    await view.click('button', text('over_copy_numbers'))
    await view.sees(text('copied'))
    expect(await pasted(view)).toBe(csv.replaceAll('\r\n', '\n'))
    await view.click('button', text('over_save_numbers'))
    await view.sees(text('saved_spoken'))
    const file = await saved('.csv')
    expect(file).toMatch(/^thaw-\d{4}-\d\d-\d\d\.csv$/)
    expect(readFileSync(join(downloads, file), 'utf8')).toBe(`\uFEFF${csv}`)
    await view.close()
  })

  test('its picture is copied and saved', async () => {
    const view = await openLine(driver)
    await view.toFront()
    await allowDownloads(view, downloads)
    await view.click('button', text('over_copy_picture'))
    await view.sees(text('copied'))
    await view.click('button', text('over_save_picture'))
    await view.sees(text('saved_spoken'))
    const file = await saved('.png')
    expect(file).toMatch(/^thaw-\d{4}-\d\d-\d\d\.png$/)
    const png = readFileSync(join(downloads, file))
    expect(png.subarray(0, 8).toString('latin1')).toBe('\u0089PNG\r\n\u001a\n')
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([1_600, 720])
    await view.close()
  })

  test('a period without an answer says so, and two dates that cross change nothing', async () => {
    const view = await openLine(driver)
    const type = (place: number, day: string) =>
      view.evaluate(
        (at, value) => {
          const field = document
            .querySelectorAll<HTMLInputElement>('figure')[0]
            ?.parentElement?.querySelectorAll<HTMLInputElement>('input[type=date]')[at]
          if (!field) throw new Error('no field')
          field.value = value
          field.dispatchEvent(new Event('input', { bubbles: true }))
        },
        place,
        day,
      )
    await type(0, '2025-07-05')
    await type(1, '2025-07-10')
    await view.sees(text('over_sentence_none', inWords('2025-07-05'), inWords('2025-07-10')))
    // What had the focus keeps it there.
    expect(await view.evaluate(() => document.querySelector('[role=slider]'))).not.toBeNull()
    await waitFor('the sentence to be told', async () => (await heard(view)).includes(await sentenceOf(view)))
    await type(1, '2025-07-01')
    await view.sees(text('over_order'))
    await view.sees(text('over_sentence_none', inWords('2025-07-05'), inWords('2025-07-10')))
    await view.close()
  })
})

/** Chromium saves nothing by itself while it is driven. */
const allowDownloads = async (view: View, downloadPath: string): Promise<void> => {
  const session = await view.page?.createCDPSession().catch(() => null)
  await session?.send('Browser.setDownloadBehavior', { behavior: 'allow', downloadPath })
}

test('axe finds nothing in it: with its line, its table and a marker, and without an answer', async () => {
  const driver = await launch('chromium')
  await putLocal(driver, journal)
  const view = await openLine(driver)
  await view.toFront()
  const seen: { [state: string]: readonly string[] } = {}
  await view.page?.focus('[role=slider]')
  await view.press('ArrowRight')
  await view.click('button', text('over_table'))
  await view.click('button', text('over_copy_numbers'))
  await view.sees(text('copied'))
  seen['line and table'] = await findings(view)
  await view.page?.select('select:has(option[value="days-30"])', 'days-30')
  await view.until(
    copy => ![...document.querySelectorAll('button')].some(({ textContent }) => textContent === copy),
    text('over_copy_picture'),
  )
  seen['no answer'] = await findings(view)
  expect(seen).toEqual(Object.fromEntries(Object.keys(seen).map(state => [state, []])))
  await driver.close()
})
