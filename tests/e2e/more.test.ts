/** What stands folded under the offer: by hand and by keyboard, over a closed popup, a full disk, and a note of any kind. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { CheckIn } from '../../lib/core/records.ts'
import { browserNames, type Driver, type View } from '../support/driver.ts'
import { findings } from '../support/findings.ts'
import { launch } from '../support/launch.ts'
import { answerFelt, finish, localOf, putLocal, rowsOf, text } from '../support/thaw.ts'
import { waitFor } from '../support/wait.ts'

/** Emoji, right to left, HTML, NUL and half of a pair, as long as a note may be. */
const odd = `🧊 \u202eوأنا بعيد <b>b</b> &amp; \u0000 \ud83d `
const longest = odd + 'x'.repeat(20_000 - odd.length)

const tooLong = text('err_note_long', '20,001')

const openMore = async (driver: Driver, felt: number): Promise<View> => {
  const view = await driver.open('popup.html')
  await view.sees(text('felt_question'))
  await answerFelt(view, felt)
  if (felt <= 3) await view.click('button', text('far_1'))
  await view.sees(text('words_question'))
  await view.click('button', text('next'))
  await view.find('button', text('offer_start'))
  await view.press('m')
  await view.sees(text('note_label'))
  return view
}

/** The check-in made last. */
const latest = async (driver: Driver): Promise<CheckIn | undefined> =>
  (await rowsOf(driver, 'checkIns')).toSorted((one, other) => one.at - other.at).at(-1)

const keeps = (driver: Driver, what: string, holds: (kept: CheckIn) => boolean): Promise<CheckIn> =>
  waitFor(what, async () => {
    const kept = await latest(driver)
    return kept !== undefined && holds(kept) && kept
  })

const fill = (view: View, value: string): Promise<void> =>
  view.evaluate(given => {
    const field = document.querySelector('textarea')
    if (field === null) throw new Error('There is no field for a note')
    field.value = given
    field.dispatchEvent(new Event('input', { bubbles: true }))
  }, value)

const typed = (view: View) => view.evaluate(() => document.querySelector('textarea')?.value)

/** What has the focus, as a screen reader names it. */
const focused = (view: View): Promise<string> =>
  view.evaluate(() => {
    const element = document.activeElement
    const shown = element?.cloneNode(true)
    if (shown instanceof Element)
      for (const hidden of shown.querySelectorAll('[aria-hidden]')) hidden.remove()
    return element?.getAttribute('aria-label') ?? shown?.textContent ?? ''
  })

const tabTo = async (view: View, name: string): Promise<void> => {
  for (let tabs = 0; tabs < 40; tabs++) {
    await view.press('Tab')
    if ((await focused(view)) === name) return
  }
  throw new Error(`Tab does not come to "${name}"`)
}

/** From now on every write into the history fails as on a full disk, until it is mended. */
const breakWrites = (view: View): Promise<void> =>
  view.evaluate(() => {
    const { put } = IDBObjectStore.prototype
    let count = 0
    Object.assign(globalThis, {
      refusals: () => count,
      mendWrites: () => {
        IDBObjectStore.prototype.put = put
      },
    })
    IDBObjectStore.prototype.put = () => {
      count += 1
      throw new DOMException('No room', 'QuotaExceededError')
    }
  })

declare const mendWrites: () => void
/** How many writes failed so far. */
declare const refusals: () => number

/** While it tries, nothing is said; so it is waited for. */
const comesInSight = (view: View, role: string): Promise<unknown> =>
  view.until(wanted => {
    const main = document.querySelector('main')?.getBoundingClientRect()
    const element = document.querySelector(`main [role="${wanted}"]`)?.getBoundingClientRect()
    return Boolean(main && element && element.top >= main.top - 1 && element.bottom <= main.bottom + 1)
  }, role)

describe.each(browserNames)('%s', name => {
  let driver: Driver
  beforeAll(async () => {
    driver = await launch(name)
  })
  beforeEach(() => putLocal(driver, { draft: null }))
  afterAll(() => driver.close())

  test('by keyboard alone, in native order from the head that M opens', async () => {
    const view = await openMore(driver, 2)
    await view.until(() => document.activeElement?.getAttribute('aria-expanded') === 'true')
    await view.press('Tab')
    expect(await focused(view)).toBe(text('felt_cant_tell'))
    await view.press(' ')
    await keeps(driver, '"can\'t tell" about pleasant', kept => kept.cantTell.includes('pleasant'))
    await tabTo(view, text('energy_low'))
    await view.press('ArrowRight', 'ArrowRight', 'Enter')
    await tabTo(view, text('tag_group_body'))
    await view.press('Enter')
    await view.until(() => document.activeElement?.getAttribute('aria-expanded') === 'true')
    await tabTo(view, text('tag_heavy'))
    await view.press(' ')
    await tabTo(view, text('meaning_neither'))
    await view.press(' ')
    await tabTo(view, '')
    await view.page?.keyboard.type('sam <i>')
    const kept = await keeps(driver, 'the note', ({ note }) => note === 'sam <i>')
    expect(kept).toMatchObject({
      felt: 2,
      far: 1,
      pleasant: null,
      energy: 0,
      cantTell: ['pleasant'],
      meaning: 'neither',
      words: [],
      tags: ['heavy'],
    })
    expect(await view.evaluate(() => document.querySelector('main i'))).toBeNull()
    await finish(driver, view)
  })

  test('by hand; taken back is not answered; another popup stands as this one stood', async () => {
    const first = await openMore(driver, 5)
    expect(await first.has('button', text('meaning_shelter'))).toBe(false)
    await first.click('button', text('pleasant_middle'))
    await first.click('button', text('energy_high'))
    await first.click('button', text('clear_answer_spoken', text('energy_question')))
    await first.click('button', text('tag_group_around'))
    await first.click('button', text('tag_work'))
    await first.click('button', text('tag_money'))
    await first.click('button', text('tag_work'))
    await fill(first, 'before')
    const answered = { felt: 5, pleasant: 0, energy: null, cantTell: [], meaning: null, tags: ['money'] }
    expect(await keeps(driver, 'the note', ({ note }) => note === 'before')).toMatchObject(answered)
    await first.close()

    const next = await driver.open('popup.html')
    await next.find('button', text('tag_money'))
    expect(await typed(next)).toBe('before')
    expect(
      await next.evaluate(() =>
        [...document.querySelectorAll('main [aria-pressed=true]')].map(one => one.textContent),
      ),
    ).toEqual(['✓', expect.stringContaining(text('tag_money'))])
    await next.click('button', text('pleasant_lower'))
    expect(await keeps(driver, 'the last answer', ({ pleasant }) => pleasant === -2)).toMatchObject({
      ...answered,
      pleasant: -2,
      note: 'before',
    })
    await finish(driver, next)
  })

  test('a note of any kind; a longer one stays whole, with its length', async () => {
    const first = await openMore(driver, 6)
    await fill(first, longest)
    const same = await keeps(driver, 'the longest note', ({ note }) => note === longest.toWellFormed())
    expect(same.note).toHaveLength(20_000)
    await fill(first, `${longest}y`)
    await first.sees(tooLong)
    expect((await typed(first))?.length).toBe(20_001)
    await waitFor('the long note in the draft', async () => {
      const { draft } = await localOf(driver)
      return (draft as { note?: string } | null)?.note?.length === 20_001
    })
    await first.close()

    const next = await driver.open('popup.html')
    await next.sees(tooLong)
    expect((await typed(next))?.toWellFormed()).toBe(`${longest.toWellFormed()}y`)
    await next.press('Escape')
    await next.sees(tooLong)
    expect(await findings(next)).toEqual([])
    await fill(next, 'short')
    await next.until(said => !document.body.innerText.includes(said), tooLong)
    await keeps(driver, 'the short note', ({ note }) => note === 'short')
    await finish(driver, next)
  })

  test('where nothing can be kept it says so in sight, and loses nothing', async () => {
    const view = await openMore(driver, 7)
    await view.page?.setViewport({ width: 380, height: 560 })
    await breakWrites(view)
    await view.click('button', text('pleasant_high'))
    await view.click('button', text('tag_group_care'))
    await view.click('button', text('tag_rested'))
    await fill(view, 'still here')
    await view.sees(text('err_full'))
    await view.evaluate(() => document.querySelector('main')?.scrollTo(0, 10_000))
    await comesInSight(view, 'alert')
    expect(await findings(view)).toEqual([])
    expect(await latest(driver)).toMatchObject({ felt: 7, pleasant: null, tags: [], note: '' })
    const before = await view.evaluate(() => refusals())
    await view.click('button', text('try_again'))
    await view.until(count => refusals() > count, before)
    await comesInSight(view, 'alert')
    expect(await typed(view)).toBe('still here')

    await view.evaluate(() => mendWrites())
    await view.click('button', text('try_again'))
    const kept = await keeps(driver, 'what was typed', ({ note }) => note === 'still here')
    expect(kept).toMatchObject({ pleasant: 4, tags: ['rested'] })
    await view.until(said => !document.body.innerText.includes(said), text('err_full'))
    await finish(driver, view)
  })

  test('two quiet minutes go on in another popup, end by themselves, and can be stopped', async () => {
    const first = await openMore(driver, 8)
    await first.click('button', text('quiet_start'))
    await first.sees(text('quiet_left_other', 2))
    await first.close()
    const { draft } = await localOf(driver)
    const left = draft as { readonly quietSince: number }
    await putLocal(driver, { draft: { ...left, quietSince: left.quietSince - 110_000 } })

    const next = await driver.open('popup.html')
    await next.sees(text('quiet_left_one', 1))
    await next.sees(text('quiet_over'), 20_000)
    await next.click('button', text('quiet_start'))
    await next.sees(text('quiet_left_other', 2))
    await next.click('button', text('quiet_stop'))
    await next.until(said => !document.body.innerText.includes(said), text('quiet_left_other', 2))
    await finish(driver, next)
  })

  test('axe, in every state', async () => {
    const view = await openMore(driver, 2)
    const seen: { [state: string]: readonly string[] } = { open: await findings(view) }
    await view.click('button', text('pleasant_low'))
    await view.click('button', text('meaning_in_way'))
    await view.click('button', text('tag_group_mind'))
    await view.click('button', text('tag_fog'))
    await view.click('button', text('quiet_start'))
    seen['answered'] = await findings(view)
    expect(seen).toEqual({ open: [], answered: [] })
    await finish(driver, view)
  })
})
