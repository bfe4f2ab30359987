/** The report for a therapist and the table for spreadsheets in real browsers: what is on them, and what stays off. */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { pasted } from '../support/clipboard.ts'
import { browserNames, type Driver, type View } from '../support/driver.ts'
import { findings } from '../support/findings.ts'
import { launch } from '../support/launch.ts'
import { journalOf, reportCheckIns, reportRecords } from '../support/report-history.ts'
import { localOf, putLocal, text } from '../support/thaw.ts'
import { waitFor } from '../support/wait.ts'

const own = ['report_notes', 'report_reflections', 'over_markers', 'report_private_tags'] as const
const privateTag = text('tag_took_the_edge_off_with_something')

/** The sheet itself, without what is chosen above it. */
const sheetOf = (view: View): Promise<string> =>
  view.evaluate(() => document.querySelector('article')?.innerText ?? '')

const openReport = async (driver: Driver): Promise<View> => {
  const view = await driver.open('report.html')
  await view.toFront()
  await view.sees(text('report_about'))
  return view
}

/** The whole of the history, which lies in a summer long past. */
const openWhole = async (driver: Driver): Promise<View> => {
  const view = await openReport(driver)
  await view.page?.select('select', 'whole')
  await view.sees(text('report_heading', 'June 1, 2025', 'August 19, 2025'))
  return view
}

const tickAll = async (view: View): Promise<void> => {
  for (const key of own) await view.click('checkbox', text(key))
  await view.sees('A line of mine')
}

describe.each(browserNames)('%s', name => {
  let driver: Driver
  const downloads = mkdtempSync(join(tmpdir(), 'thaw-downloads-'))

  beforeAll(async () => {
    driver = await launch(name, {
      preferences: {
        'browser.download.folderList': 2,
        'browser.download.dir': downloads,
        'browser.download.always_ask_before_handling_new_types': false,
      },
    })
    await putLocal(driver, journalOf(reportRecords))
  })
  afterAll(async () => {
    await driver.close()
    rmSync(downloads, { recursive: true })
  })

  test('Data & privacy leads to it; a period without a check-in says so', async () => {
    const view = await driver.open('options.html#data')
    await view.click('link', text('report_open'))
    await view.sees(text('report_none'))
    // Browsers write titles down, and offer them as names of files.
    const titles = await view.evaluate(() =>
      ['load', 'beforeprint', 'afterprint'].map(heard => {
        dispatchEvent(new Event(heard))
        return document.title
      }),
    )
    expect(titles).toEqual(['Thaw', expect.stringMatching(/^thaw-\d{4}-\d\d-\d\d$/), 'Thaw'])
    expect(await sheetOf(view)).not.toContain(text('report_scales'))
    await view.close()
  })

  test('holds counts, each scale, words, tags and pauses, and nothing in the person’s own words', async () => {
    const view = await openWhole(driver)
    const sheet = await sheetOf(view)
    const possible = reportCheckIns.length - 1
    for (const said of [
      text('report_count', `${possible} check-ins`, '58 days'),
      text('report_without_other', 22),
      text('report_impossible_one', 1),
      text('report_nudges', 20, 15),
      text('report_few'),
      text('report_counted_guess', 'numb', 16, 8),
      'word of a newer thaw',
      text('report_counted', 'work', 58),
      text('report_pause_ease', 6, 0, 0, 0),
      text('report_pauses_hint'),
    ])
      expect(sheet).toContain(said)
    expect(sheet).not.toMatch(/Note \d|An impossible day|A line of mine|half of it|Somebody else/)
    expect(sheet).not.toContain(privateTag)
    await view.close()
  })

  test('own words stand on it once they are ticked, as text, and are copied as they stand; ticks and a name are gone the next time', async () => {
    const view = await openWhole(driver)
    const before = await localOf(driver)
    await tickAll(view)
    await view.type('textbox', text('report_name'), 'A. Person')
    await view.sees(privateTag)
    const sheet = await sheetOf(view)
    for (const said of ['Note 0: it went by <b>behind</b> glass.', 'half of it', 'At my desk', 'A. Person'])
      expect(sheet).toContain(said)
    expect(sheet).toContain(text('pause_another_way_traps_self_blame'))
    expect(sheet).not.toContain('Somebody else')
    await view.click('checkbox', text('report_notes'))
    await view.until(() => !document.querySelector('article')?.innerText.includes('Note 0'))
    const shown = await sheetOf(view)
    await view.click('button', text('report_copy'))
    await view.sees(text('copied'))
    expect(await pasted(view)).toBe(shown)
    expect(await localOf(driver)).toEqual(before)
    await view.close()

    const again = await openWhole(driver)
    expect(await sheetOf(again)).not.toMatch(/Note \d|A. Person|A line of mine/)
    expect(
      await again.evaluate(() => document.querySelector<HTMLInputElement>('input[type=text]')?.value),
    ).toBe('')
    await again.close()
  })

  test('own dates choose the days; dates that cross are said and change nothing', async () => {
    const view = await openWhole(driver)
    const type = (place: number, day: string) =>
      view.evaluate(
        (at, value) => {
          const field = document.querySelectorAll<HTMLInputElement>('input[type=date]')[at]
          if (!field) throw new Error('no field')
          field.value = value
          field.dispatchEvent(new Event('input', { bubbles: true }))
        },
        place,
        day,
      )
    await type(1, '2025-06-01')
    await view.sees(text('report_heading_day', 'June 1, 2025'))
    expect(await sheetOf(view)).toContain(text('report_count', '1 check-in', '1 day'))
    await type(1, '2025-05-01')
    await view.sees(text('over_order'))
    expect(await sheetOf(view)).toContain(text('report_heading_day', 'June 1, 2025'))
    await view.close()
  })

  test('is chosen, ticked and printed with keys alone', async () => {
    const view = await openReport(driver)
    await view.evaluate(() => {
      globalThis.print = () => document.body.setAttribute('data-printed', '')
    })
    const focused = () => view.evaluate(() => document.activeElement?.textContent ?? '')
    await view.page?.focus('input[type=checkbox]')
    await view.press(' ')
    await view.sees(text('report_nothing_written'))
    for (let presses = 0; (await focused()) !== text('report_print') && presses < 10; presses += 1)
      await view.press('Tab')
    await view.press('Enter')
    await view.until(() => document.body.hasAttribute('data-printed'))
    await view.close()
  })

  test('the table for spreadsheets is saved with what is asked for', async () => {
    const view = await driver.open('options.html#data')
    await view.toFront()
    await allowDownloads(view, downloads)
    /** The file that was saved last, once all of it is there; it makes room for the next one. */
    const saved = () =>
      waitFor('a saved table', async () => {
        const file = readdirSync(downloads).find(found => found.endsWith('.csv'))
        const content = file ? readFileSync(join(downloads, file), 'utf8') : ''
        if (!file || !content.endsWith('\r\n')) return false
        rmSync(join(downloads, file))
        return { file, content, rows: content.trim().split('\r\n').length }
      })
    await view.click('button', text('csv_save'))
    await view.sees(text('csv_saved_other', reportCheckIns.length))
    const whole = await saved()
    expect(whole.file).toMatch(/^thaw-\d{4}-\d\d-\d\d\.csv$/)
    expect(whole.content.startsWith('\uFEFFat,')).toBe(true)
    expect([whole.rows, whole.content.includes('An impossible day')]).toEqual([
      reportCheckIns.length + 1,
      true,
    ])
    await view.click('checkbox', text('csv_notes'))
    await view.click('button', text('csv_save'))
    const without = await saved()
    expect([without.rows, without.content.includes('An impossible day')]).toEqual([whole.rows, false])
    await view.close()
  })

  test('Data & privacy has a way to each of its parts, and the address stays what it is', async () => {
    const view = await driver.open('options.html#data')
    await view.click('button', text('erase_title'))
    const place = await view.until(() => {
      const { activeElement } = document
      return activeElement?.tagName === 'H2' && { title: activeElement.textContent, address: location.hash }
    })
    expect(place).toEqual({ title: text('erase_title'), address: '#data' })
    await view.press('Tab')
    expect(await view.evaluate(() => document.activeElement?.textContent)).toBe(text('erase_backup'))
    await view.close()
  })

  test('made-up data has no way to the person’s own report, and is no table to save', async () => {
    const view = await driver.open('look-around.html#data')
    await view.find('heading', text('rebuild_title'))
    expect(await view.has('link', text('report_open'))).toBe(false)
    expect(await view.has('button', text('csv_save'))).toBe(false)
    await view.close()
    const patterns = await driver.open('look-around.html#patterns')
    await patterns.sees(text('patterns_lead'))
    expect(await patterns.has('link', text('report_title'))).toBe(false)
    await patterns.close()
  })
})

/** Chromium saves nothing by itself while it is driven. */
const allowDownloads = async (view: View, downloadPath: string): Promise<void> => {
  const session = await view.page?.createCDPSession().catch(() => null)
  await session?.send('Browser.setDownloadBehavior', { behavior: 'allow', downloadPath })
}

describe('Chromium', () => {
  let driver: Driver
  beforeAll(async () => {
    driver = await launch('chromium')
    await putLocal(driver, journalOf(reportRecords))
  })
  afterAll(() => driver.close())

  test('printed from a dark screen the paper is white, with nothing on it to press, and black marks that stay', async () => {
    const view = await openWhole(driver)
    await tickAll(view)
    await view.page?.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: 'dark' }])
    await view.page?.emulateMediaType('print')
    const looks = await view.evaluate(() => {
      const colourOf = (element: Element | null, name: string) =>
        element ? getComputedStyle(element).getPropertyValue(name) : ''
      return {
        ground: colourOf(document.documentElement, 'background-color'),
        ink: colourOf(document.querySelector('article h2'), 'color'),
        bar: colourOf(document.querySelector('article table svg rect'), 'fill'),
        toPress: [...document.querySelectorAll('a, button, input, select')].filter(part =>
          part.checkVisibility(),
        ).length,
        isTooWide: document.documentElement.scrollWidth > document.documentElement.clientWidth,
      }
    })
    expect(looks).toEqual({
      ground: 'rgb(255, 255, 255)',
      ink: 'rgb(0, 0, 0)',
      bar: 'rgb(0, 0, 0)',
      toPress: 0,
      isTooWide: false,
    })
    for (const format of ['A4', 'Letter'] as const) {
      const pdf = Buffer.from((await view.page?.pdf({ format })) ?? []).toString('latin1')
      expect(pdf).toMatch(/\/Title \(thaw-\d{4}-\d\d-\d\d\)/)
      const pages = pdf.match(/\/Type\s*\/Page\b/g)?.length ?? 0
      expect(pages).toBeGreaterThanOrEqual(2)
      expect(pages).toBeLessThanOrEqual(5)
    }
    await view.close()
  })

  test('axe finds nothing: empty, with everything on it, and on the page that leads there', async () => {
    const view = await openReport(driver)
    const seen: { [state: string]: readonly string[] } = { empty: await findings(view) }
    await view.page?.select('select', 'whole')
    await view.sees(text('report_scales'))
    await tickAll(view)
    seen['everything'] = await findings(view)
    await view.close()
    const data = await driver.open('options.html#data')
    await data.sees(text('csv_title'))
    seen['data'] = await findings(data)
    await data.close()
    expect(seen).toEqual(Object.fromEntries(Object.keys(seen).map(state => [state, []])))
  })
})
