/** A private message bus with a notification service on it: what the system would show, and the person's click on it. */
import { type ChildProcess, spawn } from 'node:child_process'
import { createRequire } from 'node:module'
import { waitFor } from './wait.ts'

// dbus-next is CommonJS and gives its parts through getters, which named imports do not see.
const dbus: typeof import('dbus-next') = createRequire(import.meta.url)('dbus-next')

export type Shown = {
  readonly id: number
  readonly title: string
  readonly body: string
  /** Each button's key and text, the click on the body (`default`) among them. */
  readonly actions: { readonly [key: string]: string }
  readonly hasIcon: boolean
}

export type Notifications = {
  /** For the browser's environment. */
  readonly environment: { readonly DBUS_SESSION_BUS_ADDRESS: string }
  readonly shown: readonly Shown[]
  /** Waits for the notification after the first `after` ones. */
  next(after?: number): Promise<Shown>
  /** The person clicks: on the body, or on the button of that key. */
  click(shown: Shown, key?: string): void
  /** The person waves it away. */
  dismiss(shown: Shown): void
  stop(): void
}

/** https://specifications.freedesktop.org/notification-spec/latest/protocol.html */
export const startNotifications = async (): Promise<Notifications> => {
  const daemon = spawn('dbus-daemon', ['--session', '--print-address', '--nofork', '--nopidfile'], {
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  const address = await addressOf(daemon)
  const bus = dbus.sessionBus({ busAddress: address })
  const shown: Shown[] = []
  let last = 0

  class Service extends dbus.interface.Interface {
    GetCapabilities(): string[] {
      return ['actions', 'body', 'icon-static', 'persistence']
    }
    GetServerInformation(): string[] {
      return ['thaw-tests', 'thaw', '1', '1.2']
    }
    Notify(
      _application: string,
      replaces: number,
      icon: string,
      title: string,
      body: string,
      actions: string[],
      hints: object,
    ): number {
      last = replaces === 0 ? last + 1 : replaces
      const pairs = actions.flatMap((key, at) => (at % 2 === 0 ? [[key, actions[at + 1] ?? '']] : []))
      const hasIcon = icon !== '' || ['image-data', 'image-path', 'icon_data'].some(hint => hint in hints)
      shown.push({ id: last, title, body, actions: Object.fromEntries(pairs), hasIcon })
      return last
    }
    CloseNotification(id: number): void {
      this.NotificationClosed(id, 3)
    }
    NotificationClosed(id: number, reason: number): number[] {
      return [id, reason]
    }
    ActionInvoked(id: number, key: string): [number, string] {
      return [id, key]
    }
  }
  Service.configureMembers({
    methods: {
      GetCapabilities: { outSignature: 'as' },
      GetServerInformation: { outSignature: 'ssss' },
      Notify: { inSignature: 'susssasa{sv}i', outSignature: 'u' },
      CloseNotification: { inSignature: 'u' },
    },
    signals: { NotificationClosed: { signature: 'uu' }, ActionInvoked: { signature: 'us' } },
  })
  const service = new Service('org.freedesktop.Notifications')
  bus.export('/org/freedesktop/Notifications', service)
  await bus.requestName('org.freedesktop.Notifications', 0)

  return {
    environment: { DBUS_SESSION_BUS_ADDRESS: address },
    shown,
    next: (after = 0) => waitFor('a notification', () => shown[after]),
    click: (one, key = 'default') => {
      service.ActionInvoked(one.id, key)
    },
    dismiss: one => {
      service.NotificationClosed(one.id, 2)
    },
    stop: () => {
      bus.disconnect()
      daemon.kill()
    },
  }
}

const addressOf = (daemon: ChildProcess): Promise<string> =>
  new Promise((resolve, reject) => {
    daemon.once('error', reject)
    daemon.once('exit', code => reject(new Error(`dbus-daemon ended with ${code}`)))
    daemon.stdout?.once('data', (line: Buffer) => resolve(line.toString().trim()))
  })
