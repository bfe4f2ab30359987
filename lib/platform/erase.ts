/** What Thaw keeps in the browser outside its database, place by place, for deleting all of it. */
import { browser } from 'wxt/browser'
import type { Erasable } from '../app/data-ports.ts'
import type { KeyValue } from '../app/ports.ts'
import { setBadge } from './badge.ts'
import { systemClock } from './clock.ts'
import { letPageGo } from './hold.ts'
import { localValues, sessionValues } from './local.ts'
import { setCover, setQuietTitle } from './toolbar.ts'

/** Empties a place that answers in full whether it had anything. */
const place = (
  keys: () => Promise<readonly string[]>,
  clear: (keys: readonly string[]) => Promise<unknown>,
) => {
  const empty: Erasable = async () => {
    const found = await keys()
    if (found.length > 0) await clear(found)
    return { found: found.length > 0, left: (await keys()).length > 0 ? 'content' : 'nothing' }
  }
  return empty
}

const storages = (): readonly Storage[] => {
  // Chromium's worker has neither.
  const { localStorage, sessionStorage } = globalThis as { localStorage?: Storage; sessionStorage?: Storage }
  return [localStorage, sessionStorage].filter(storage => storage !== undefined)
}

const namesIn = async (directory: FileSystemDirectoryHandle): Promise<readonly string[]> => {
  const names: string[] = []
  for await (const name of directory.keys()) names.push(name)
  return names
}

const allBut = (mark: string, values: KeyValue) =>
  place(
    async () => (await values.keys()).filter(key => key !== mark),
    keys => values.remove(keys),
  )

/** What stands under `mark` stays, in either storage area: it says that a deletion is under way. */
export const browserPlaces = (mark: string): { readonly [name: string]: Erasable } => ({
  local: allBut(mark, localValues),
  session: allBut(mark, sessionValues),
  'web storage': place(
    async () => storages().flatMap(storage => Object.keys(storage)),
    async () => {
      for (const storage of storages()) storage.clear()
    },
  ),
  files: place(
    async () => namesIn(await navigator.storage.getDirectory()),
    async names => {
      const root = await navigator.storage.getDirectory()
      for (const name of names) await root.removeEntry(name, { recursive: true })
    },
  ),
  caches: place(
    () => caches.keys(),
    names => Promise.all(names.map(name => caches.delete(name))),
  ),
  alarms: place(
    async () => (await browser.alarms.getAll()).map(({ name }) => name),
    () => browser.alarms.clearAll(),
  ),
  notifications: place(
    async () => Object.keys(await browser.notifications.getAll()),
    ids => Promise.all(ids.map(id => browser.notifications.clear(id))),
  ),
  toolbar: async () => {
    await setBadge(false)
    await setCover(false)
    await setQuietTitle(null, systemClock.now())
    return { found: false, left: 'nothing' }
  },
})

/** All of both storage areas, the mark of the deletion too. */
export const clearValues = async (): Promise<void> => {
  await browser.storage.local.clear()
  await browser.storage.session.clear()
}

type Views = { readonly extension?: { getViews?(filter?: { type: 'popup' }): Window[] } }

/**
 * Sends every other page of Thaw in this browser to `page`, where nothing is open or remembered, and closes popups. No page asks the
 * person first, for it would go on reading and writing meanwhile. The background goes on, and so do pages on made-up data, which keep
 * nothing.
 */
export const leaveOthers = (page: '/erased.html'): void => {
  const { extension } = browser as unknown as Views
  const popups = extension?.getViews?.({ type: 'popup' }) ?? []
  // Two pages that send each other away would never stop.
  const stays = [page, '/look-around.html']
  for (const view of extension?.getViews?.() ?? []) {
    try {
      const { pathname } = view.location
      const isPage = pathname.endsWith('.html') && !pathname.startsWith('/_generated_background')
      if (view === globalThis.window || !isPage || stays.includes(pathname)) continue
      if (popups.includes(view)) {
        view.close()
        continue
      }
      letPageGo(view)
      view.location.replace(browser.runtime.getURL(page))
    } catch {
      // It was closing by itself.
    }
  }
}

/** Goes to another page of Thaw, without a way back to this one. */
export const leaveFor = (page: string): void => location.replace(page)
