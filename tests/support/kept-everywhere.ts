/** All that Thaw can keep in a browser, filled and read back past its own code, from a page that runs none of it. */
import type { Driver } from './driver.ts'

type Api = {
  readonly storage: {
    readonly local: { get(keys: null): Promise<object>; set(values: object): Promise<void> }
    readonly session: { get(keys: null): Promise<object>; set(values: object): Promise<void> }
  }
  readonly alarms: {
    getAll(): Promise<{ name: string }[]>
    create(name: string, when: object): Promise<void>
  }
  readonly notifications: { getAll(): Promise<object>; create(id: string, options: object): Promise<string> }
  readonly action: {
    getBadgeText(of: object): Promise<string>
    setBadgeText(text: object): Promise<void>
    getPopup(of: object): Promise<string>
    setPopup(popup: object): Promise<void>
    getTitle(of: object): Promise<string>
    setTitle(title: object): Promise<void>
  }
  readonly runtime: { sendMessage(message: object): Promise<unknown>; getURL(path: string): string }
}
declare const browser: Api
declare const chrome: Api

const fill = async (marker: string): Promise<void> => {
  const api = typeof browser === 'undefined' ? chrome : browser
  localStorage.setItem('cover', marker)
  await api.storage.local.set({ 'line-keepsake': marker })
  await api.storage.session.set({ search: marker })
  const directory = await (await navigator.storage.getDirectory()).getDirectoryHandle('snapshots', {
    create: true,
  })
  const stream = await (await directory.getFileHandle('thaw-1.json', { create: true })).createWritable()
  await stream.write(marker)
  await stream.close()
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    const opening = indexedDB.open('folder', 2)
    opening.onerror = () => reject(opening.error)
    opening.onupgradeneeded = () => opening.result.createObjectStore('handles')
    opening.onsuccess = () => resolve(opening.result)
  })
  database.transaction('handles', 'readwrite').objectStore('handles').put(marker, 'picked')
  database.close()
  await caches.open('thaw')
  await api.alarms.create('wake', { when: Date.now() + 3_600_000 })
  await api.notifications.create('one', {
    type: 'basic',
    iconUrl: api.runtime.getURL('/icon/128.png'),
    title: 'A quiet minute?',
    message: 'A quiet minute?',
  })
  await api.action.setBadgeText({ text: '•' })
  await api.action.setPopup({ popup: '/cover.html' })
  await api.action.setTitle({ title: 'Thaw: quiet until 10:00' })
}

const read = async () => {
  const api = typeof browser === 'undefined' ? chrome : browser
  const files: string[] = []
  for await (const name of (await navigator.storage.getDirectory()).keys()) files.push(name)
  return {
    local: Object.keys(await api.storage.local.get(null)),
    // As after a first installation: the language in which the background has drawn the menu of the button.
    session: Object.keys(await api.storage.session.get(null)).filter(key => key !== 'menu'),
    web: Object.keys(localStorage),
    databases: (await indexedDB.databases()).map(({ name }) => name),
    files,
    caches: await caches.keys(),
    alarms: (await api.alarms.getAll()).map(({ name }) => name),
    notifications: Object.keys(await api.notifications.getAll()),
    badge: await api.action.getBadgeText({}),
    popup: new URL(await api.action.getPopup({})).pathname,
    title: await api.action.getTitle({}),
  }
}

/** Puts something into every place, the marker wherever text can stand. */
export const fillEverything = (driver: Driver, marker: string): Promise<void> =>
  driver.bare.evaluate(fill, marker)

export const everythingIn = (driver: Driver): ReturnType<typeof read> => driver.bare.evaluate(read)

export const nothing: Awaited<ReturnType<typeof read>> = {
  local: [],
  session: [],
  web: [],
  databases: [],
  files: [],
  caches: [],
  alarms: [],
  notifications: [],
  badge: '',
  popup: '/popup.html',
  title: 'Thaw',
}

/** Wakes the background, and waits until it has done what it does at its start. */
export const wakeBackground = (driver: Driver): Promise<unknown> =>
  driver.bare.evaluate(() =>
    (typeof browser === 'undefined' ? chrome : browser).runtime.sendMessage({
      kind: 'nudge-status',
      ask: null,
    }),
  )
