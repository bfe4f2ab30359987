/** What the browser tells an extension of its windows, its tabs and the person: the same as Thaw asks for. */
import type { Driver } from './driver.ts'

type Tab = { readonly id?: number; readonly url?: string }
type Window = { readonly id: number; readonly focused: boolean; readonly state: string }
type Api = {
  readonly tabs: {
    query(of: object): Promise<Tab[]>
    update(id: number, to: object): Promise<unknown>
  }
  readonly windows: {
    getAll(): Promise<Window[]>
    getLastFocused(): Promise<Window>
    create(of: object): Promise<Window>
    update(id: number, to: object): Promise<Window>
  }
  readonly idle: {
    queryState(seconds: number): Promise<string>
    readonly onStateChanged: { addListener(heard: (state: string) => void): void }
  }
}

declare const browser: Api
declare const chrome: Api

export const idleState = (driver: Driver): Promise<string> =>
  driver.bare.evaluate(() => (typeof browser === 'undefined' ? chrome : browser).idle.queryState(60))

type Ears = { heard: string }

/** From now on the browser's own announcements of who is there are noted. */
export const listenToIdle = (driver: Driver): Promise<void> =>
  driver.bare.evaluate(() => {
    ;(globalThis as unknown as Ears).heard = 'nothing'
    const { idle } = typeof browser === 'undefined' ? chrome : browser
    idle.onStateChanged.addListener(state => {
      ;(globalThis as unknown as Ears).heard = state
    })
  })

/** The latest announcement. */
export const heardOfIdle = (driver: Driver): Promise<string> =>
  driver.bare.evaluate(() => (globalThis as unknown as Ears).heard)

export const audibleTabs = async (driver: Driver): Promise<number> =>
  driver.bare.evaluate(
    async () =>
      (await (typeof browser === 'undefined' ? chrome : browser).tabs.query({ audible: true })).length,
  )

/** Mutes every tab that sounds, as the loudspeaker on a tab does. */
export const muteTabs = async (driver: Driver): Promise<void> => {
  await driver.bare.evaluate(async () => {
    const { tabs } = typeof browser === 'undefined' ? chrome : browser
    for (const { id = 0 } of await tabs.query({ audible: true })) await tabs.update(id, { muted: true })
  })
}

/** Puts the window in front into a state, and waits until it is in it. */
export const setWindowState = async (driver: Driver, to: 'fullscreen' | 'normal'): Promise<void> => {
  await driver.bare.until(async state => {
    const { windows } = typeof browser === 'undefined' ? chrome : browser
    const before = await windows.getLastFocused()
    if (before.state === state) return true
    await windows.update(before.id, { state })
    return false
  }, to)
}

/** Opens another window beside those that are there, without Thaw in it. */
export const openAnotherWindow = async (driver: Driver): Promise<void> => {
  await driver.bare.evaluate(async () => {
    await (typeof browser === 'undefined' ? chrome : browser).windows.create({ url: 'about:blank' })
  })
}

/** Everything that would be another if something had come to the front or taken the focus. */
export const inFront = (driver: Driver) =>
  driver.bare.evaluate(async () => {
    const { windows, tabs } = typeof browser === 'undefined' ? chrome : browser
    const { id, state } = await windows.getLastFocused()
    const all = await windows.getAll()
    return {
      front: id,
      state,
      focused: all.filter(one => one.focused).map(one => one.id),
      windows: all.map(one => one.id),
      tabs: (await tabs.query({})).map(tab => tab.id),
      active: (await tabs.query({ active: true })).map(tab => tab.id),
    }
  })
