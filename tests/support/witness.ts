/** Watches what a browser asks of the network from its start to its end, and names what Thaw asked for. */
import { join } from 'node:path'
import type { BrowserName, LaunchOptions } from './driver.ts'
import { startLoggingProxy } from './logging-proxy.ts'
import { requestsIn } from './net-log.ts'
import { dropFolder, freshFolder } from './process.ts'

export type Witness = {
  /** The options with what makes the browser tell. */
  readonly options: LaunchOptions
  /** What was asked for by pages or the worker of `origin`; to be asked once the browser is gone. */
  asked(origin: string): Promise<readonly string[]>
}

/** Chromium keeps a log of its own, with who asked. */
const watchChromium = (options: LaunchOptions): Witness => {
  const folder = freshFolder('net-log')
  const log = join(folder, 'net.json')
  return {
    options: { ...options, arguments: [...(options.arguments ?? []), `--log-net-log=${log}`] },
    asked: async origin => {
      const own = requestsIn(log).filter(({ initiator }) => origin.startsWith(`${initiator}/`))
      dropFolder(folder)
      return own.map(({ url }) => url)
    },
  }
}

const firefoxsOwn = /(^|\.)(mozilla\.(org|com|net)|firefox\.com|mozgcp\.net)$/

/** Firefox asks a proxy for everything; hosts of the browser's own are none of Thaw's. */
const watchFirefox = async (options: LaunchOptions): Promise<Witness> => {
  const proxy = await startLoggingProxy()
  return {
    options: {
      ...options,
      preferences: {
        'network.proxy.type': 1,
        'network.proxy.http': '127.0.0.1',
        'network.proxy.http_port': proxy.port,
        'network.proxy.ssl': '127.0.0.1',
        'network.proxy.ssl_port': proxy.port,
        'network.proxy.allow_hijacking_localhost': true,
        'network.proxy.no_proxies_on': '',
        ...options.preferences,
      },
    },
    asked: async () => {
      await proxy.stop()
      return [...proxy.hosts].filter(host => !firefoxsOwn.test(host))
    },
  }
}

export const watch = async (name: BrowserName, options: LaunchOptions): Promise<Witness> =>
  name === 'chromium' ? watchChromium(options) : watchFirefox(options)
