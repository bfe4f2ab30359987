/** The page over made-up data: what it stands on is memory, what belongs to the person's own Thaw is refused, and nothing reaches it. */
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { fakeBrowser } from 'wxt/testing/fake-browser'
import { composeLookAround } from '../../lib/app/compose-look-around.ts'
import { valueIn } from '../contract/assert.ts'
import { type Source, shippedSources } from '../repo/source.ts'
import { completeFakeBrowser } from '../support/fakes.ts'

const unreachable = (name: string) => () => {
  throw new Error(`${name} was reached`)
}

/** Every way out of the page but the clipboard, each of which throws. */
const closeEveryWay = () => {
  for (const name of ['BroadcastChannel', 'indexedDB', 'localStorage', 'sessionStorage', 'caches'])
    vi.stubGlobal(
      name,
      new Proxy(unreachable(name), { get: unreachable(name), construct: unreachable(name) }),
    )
  for (const area of [fakeBrowser.storage.local, fakeBrowser.storage.session, fakeBrowser.storage.sync])
    for (const way of ['get', 'set', 'remove', 'clear'] as const)
      vi.spyOn(area, way).mockImplementation(unreachable(`storage ${way}`))
  vi.spyOn(fakeBrowser.runtime, 'sendMessage').mockImplementation(unreachable('the worker'))
  vi.spyOn(fakeBrowser.alarms, 'create').mockImplementation(unreachable('an alarm'))
  vi.spyOn(fakeBrowser.notifications, 'create').mockImplementation(unreachable('a notification'))
  vi.spyOn(fakeBrowser.windows, 'create').mockImplementation(unreachable('a window'))
  vi.spyOn(fakeBrowser.tabs, 'create').mockImplementation(unreachable('a tab'))
}

describe('the parts', () => {
  let popup: ReturnType<typeof completeFakeBrowser>['popup']
  beforeEach(() => {
    popup = completeFakeBrowser().popup
    closeEveryWay()
    return () => vi.unstubAllGlobals()
  })

  test('are these, each looked at here: what is added to the main page is asked for here too', () => {
    expect(Object.keys(composeLookAround().parts).toSorted()).toEqual([
      'askToPersist',
      'chance',
      'changes',
      'clock',
      'copyText',
      'labels',
      'later',
      'local',
      'locks',
      'nudges',
      'openCheckIn',
      'records',
      'recoveries',
      'session',
      'settings',
      'startPause',
      'system',
      'takeOut',
    ])
  })

  test('hold a year that can be changed, and each look is a new one', async () => {
    const { parts } = composeLookAround()
    const checkIns = valueIn(await parts.records.all('checkIns'))
    expect(checkIns.length).toBeGreaterThan(900)
    const [first, second] = checkIns
    if (!first || !second) throw new Error('an empty year')
    await parts.records.save('checkIns', first.id, current => current && { ...current, note: 'changed' })
    await parts.records.remove('checkIns', second.id, first.at)
    expect(valueIn(await parts.records.get('checkIns', first.id))?.note).toBe('changed')
    expect(valueIn(await parts.records.get('checkIns', second.id))).toBeNull()

    const again = composeLookAround().parts
    const anew = valueIn(await again.records.all('checkIns'))
    const plain = (records: typeof checkIns) => records.map(({ updatedAt: _, ...fields }) => fields)
    expect(plain(anew)).toEqual(plain(checkIns))
  })

  test('keep settings and small values of their own', async () => {
    const { parts } = composeLookAround()
    expect((await parts.settings.read()).nudges.mode).toEqual({ kind: 'random', perDay: 3 })
    await parts.settings.change(current => ({ ...current, privateTags: true }))
    await parts.session.set({ removal: { at: 1 } })
    expect((await parts.settings.read()).privateTags).toBe(true)
    expect(await parts.session.get(['removal', 'past'])).toEqual({ removal: { at: 1 } })
    const other = composeLookAround().parts
    expect((await other.settings.read()).privateTags).toBe(false)
    expect(await other.session.keys()).toEqual([])
  })

  test('tell changes to this page alone', async () => {
    const [one, other] = [composeLookAround().parts, composeLookAround().parts]
    const heard = vi.fn<(topic: string) => void>()
    const elsewhere = vi.fn<(topic: string) => void>()
    const stop = one.changes.listen(heard)
    other.changes.listen(elsewhere)
    one.changes.announce('records')
    expect(heard).not.toHaveBeenCalled()
    await Promise.resolve()
    expect(heard.mock.calls).toEqual([['records']])
    stop()
    one.changes.announce('settings')
    await Promise.resolve()
    expect(heard).toHaveBeenCalledTimes(1)
    expect(elsewhere).not.toHaveBeenCalled()
  })

  test('refuse what belongs to the person’s own Thaw, and say so each time', async () => {
    const { parts, refusals } = composeLookAround()
    expect(refusals.last.value).toBeNull()
    parts.openCheckIn()
    expect(refusals.last.value).toBe(1)
    await parts.startPause('look-up')
    expect(refusals.last.value).toBe(2)
    await parts.nudges.tell({ kind: 'away', until: 'hour' })
    expect(refusals.last.value).toBe(3)
    await expect(parts.nudges.tell({ kind: 'send-now' })).rejects.toMatchObject({ name: 'AbortError' })
    expect(refusals.last.value).toBe(4)
    refusals.putAway()
    expect(refusals.last.value).toBeNull()
    await parts.nudges.tell({ kind: 'settings-changed' })
    parts.askToPersist()
    expect(refusals.last.value).toBeNull()
    expect(popup.opened).toBe(0)
  })

  test('take nothing out of the page', async () => {
    const { parts, refusals } = composeLookAround()
    const { copyText, copyPicture, saveFile } = parts.takeOut
    expect(await copyText('felt')).toBe('told')
    expect(refusals.last.value).toBe(1)
    expect(await copyPicture(Promise.resolve(new Blob()))).toBe('told')
    expect(refusals.last.value).toBe(2)
    expect(saveFile('thaw.csv', new Blob())).toBe('told')
    expect(refusals.last.value).toBe(3)
  })

  test('name a next reminder that fits the settings, and none that was lost', async () => {
    const { parts } = composeLookAround()
    const now = parts.clock.now().epochMilliseconds
    const { next } = await parts.nudges.status()
    if (next.kind !== 'between') throw new Error(`the next one is ${next.kind}`)
    expect(next.to).toBeGreaterThan(now)
    expect(next.to - next.from).toBeGreaterThan(0)
    await parts.settings.change(current => ({
      ...current,
      nudges: { ...current.nudges, mode: { kind: 'off' } },
    }))
    expect((await parts.nudges.status()).next).toEqual({ kind: 'off' })
    expect(await parts.recoveries.unread()).toBeNull()
  })
})

describe('the code of the page', () => {
  const sources = new Map(shippedSources().map(source => [source.path, source]))

  /** All that the page can ever load, types aside. */
  const reached = (path: string, seen: Set<string>): ReadonlySet<string> => {
    const source: Source | undefined = sources.get(path)
    if (!source || seen.has(path)) return seen
    seen.add(path)
    for (const { target, own, typesAlone } of source.imports) if (own && !typesAlone) reached(target, seen)
    return seen
  }

  test('leads to none of what reads or writes the person’s own: no storage, no database, no worker, no other page', () => {
    const found = [...reached('entrypoints/look-around/main.tsx', new Set())]
    expect(found.length).toBeGreaterThan(80)
    expect(found.filter(path => path.startsWith('lib/store/')).toSorted()).toEqual(
      [
        // It reads from the values that it is given.
        'lib/store/canary.ts',
        'lib/store/first-id.ts',
        'lib/store/locks.ts',
        'lib/store/memory-values.ts',
        'lib/store/memory.ts',
        'lib/store/problem.ts',
        'lib/store/removal-rows.ts',
        'lib/store/rows.ts',
        'lib/store/settings-key.ts',
        'lib/store/settings.ts',
      ].toSorted(),
    )
    const own = [
      'alarms',
      'badge',
      'changes',
      'commands',
      'cover',
      'idle',
      'key-value',
      'lifecycle',
      'local',
      'messages',
      'notify',
      'persistence',
      'toolbar',
      'windows',
    ]
    expect(found.filter(path => own.some(name => path === `lib/platform/${name}.ts`))).toEqual([])
  })
})
