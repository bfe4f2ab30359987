/** A notification service on a private message bus: what the system would show, and the person's click on it. */
import { type Bus, dbus, startBus } from './bus.ts'
import { waitFor } from './wait.ts'

type Shown = {
  readonly id: number
  readonly title: string
  readonly body: string
  /** Each button's key and text, the click on the body (`default`) among them. */
  readonly actions: { readonly [key: string]: string }
  readonly hasIcon: boolean
}

export type Notifications = {
  /** For the browser's environment. */
  readonly environment: Bus['environment']
  readonly shown: readonly Shown[]
  /** The ids of those that the browser took away. */
  readonly closed: readonly number[]
  /** Waits for the notification after the first `after` ones. */
  next(after?: number): Promise<Shown>
  /** The person clicks: on the body, or on the button of that key. */
  click(shown: Shown, key?: string): void
  /** The person waves it away. */
  dismiss(shown: Shown): void
  stop(): void
}

/**
 * On a bus of its own, which ends with it, or on the one that is given.
 * https://specifications.freedesktop.org/notification-spec/latest/protocol.html
 */
export const startNotifications = async (given?: Bus): Promise<Notifications> => {
  const bus = given ?? (await startBus())
  const shown: Shown[] = []
  const closed: number[] = []
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
      closed.push(id)
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
  bus.connection.export('/org/freedesktop/Notifications', service)
  await bus.connection.requestName('org.freedesktop.Notifications', 0)

  return {
    environment: bus.environment,
    shown,
    closed,
    next: (after = 0) => waitFor('a notification', () => shown[after]),
    click: (one, key = 'default') => {
      service.ActionInvoked(one.id, key)
    },
    dismiss: one => {
      service.NotificationClosed(one.id, 2)
    },
    stop: bus.stop,
  }
}
