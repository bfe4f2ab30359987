/** What the end-to-end tests know of Thaw: its texts, what it stores, and the ways of a person through it. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { CheckIn, RecordOf, StoreName } from '../../lib/core/records.ts'
import type { MessageKey } from '../../lib/platform/i18n.ts'
import { root } from './build-extension.ts'
import type { Driver, View } from './driver.ts'
import { waitFor } from './wait.ts'

type Messages = { readonly [key: string]: { readonly message: string } }

const textsOf = (language: string): Messages =>
  JSON.parse(readFileSync(join(root, 'public/_locales', language, 'messages.json'), 'utf8'))

const english = textsOf('en')
let messages = english

/** From now on `text` says what Thaw says in that language, by its folder. */
export const readTextsOf = (language: string): void => {
  messages = { ...english, ...textsOf(language) }
}

/** The text with `$1`, `$2` … filled in, in English unless another language was asked for. */
export const text = (key: MessageKey, ...values: readonly (string | number)[]): string =>
  (messages[key]?.message ?? `no message ${key}`).replaceAll(/\$(\d)/g, (_, at) =>
    String(values[Number(at) - 1] ?? ''),
  )

/** How a place of the felt scale is called. */
export const place = (felt: number): string => {
  if (felt === 0) return text('felt_spoken_named', 0, text('felt_0'))
  if (felt === 5) return text('felt_spoken_named', 5, text('felt_5'))
  if (felt === 10) return text('felt_spoken_named', 10, text('felt_10'))
  return text('felt_spoken', felt)
}

/** Everything in one store of the history, read past Thaw's own code. */
export const rowsOf = <Store extends StoreName>(
  driver: Driver,
  store: Store,
): Promise<readonly RecordOf<Store>[]> =>
  driver.bare.evaluate(readRows, store) as Promise<readonly RecordOf<Store>[]>

const readRows = async (store: string): Promise<unknown[]> => {
  const databases = await indexedDB.databases()
  if (!databases.some(({ name }) => name === 'thaw')) return []
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open('thaw')
    opening.onerror = () => reject(opening.error)
    opening.onsuccess = () => {
      const database = opening.result
      if (!database.objectStoreNames.contains(store)) {
        database.close()
        resolve([])
        return
      }
      const reading = database.transaction(store).objectStore(store).getAll()
      reading.onsuccess = () => {
        database.close()
        resolve(reading.result)
      }
      reading.onerror = () => reject(reading.error)
    }
  })
}

/** Waits for check-ins to stand in the history. */
export const checkInsOnceThereAre = (driver: Driver, count: number): Promise<readonly CheckIn[]> =>
  waitFor(`${count} check-ins in the history`, async () => {
    const rows = await rowsOf(driver, 'checkIns')
    return rows.length === count && rows
  })

type ExtensionApi = {
  readonly storage: {
    readonly local: {
      get(keys: string[] | null): Promise<{ [key: string]: unknown }>
      set(values: { [key: string]: unknown }): Promise<void>
    }
  }
  readonly action: { getBadgeText(of: object): Promise<string> }
  readonly windows: { getAll(): Promise<readonly object[]> }
  readonly alarms: {
    create(name: string, when: { when: number }): Promise<void>
    getAll(): Promise<{ name: string; scheduledTime: number }[]>
  }
}

declare const browser: ExtensionApi
declare const chrome: ExtensionApi

/** Everything in `storage.local`. */
export const localOf = (driver: Driver): Promise<{ [key: string]: unknown }> =>
  driver.bare.evaluate(() => (typeof browser === 'undefined' ? chrome : browser).storage.local.get(null))

export const putLocal = (driver: Driver, values: { readonly [key: string]: unknown }): Promise<void> =>
  driver.bare.evaluate(
    given => (typeof browser === 'undefined' ? chrome : browser).storage.local.set(given),
    values,
  )

/** What stands on the toolbar button. */
export const badgeOf = (driver: Driver): Promise<string> =>
  driver.bare.evaluate(() => (typeof browser === 'undefined' ? chrome : browser).action.getBadgeText({}))

/** How many windows the browser has. */
export const windowsOf = (driver: Driver): Promise<number> =>
  driver.bare.evaluate(async () => {
    const api = typeof browser === 'undefined' ? chrome : browser
    return (await api.windows.getAll()).length
  })

const allDay = [{ from: 0, to: 0 }]

/** Settings in which nothing but the due time decides about a reminder. */
export const eagerSettings = {
  welcomed: true,
  nudges: {
    mode: { kind: 'random', perDay: 3 },
    hours: [allDay, allDay, allDay, allDay, allDay, allDay, allDay],
    cap: 12,
    gap: 5,
    channels: { notification: true, badge: true },
    holdBack: { idle: false, fullScreen: false, sound: false },
  },
}

/** Plans a reminder for one second from now, as if the person had asked for it. */
export const planNudge = async (driver: Driver, settings: object = eagerSettings): Promise<void> => {
  await putLocal(driver, { settings })
  await driver.bare.evaluate(async () => {
    const api = typeof browser === 'undefined' ? chrome : browser
    const dueAt = Date.now() + 1_000
    await api.storage.local.set({ nudge: { phase: 'waiting', dueAt, asked: true } })
    await api.alarms.create('wake', { when: dueAt })
  })
}

/** Answers felt, and waits until the answer is acknowledged. */
export const answerFelt = async (view: View, felt: number): Promise<void> => {
  await view.click('button', place(felt))
  await view.sees(text('saved_spoken'))
}

/** Ends a check-in, and waits until nothing of it is left open: until then the next popup would go on with it. */
export const finish = async (driver: Driver, view: View): Promise<void> => {
  await view.click('button', text('done'))
  await waitFor('the end of the check-in', async () => {
    const draft = (await localOf(driver))['draft'] as { readonly checkInId: string | null } | null | undefined
    return (draft?.checkInId ?? null) === null
  })
}

/** Says that the pause made it worse, and waits for what is said to that: it depends on the pause, which was offered by chance. */
export const answerWorse = async (view: View, say: typeof text = text): Promise<void> => {
  await view.click('button', say('ease_worse'))
  await view.until(
    (...either: readonly string[]) => either.some(said => document.body.innerText.includes(said)),
    say('after_worse'),
    say('after_worse_out'),
  )
}
