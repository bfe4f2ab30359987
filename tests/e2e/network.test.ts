/** Thaw asks the network for nothing, which every browser of these tests is watched for, and could not if it tried. */
import { readdirSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { outputOf } from '../support/build-extension.ts'
import { browserNames, type Driver } from '../support/driver.ts'
import { launch } from '../support/launch.ts'
import { answerFelt, checkInsOnceThereAre, text } from '../support/thaw.ts'

/** Everything that a person can open, with a check-in made. */
const useEverything = async (driver: Driver): Promise<void> => {
  const pages = readdirSync(outputOf(driver.name)).filter(name => name.endsWith('.html'))
  // Where nothing is being deleted, the page that deletes leads on to another one at once.
  for (const file of pages.filter(name => name !== 'erased.html')) {
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

describe.each(browserNames)('%s', name => {
  test('a person who follows a link asks for one address, and Thaw for none', async () => {
    // Shows that the watch which every browser of these tests is under would tell of others.
    const mayAskFor = name === 'chromium' ? [`${address}/followed`] : ['control.invalid']
    const driver = await launch(name, { mayAskFor })
    await useEverything(driver)
    const leaving = await driver.open('options.html#help')
    await leaving.evaluate(
      to => {
        location.href = to
      },
      name === 'chromium' ? `${address}/followed` : 'http://control.invalid/',
    )
    await leaving.sees('here')
    await driver.close()
  })

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
