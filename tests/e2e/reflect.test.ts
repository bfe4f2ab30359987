/** Library → Reflect by keyboard in both browsers: written, shown as typed, changed, deleted and taken back, sealed under the lock. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { browserNames, type Driver, type View } from '../support/driver.ts'
import { findings } from '../support/findings.ts'
import { launch } from '../support/launch.ts'
import { lockStateOf, setUpLock } from '../support/lock.ts'
import { localOf, rowsOf, text } from '../support/thaw.ts'
import { waitFor } from '../support/wait.ts'

/** Markup, a direction that turns, an emoji of several: as typed, or nothing. */
const odd = '<b>late</b> متأخر 👨‍👩‍👧'

/** What has the focus, as a screen reader names it. */
const named = (view: View): Promise<string> =>
  view.evaluate(() => {
    const element = document.activeElement as HTMLInputElement | null
    return (
      element?.getAttribute('aria-label') ?? element?.labels?.[0]?.textContent ?? element?.textContent ?? ''
    )
  })

const hasFocus = (view: View, start: string) =>
  waitFor(`the focus on "${start}"`, async () => (await named(view)).startsWith(start))

/** Walks with Tab until what begins so has the focus. */
const focusOn = async (view: View, start: string): Promise<void> => {
  for (let steps = 0; steps < 120; steps += 1) {
    if ((await named(view)).startsWith(start)) return
    await view.press('Tab')
  }
  throw new Error(`Tab never came to “${start}”`)
}

const enter = async (view: View, start: string): Promise<void> => {
  await focusOn(view, start)
  await view.press('Enter')
}

const type = (view: View, typed: string) => view.page?.keyboard.type(typed)

const openKind = async (view: View, kind: string): Promise<void> => {
  await enter(view, kind)
  await view.until(
    name => document.activeElement?.tagName === 'H2' && document.activeElement.textContent === name,
    kind,
  )
}

const written = (driver: Driver, kind: string) =>
  waitFor(`a ${kind} in the store`, async () =>
    (await rowsOf(driver, 'reflections')).find(row => 'type' in row && row.type === kind),
  )

describe.each(browserNames)('%s', name => {
  let driver: Driver
  let view: View
  const seen: { [state: string]: readonly string[] } = {}
  const look = async (state: string) => {
    seen[state] = await findings(view)
  }
  beforeAll(async () => {
    driver = await launch(name)
    view = await driver.open('options.html#reflect')
    await view.sees(text('reflect_empty'))
  })
  afterAll(() => driver.close())

  test('a thought is written, kept as it is typed, and shown as it was', async () => {
    await look('nothing written')
    await openKind(view, text('reflect_kind_thoughts'))
    await enter(view, text('journal_write'))
    await hasFocus(view, text('pause_another_way_situation'))
    await type(view, odd)
    await enter(view, text('pause_another_way_thought_1'))
    await focusOn(view, '8')
    await view.press('Enter')
    await look('a form')
    expect(await written(driver, 'thought')).toMatchObject({ fields: { situation: odd } })
    await enter(view, text('done'))
    await hasFocus(view, text('journal_write'))
    for (const part of [odd, text('pause_another_way_thought_1'), text('journal_believed', 8)])
      await view.sees(part)
    expect(await view.evaluate(() => [location.hash, document.title])).toEqual(['#reflect', 'Thaw'])
    await look('a list')
  })

  test('it is changed, deleted and taken back; Escape leads out step by step', async () => {
    await enter(view, 'Edit what was written')
    await hasFocus(view, text('pause_another_way_situation'))
    await focusOn(view, text('pause_another_way_other'))
    await type(view, 'They were in a hurry.')
    await view.press('Escape')
    await hasFocus(view, 'Edit what was written')
    await view.sees('They were in a hurry.')
    await enter(view, 'Delete what was written')
    await hasFocus(view, text('undo'))
    await look('deleted')
    await view.press('Enter')
    await view.sees('They were in a hurry.')
    await focusOn(view, text('reflect_all'))
    await view.press('Escape')
    await hasFocus(view, text('reflect_kind_thoughts'))
  })

  test('what is not used is folded; a high and a low are written, and counted', async () => {
    await enter(view, text('reflect_more'))
    await openKind(view, text('reflect_kind_highs_lows'))
    await enter(view, text('highs_write'))
    await hasFocus(view, text('pause_high_and_low_high'))
    await type(view, 'Bread, still warm')
    await focusOn(view, '3')
    await view.press('Enter')
    await enter(view, text('done'))
    await view.sees(text('highs_of', 1, 1))
    await view.sees(text('highs_too_few'))
    await look('highs and lows')
    // It reached them: one quiet line leads to where a line is kept.
    await hasFocus(view, text('highs_write'))
    await enter(view, text('keep_ask'))
    await hasFocus(view, text('reflect_keep_line'))
    await view.press('Escape')
    await hasFocus(view, text('reflect_keep'))
    // Nothing was kept, so the list has no row of it to lead back to.
    await view.press('Escape')
    await view.until(() => document.activeElement?.matches('h1'))
  })

  test('a name is kept, and a sentence asks who feels safe first', async () => {
    await enter(view, text('reflect_more'))
    await openKind(view, text('reflect_kind_people'))
    await focusOn(view, text('people_add'))
    await type(view, odd)
    await view.press('Enter')
    await view.find('button', text('reflect_delete_name_spoken', odd))
    await enter(view, text('people_write'))
    await hasFocus(view, odd)
    await view.press('Enter')
    await enter(view, text('pause_one_sentence_text_1'))
    await look('a sentence')
    await enter(view, text('done'))
    await view.sees(text('people_to', odd))
    expect(await written(driver, 'sentence')).toMatchObject({ fields: { to: odd } })
    await look('people')
    expect(seen).toEqual(Object.fromEntries(Object.keys(seen).map(state => [state, []])))
  })

  test('the evening invitation leads to its form; what is half typed is there again', async () => {
    await driver.bare.evaluate(async () => {
      type Api = { storage: { session: { set(values: object): Promise<void> } } }
      const { browser, chrome } = globalThis as unknown as { browser?: Api; chrome: Api }
      const at = Temporal.Now.instant().epochMilliseconds
      await (browser ?? chrome).storage.session.set({ 'reflect-evening': at })
    })
    const evening = await driver.open('options.html#reflect')
    await hasFocus(evening, text('pause_high_and_low_high'))
    await type(evening, 'half ty')
    // It is kept as it is typed; who closes a page takes longer for it than a test does.
    await waitFor('what was typed to be kept', async () =>
      JSON.stringify(await localOf(driver)).includes('half ty'),
    )
    await evening.close()
    const again = await driver.open('options.html#reflect')
    await enter(again, text('reflect_kind_highs_lows'))
    await again.until(() => (document.activeElement as HTMLInputElement | null)?.value === 'half ty')
    await again.close()
  })

  test('under the lock nothing of it stands in the clear', async () => {
    const data = await driver.open('options.html#data')
    await setUpLock(data)
    await waitFor('everything to be sealed', async () => (await lockStateOf(driver)) === 'on')
    const stored = JSON.stringify([await rowsOf(driver, 'reflections'), await localOf(driver)])
    for (const words of ['late', 'in a hurry', 'still warm', 'half ty', 'high-low', 'sentence'])
      expect(stored).not.toContain(words)
    await data.close()
    const open = await driver.open('options.html#reflect')
    await openKind(open, text('reflect_kind_thoughts'))
    await open.sees('They were in a hurry.')
    await open.close()
  })
})
