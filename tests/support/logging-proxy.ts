/** A proxy on the loopback that lets nothing through and remembers every host that was asked for. */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

export type LoggingProxy = {
  readonly port: number
  readonly hosts: ReadonlySet<string>
  stop(): Promise<void>
}

export const startLoggingProxy = async (): Promise<LoggingProxy> => {
  const hosts = new Set<string>()
  const server = createServer((request, response) => {
    hosts.add(new URL(request.url ?? '', 'http://unnamed.invalid').hostname)
    response.writeHead(502).end('not here')
  })
  server.on('connect', (request, socket) => {
    hosts.add((request.url ?? '').replace(/:\d+$/, ''))
    socket.end('HTTP/1.1 502 Refused\r\n\r\n')
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  return {
    port: (server.address() as AddressInfo).port,
    hosts,
    stop: () =>
      new Promise(resolve => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
