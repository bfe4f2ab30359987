/** Whether someone is at the machine, as a desktop tells its browsers: a screen saver and an idle monitor on a private message bus. */
import { type Bus, dbus } from './bus.ts'
import type { Driver } from './driver.ts'
import { waitFor } from './wait.ts'

export type Presence = {
  /** The person locks the screen, which Chromium hears of. */
  lock(): void
  unlock(): void
  /** The person has touched nothing for so many milliseconds, which Firefox hears of. */
  leave(driver: Driver, idleFor: number): Promise<void>
  /** The person touches a key. */
  comeBack(driver: Driver): Promise<void>
}

export const startPresence = async ({ connection }: Bus): Promise<Presence> => {
  let locked = false
  let idleTime = 0

  /** Chromium asks whichever screen saver the bus has (ui/base/idle/idle_linux.cc), also without a display. */
  class ScreenSaver extends dbus.interface.Interface {
    GetActive(): boolean {
      return locked
    }
    ActiveChanged(active: boolean): boolean {
      return active
    }
  }
  ScreenSaver.configureMembers({
    methods: { GetActive: { outSignature: 'b' } },
    signals: { ActiveChanged: { signature: 'b' } },
  })
  const saver = new ScreenSaver('org.freedesktop.ScreenSaver')
  connection.export('/org/freedesktop/ScreenSaver', saver)
  await connection.requestName('org.freedesktop.ScreenSaver', 0)

  /** Firefox asks GNOME's (widget/gtk/nsUserIdleServiceGTK.cpp), also without a display. */
  class IdleMonitor extends dbus.interface.Interface {
    GetIdletime(): bigint {
      return BigInt(idleTime)
    }
  }
  IdleMonitor.configureMembers({ methods: { GetIdletime: { outSignature: 't' } } })
  connection.export('/org/gnome/Mutter/IdleMonitor/Core', new IdleMonitor('org.gnome.Mutter.IdleMonitor'))
  await connection.requestName('org.gnome.Mutter.IdleMonitor', 0)

  const setLock = (to: boolean): void => {
    locked = to
    saver.ActiveChanged(to)
  }
  const setIdle = async (driver: Driver, to: number): Promise<void> => {
    idleTime = to
    await tellOfLastTouch(driver, to)
  }
  return {
    lock: () => setLock(true),
    unlock: () => setLock(false),
    leave: setIdle,
    comeBack: driver => setIdle(driver, 0),
  }
}

type Watcher = { observe(): void }
type IdleService = {
  readonly idleTime: number
  resetIdleTimeOut(milliseconds: number): void
  addIdleObserver(watcher: Watcher, seconds: number): void
  removeIdleObserver(watcher: Watcher, seconds: number): void
}
type SystemPage = {
  readonly Cc?: { readonly [contract: string]: { getService(of: unknown): IdleService } }
  readonly Ci: { readonly nsIUserIdleServiceInternal: unknown }
}

/**
 * Firefox believes the desktop only as far back as its own start and its own latest key (widget/nsUserIdleService.cpp), so what its
 * window would say at a key is said here, from a page of its own that may. A new watcher lets it look at once who is idle by now.
 */
const tellOfLastTouch = async (driver: Driver, before: number): Promise<void> => {
  if (driver.bare.page === null) throw new Error('There is no page to start from')
  const page = await driver.bare.page.browser().newPage()
  // puppeteer waits in vain for the load of such a page.
  await page.goto('about:support', { timeout: 1 }).catch(() => undefined)
  await waitFor('a page that may speak to Firefox', () =>
    page.evaluate(async milliseconds => {
      const { Cc, Ci } = globalThis as unknown as SystemPage
      const service = Cc?.['@mozilla.org/widget/useridleservice;1']?.getService(Ci.nsIUserIdleServiceInternal)
      if (service === undefined) return false
      service.resetIdleTimeOut(milliseconds)
      if (milliseconds === 0) return true
      // What the desktop says is asked for anew at each look, and is there at the next one.
      if (service.idleTime < milliseconds) return false
      await new Promise<void>(resolve => {
        const watcher = {
          observe: () => {
            service.removeIdleObserver(watcher, 1)
            resolve()
          },
        }
        service.addIdleObserver(watcher, 1)
      })
      return true
    }, before),
  )
  await page.close()
}
