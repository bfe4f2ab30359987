/** Thaw asks the network for nothing, and could not if it tried. */
import { readdirSync, statSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { outputOf } from '../support/build-extension.ts'
import { browserNames, type Driver } from '../support/driver.ts'
import { launch } from '../support/launch.ts'
import { startLoggingProxy } from '../support/logging-proxy.ts'
import { requestsIn } from '../support/net-log.ts'
import { dropFolder, freshFolder } from '../support/process.ts'
import { answerFelt, checkInsOnceThereAre, text } from '../support/thaw.ts'
import { waitFor } from '../support/wait.ts'

/** Everything that a person can open, with a check-in made. */
const useEverything = async (driver: Driver): Promise<void> => {
  for (const file of readdirSync(outputOf(driver.name)).filter(name => name.endsWith('.html'))) {
    const view = await driver.open(file)
    await view.until(() => document.querySelector('h1, h2')?.textContent)
    await view.close()
  }
  for (const section of ['today', 'history', 'nudges', 'help']) {
    const view = await driver.open(`options.html#${section}`)
    await view.until(() => document.querySelector('h1, h2')?.textContent)
    await view.close()
  }
  const popup = await driver.open('popup.html')
  await answerFelt(popup, 6)
  await checkInsOnceThereAre(driver, 1)
  await popup.close()
}

let server: Server
let address: string
const reached: string[] = []

beforeAll(async () => {
  server = createServer((request, response) => {
    reached.push(request.url ?? '')
    response.end('here')
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})

afterAll(() => {
  server.closeAllConnections()
  server.close()
})

test('Chromium logs no request that Thaw began', async () => {
  const folder = freshFolder('net-log')
  const log = join(folder, 'net.json')
  const driver = await launch('chromium', { arguments: [`--log-net-log=${log}`] })
  await useEverything(driver)
  // A person who follows a link leaves the page: this one request shows that the log would tell of others.
  const leaving = await driver.open('options.html#help')
  await leaving.evaluate(to => {
    location.href = to
  }, `${address}/followed`)
  await leaving.sees('here')
  await driver.close()

  const own = requestsIn(log).filter(request => driver.origin.startsWith(`${request.initiator}/`))
  expect(own.map(request => request.url)).toEqual([`${address}/followed`])
  expect(statSync(log).size).toBeGreaterThan(0)
  dropFolder(folder)
})

test('Firefox asks its proxy for nothing but hosts of its own', async () => {
  const proxy = await startLoggingProxy()
  const driver = await launch('firefox', {
    preferences: {
      'network.proxy.type': 1,
      'network.proxy.http': '127.0.0.1',
      'network.proxy.http_port': proxy.port,
      'network.proxy.ssl': '127.0.0.1',
      'network.proxy.ssl_port': proxy.port,
      'network.proxy.allow_hijacking_localhost': true,
      'network.proxy.no_proxies_on': '',
    },
  })
  await useEverything(driver)
  const control = await driver.open('options.html#help')
  await control.evaluate(() => {
    location.href = 'http://control.invalid/'
  })
  await waitFor('the control at the proxy', () => proxy.hosts.has('control.invalid'))
  await driver.close()
  await proxy.stop()

  const browsersOwn = /(^|\.)(mozilla\.(org|com|net)|firefox\.com|mozgcp\.net)$/
  expect([...proxy.hosts].filter(host => !browsersOwn.test(host))).toEqual(['control.invalid'])
})

describe.each(browserNames)('%s', name => {
  test('refuses every way out of a page of Thaw', async () => {
    const driver = await launch(name)
    const view = await driver.open('options.html')
    await view.find('link', text('help_link'))
    reached.length = 0
    await view.evaluate(tryEveryWayOut, address)
    const refused = await view.until(() => {
      const seen = (globalThis as unknown as { refused: string[] }).refused
      return new Set(seen).size === 4 && [...new Set(seen)].sort()
    })
    expect(refused).toEqual(['connect-src', 'frame-src', 'img-src', 'require-trusted-types-for'])
    expect(reached).toEqual([])
    await driver.close()
  })
})

/** Leaves the directives that refused in the page's `refused`. */
const tryEveryWayOut = (to: string): void => {
  const refused: string[] = []
  Object.assign(globalThis, { refused })
  addEventListener('securitypolicyviolation', event => refused.push(event.effectiveDirective))
  // The page's own code hears of the refusal in ways that differ between browsers: none of them matters here.
  const quietly = (go: () => unknown): void => {
    try {
      Promise.resolve(go()).catch(() => undefined)
    } catch {
      // Refused on the spot.
    }
  }
  quietly(() => fetch(`${to}/fetch`))
  quietly(() => new WebSocket(`${to.replace('http', 'ws')}/socket`))
  quietly(() => navigator.sendBeacon(`${to}/beacon`))
  quietly(() => {
    document.body.append(Object.assign(document.createElement('img'), { src: `${to}/image` }))
  })
  quietly(() => {
    document.body.append(Object.assign(document.createElement('iframe'), { src: `${to}/frame` }))
  })
  quietly(() => {
    document.createElement('div').innerHTML = '<b>markup</b>'
  })
}
