/** Running pauses in a real browser: a clock that a test turns, and a run that was left for a while. */
import type { MessageKey } from '../../lib/platform/i18n.ts'
import type { Driver, View } from './driver.ts'
import { localOf, putLocal, text } from './thaw.ts'

type Turned = { turnClock: (milliseconds: number) => void }

/** From now on the page's clock, which is read in one place, can be turned ahead by `turnClock` in the page. */
export const takeClock = (view: View): Promise<void> =>
  view.evaluate(() => {
    const read = Temporal.Now.zonedDateTimeISO.bind(Temporal.Now)
    let ahead = 0
    Temporal.Now.zonedDateTimeISO = zone => read(zone).add({ milliseconds: ahead })
    Object.assign(globalThis, {
      turnClock: (milliseconds: number) => {
        ahead += milliseconds
      },
    } satisfies Turned)
  })

/** Picks a pause in the list of all. Its row says its length and its line besides its name. */
export const pickPause = async (view: View, id: string): Promise<void> => {
  const name = titleOf(id)
  await view.until(wanted => {
    const rows = [...document.querySelectorAll<HTMLButtonElement>('li > button')]
    const row = rows.find(button => button.firstElementChild?.textContent === wanted)
    row?.focus()
    return row !== undefined && document.activeElement === row
  }, name)
  await view.press('Enter')
  await runs(view, id)
}

/** The English title of a pause of the catalogue. */
export const titleOf = (id: string): string => text(`pause_${id.replaceAll('-', '_')}` as MessageKey)

/** Waits until it is the pause that runs: its name stands in lists as well. */
export const runs = (view: View, id: string): Promise<unknown> =>
  view.until(name => document.querySelector('h1')?.textContent === name, titleOf(id))

/** Where a pause stands after its clock was turned, a second a picture. */
export type Watched = {
  readonly at: 'waiting' | 'left' | 'ended'
  /** How many pictures were looked at, and how many of them had no button that stops. */
  readonly pictures: number
  readonly withoutStop: number
}

/** Watches a pause, a second of its clock for each picture, until it waits for the person or is over. */
export const watchPause = (
  view: View,
  texts: { readonly stop: string; readonly waits: string; readonly left: string; readonly after: string },
): Promise<Watched> =>
  view.evaluate(async ({ stop, waits, left, after }) => {
    const { turnClock } = globalThis as unknown as Turned
    const shows = (text: string) => document.body.innerText.includes(text)
    const stops = () =>
      [...document.querySelectorAll<HTMLElement>('footer button')].some(button =>
        button.innerText.startsWith(stop),
      )
    let pictures = 0
    let withoutStop = 0
    for (;;) {
      await new Promise(requestAnimationFrame)
      if (shows(after)) return { at: 'ended', pictures, withoutStop }
      pictures += 1
      if (!stops()) withoutStop += 1
      if (shows(left)) return { at: 'left', pictures, withoutStop }
      if (document.querySelector('[role=timer]')?.textContent === waits) {
        return { at: 'waiting', pictures, withoutStop }
      }
      turnClock(1_000)
    }
  }, texts)

type Stored = {
  readonly draft?: { readonly touchedAt: number; readonly run: { readonly [name: string]: number } | null }
}

/** The pause that runs was left so many seconds ago: no test waits for that. */
export const leaveFor = async (driver: Driver, seconds: number): Promise<void> => {
  const { draft } = (await localOf(driver)) as Stored
  if (!draft?.run) throw new Error('no pause runs')
  const back = (name: string) => (draft.run?.[name] ?? 0) - seconds * 1_000
  const run = {
    ...draft.run,
    startedAt: back('startedAt'),
    stepStartedAt: back('stepStartedAt'),
    seenAt: back('seenAt'),
  }
  await putLocal(driver, { draft: { ...draft, run, touchedAt: draft.touchedAt - seconds * 1_000 } })
}
