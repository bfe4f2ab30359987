/** Reflect → small steps, ladders, if-then plans and markers: by keyboard alone, with axe, in both browsers. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { browserNames, type Driver, type View } from '../support/driver.ts'
import { findings } from '../support/findings.ts'
import { launch } from '../support/launch.ts'
import { rowsOf, text } from '../support/thaw.ts'
import { waitFor } from '../support/wait.ts'

/** What has the focus, as a screen reader names it. */
const named = (view: View): Promise<string | null | undefined> =>
  view.evaluate(() => {
    const element = document.activeElement
    const labelled = element as HTMLInputElement | HTMLSelectElement | null
    return element?.getAttribute('aria-label') ?? labelled?.labels?.[0]?.textContent ?? element?.textContent
  })

/**
 * Walks with Tab until what is named so, or begins so, has the focus; once more where the page was still keeping what was written, and
 * showed it after the walk was over.
 */
const focusOn = async (view: View, name: string): Promise<void> => {
  const met = new Set<string | null | undefined>()
  try {
    await waitFor(`Tab to come to “${name}”`, async () => {
      for (let steps = 0; steps < 80; steps += 1) {
        const now = await named(view)
        if (now?.startsWith(name)) return true
        met.add(now)
        await view.press('Tab')
      }
      return false
    })
  } catch (error) {
    throw new Error(
      `${String(error)}\nIt came to: ${[...met].join(' · ')}\nThe page shows:\n${await view.text()}`,
    )
  }
}

const pressOn = async (view: View, name: string): Promise<void> => {
  await focusOn(view, name)
  await view.press('Enter')
}

const hasFocus = (view: View, name: string) =>
  waitFor(`the focus on “${name}”`, async () => (await named(view))?.startsWith(name) ?? false)

/** Opens one kind from the list of kinds; those without anything yet are folded. */
const openKind = async (view: View, name: string): Promise<void> => {
  await view.find('heading', text('section_reflect'))
  await view.evaluate(() => document.querySelector('h1')?.focus())
  if (!(await view.text()).includes(name)) await pressOn(view, text('reflect_more'))
  await pressOn(view, name)
  await hasFocus(view, name)
}

const kept = (
  driver: Driver,
  type: string,
  whole: (fields: { readonly [name: string]: unknown }) => boolean,
) =>
  waitFor(`a ${type} in the store`, async () =>
    (await rowsOf(driver, 'reflections')).find(row => row.type === type && whole(row.fields)),
  )

/** Letters typed in a native list choose from it. */
const chooseIn = async (view: View, label: string, value: string): Promise<void> => {
  await focusOn(view, label)
  await view.evaluate(value => {
    const select = document.activeElement as HTMLSelectElement
    select.value = value
    select.dispatchEvent(new Event('change', { bubbles: true }))
  }, value)
}

describe.each(browserNames)('%s', name => {
  let driver: Driver
  beforeAll(async () => {
    driver = await launch(name)
  })
  afterAll(() => driver.close())

  test('a step comes from an idea, is done and says what reached; a ladder gets smaller; a plan rests once its pause is hidden', async () => {
    const view = await driver.open('options.html#reflect')
    await openKind(view, text('reflect_kind_steps'))
    await pressOn(view, text('steps_ideas'))
    await pressOn(view, text('starter_nature_2'))
    await hasFocus(view, text('pause_one_small_thing_text'))
    await kept(driver, 'step', ({ text: said }) => said === text('starter_nature_2'))
    expect(await findings(view)).toEqual([])
    await pressOn(view, text('done'))
    await pressOn(view, text('step_done_named', text('starter_nature_2')))
    // What took the place of a button that was pressed has the focus, without a walk to it.
    await hasFocus(view, text('step_reach_named', text('starter_nature_2')))
    await view.press('Enter')
    await hasFocus(view, `0 ${text('pause_one_small_thing_expected_low')}`)
    await view.press('Enter')
    await view.sees(text('step_reach_was', '0'))
    await hasFocus(view, text('step_reach_change_named', text('starter_nature_2')))
    await kept(driver, 'step', ({ doneAt, actual }) => typeof doneAt === 'number' && actual === 0)
    expect(await findings(view)).toEqual([])

    await view.press('Escape')
    await openKind(view, text('reflect_kind_ladders'))
    await pressOn(view, text('ladders_write'))
    const rungs = ['Do the taxes', 'Sort the letters', 'Find the folder']
    for (const [place, rung] of rungs.entries()) {
      if (place > 0) await pressOn(view, text('pause_smaller'))
      await hasFocus(view, text('pause_smaller_line', `${place + 1}`))
      await view.page?.keyboard.type(rung)
    }
    await pressOn(view, text('done'))
    await pressOn(view, text('ladder_smaller_named', 'Sort the letters'))
    await hasFocus(view, text('ladder_smaller_named', 'Find the folder'))
    await view.press('Enter')
    await view.sees(text('ladder_smallest'))
    await hasFocus(view, text('ladder_bigger_named', 'Sort the letters'))
    await pressOn(view, text('step_for_today_named', 'Find the folder'))
    await kept(driver, 'step', ({ text: said }) => said === 'Find the folder')
    expect(await findings(view)).toEqual([])

    await view.press('Escape')
    await openKind(view, text('reflect_kind_plans'))
    await pressOn(view, text('plans_write'))
    await chooseIn(view, text('pause_if_then_if'), 'tag:work')
    await chooseIn(view, text('pause_if_then_then'), 'hum')
    expect(await findings(view)).toEqual([])
    await pressOn(view, text('done'))
    await kept(driver, 'plan', fields => fields['if'] === 'tag:work' && fields['then'] === 'hum')
    const library = await driver.open('options.html#pauses')
    await library.click('button', text('pause_hum'))
    await library.click('button', text('own_hide_spoken', text('pause_hum')))
    await view.sees(text('plan_rests_pause_hidden'))
    await library.close()
    expect(await findings(view)).toEqual([])
    await pressOn(view, text('delete'))
    await view.sees(text('deleted'))
    await hasFocus(view, text('undo'))
    await view.press('Enter')
    await view.sees(text('plan_rests_pause_hidden'))

    await view.press('Escape')
    await openKind(view, text('reflect_kind_markers'))
    expect(await findings(view)).toEqual([])
    await pressOn(view, text('marker_add'))
    await view.find('heading', text('marker_add'))
    expect(await view.evaluate(() => location.hash)).toBe('#history')
    await view.close()

    const today = await driver.open('options.html#today')
    await today.sees('Find the folder')
    await today.close()
  })
})
