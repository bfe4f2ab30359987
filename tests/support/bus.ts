/** A private message bus, so that what a browser says to the system, and the system to it, stays within one test. */
import { type ChildProcess, spawn } from 'node:child_process'
import { createRequire } from 'node:module'
import type { MessageBus } from 'dbus-next'

// dbus-next is CommonJS and gives its parts through getters, which named imports do not see.
export const dbus: typeof import('dbus-next') = createRequire(import.meta.url)('dbus-next')

export type Bus = {
  /** For the browser's environment. */
  readonly environment: { readonly DBUS_SESSION_BUS_ADDRESS: string }
  /** Where services are offered. */
  readonly connection: MessageBus
  stop(): void
}

/** A bus on which there is nothing yet: no notifications, no screen saver. */
export const startBus = async (): Promise<Bus> => {
  const daemon = spawn('dbus-daemon', ['--session', '--print-address', '--nofork', '--nopidfile'], {
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  const address = await addressOf(daemon)
  const connection = dbus.sessionBus({ busAddress: address })
  return {
    environment: { DBUS_SESSION_BUS_ADDRESS: address },
    connection,
    stop: () => {
      connection.disconnect()
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
