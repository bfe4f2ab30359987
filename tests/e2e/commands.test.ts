/** The keyboard commands and the menu of the button: no browser refuses them, and each does what it says without taking the focus. */
import { isDeepStrictEqual } from 'node:util'
import type { WebWorker } from 'puppeteer-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { browserNames, type Driver } from '../support/driver.ts'
import { launch } from '../support/launch.ts'
import { tell } from '../support/nudge-machine.ts'
import { eagerSettings, localOf, putLocal, text } from '../support/thaw.ts'
import { waitFor } from '../support/wait.ts'

type Command = { readonly name?: string; readonly shortcut?: string; readonly description?: string }
type Api = {
  readonly action: { getTitle(of: object): Promise<string> }
  readonly commands: {
    getAll(): Promise<Command[]>
    /** Every event of Chromium has it; no key that a protocol sends reaches a command. */
    readonly onCommand: { dispatch(name: string): void }
  }
  readonly contextMenus: {
    /** Rejects where there is no such line. */
    update(id: string, to: object): Promise<void>
    readonly onClicked: { dispatch(pressed: { menuItemId: string }): void }
  }
}
declare const browser: Api
declare const chrome: Api

const titleOf = (driver: Driver): Promise<string> =>
  driver.bare.evaluate(() => (typeof browser === 'undefined' ? chrome : browser).action.getTitle({}))

describe.each(browserNames)('%s', name => {
  let driver: Driver
  beforeAll(async () => {
    driver = await launch(name)
    await putLocal(driver, { settings: eagerSettings })
  })
  afterAll(() => driver.close())

  test('gives every suggested key, and says what it does', async () => {
    const commands = await driver.bare.evaluate(() =>
      (typeof browser === 'undefined' ? chrome : browser).commands.getAll(),
    )
    const given = Object.fromEntries(commands.map(({ name, shortcut }) => [name, shortcut]))
    // A key that is taken would not be given.
    expect(given).toEqual({
      _execute_action: 'Alt+Shift+F',
      snooze: 'Alt+Shift+Q',
      lock: 'Alt+Shift+K',
      away: 'Alt+Shift+H',
    })
    const described = commands.flatMap(({ description }) => (description ? [description] : []))
    expect(described).toEqual(expect.arrayContaining([text('command_snooze'), text('command_away')]))
  })

  test('the menu has its lines, and no others', async () => {
    const lines = ['check-in', 'away', 'history', 'send', 'other']
    const there = () =>
      driver.bare.evaluate(async ids => {
        const { contextMenus } = typeof browser === 'undefined' ? chrome : browser
        const asked = await Promise.allSettled(ids.map(id => contextMenus.update(id, {})))
        return asked.map(({ status }) => status === 'fulfilled')
      }, lines)
    const follow = async (settings: object, expected: readonly boolean[]) => {
      await putLocal(driver, { settings })
      await tell(driver, { kind: 'settings-changed' })
      await waitFor('the menu', async () => isDeepStrictEqual(await there(), expected))
    }
    // Two of them would do nothing while no reminders come.
    const off = { ...eagerSettings, nudges: { ...eagerSettings.nudges, mode: { kind: 'off' } } }
    await follow(off, [true, false, true, false, false])
    await follow(eagerSettings, [true, true, true, true, false])
  })

  test.runIf(name === 'chromium')(
    'snooze and away change the plan and the title, and nothing comes to the front',
    async () => {
      const pages = driver.bare.page?.browser()
      const command = async (which: string): Promise<void> => {
        const target = await pages?.waitForTarget(one => one.type() === 'service_worker')
        const worker = (await target?.worker()) as WebWorker
        await worker.evaluate(named => chrome.commands.onCommand.dispatch(named), which)
      }
      const stateOf = async () =>
        (await localOf(driver))['nudge'] as { phase: string; asked: boolean; memory: { away: unknown } }
      const windows = async () => (await pages?.pages())?.map(page => page.url())
      const before = await windows()
      expect(await titleOf(driver)).toBe('Thaw')
      await command('snooze')
      await waitFor('the snooze', async () => (await stateOf()).asked)
      await waitFor('the title', async () => /^Thaw: quiet until \d/.test(await titleOf(driver)))
      await command('away')
      await waitFor('the absence', async () => (await stateOf()).memory.away !== null)
      expect((await stateOf()).asked).toBe(false)
      expect(await windows()).toEqual(before)
      const target = await pages?.waitForTarget(one => one.type() === 'service_worker')
      const worker = (await target?.worker()) as WebWorker
      await worker.evaluate(() => chrome.contextMenus.onClicked.dispatch({ menuItemId: 'history' }))
      await waitFor('the history', async () =>
        (await windows())?.some(url => url.endsWith('/options.html#history')),
      )
    },
  )
})
