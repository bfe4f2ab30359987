/** A page driven through puppeteer, which speaks CDP with Chromium and WebDriver BiDi with Firefox. */
import { setTimeout as pause } from 'node:timers/promises'
import type { ElementHandle, KeyInput, Page } from 'puppeteer-core'
import type { Role, View } from './driver.ts'
import { waitFor } from './wait.ts'

const unanswered = Symbol('unanswered')

export const pageView = (page: Page): View => {
  /** The browser's own accessibility tree answers, so a name is what a screen reader would say. */
  const query = async (role: Role, name: string): Promise<ElementHandle | null> => {
    const asked = page.$(`::-p-aria([name="${name.replaceAll('"', '\\"')}"][role="${role}"])`)
    const found = await Promise.race([asked, pause(1_500, unanswered, { ref: false })])
    if (found !== unanswered) return found
    // Chromium does not draw a tab in the background, nor say what is in it; the welcome may have come to the front.
    await page.bringToFront()
    // Firefox looks at every element, for seconds where there are many and the machine is slow: asked once, it answers.
    return asked
  }

  const wanted = (role: Role, name: string): Promise<ElementHandle> =>
    waitFor(`${role} "${name}"`, () => query(role, name))

  const seesText = async (text: string): Promise<boolean> => (await visibleText()).includes(text)
  const visibleText = (): Promise<string> => page.evaluate(() => document.body?.innerText ?? '')

  /** puppeteer's own types of what can be sent are looser than these. */
  const inPage = <Given extends readonly unknown[], Answer>(
    run: (...given: Given) => Promise<Answer> | Answer,
    given: Given,
  ): Promise<Answer> =>
    page.evaluate(run as unknown as (...sent: unknown[]) => unknown, ...given) as Promise<Answer>

  /** A press may close the page before the key comes up again, or before the page is closed from outside: then it has done its work. */
  const mayClose = async (deed: () => Promise<void>): Promise<void> => {
    try {
      await deed()
    } catch (error) {
      // Chromium's words for it, and Firefox's.
      const words = error instanceof Error ? `${error.name} ${error.message}` : ''
      if (!page.isClosed() && !/TargetCloseError|No target with given id|no such frame/.test(words))
        throw error
    }
  }

  /**
   * Whether the click reached the element: something that came to stand between finding it and pressing may have moved it away from
   * under the pointer. A page that is gone was left by the click.
   */
  const clicked = async (element: ElementHandle): Promise<boolean> => {
    const heard = await element.evaluateHandle(target => ({
      click: new Promise<true>(resolve => {
        // On the way down, and first: a page may end its clicks there.
        const hear = (event: Event) => {
          if (event.composedPath().includes(target)) resolve(true)
        }
        window.addEventListener('click', hear, { capture: true })
      }),
    }))
    await mayClose(() => element.click())
    // The browser may say that it pressed before the page has heard of it.
    const hasHeard = ({ click }: { readonly click: Promise<true> }) =>
      Promise.race([click, new Promise<false>(resolve => setTimeout(resolve, 2_000, false))])
    return heard.evaluate(hasHeard).catch(() => true)
  }

  /** Firefox refuses it while another tab is just being closed. */
  const toFront = async (): Promise<void> => {
    await waitFor('the tab before all others', async () => {
      await page.bringToFront()
      return true
    })
  }

  return {
    page,
    toFront,
    find: async (role, name) => {
      await wanted(role, name)
    },
    has: async (role, name) => (await query(role, name)) !== null,
    click: async (role, name) => {
      // A render between finding and clicking takes the element away; then it is found again.
      await waitFor(`a click on ${role} "${name}"`, async () => {
        const element = await query(role, name)
        return element !== null && clicked(element)
      })
    },
    type: async (role, name, text) => {
      const field = await wanted(role, name)
      await field.click()
      await page.keyboard.type(text)
    },
    press: async (...keys) => {
      for (const key of keys) await mayClose(() => page.keyboard.press(key as KeyInput))
    },
    text: visibleText,
    sees: async (text, limit) => {
      try {
        await waitFor(`the text "${text}"`, () => seesText(text), limit)
      } catch (error) {
        const shown = await visibleText().catch(() => 'the page is gone')
        throw new Error(`${String(error)}\nThe page shows:\n${shown}`)
      }
    },
    evaluate: (run, ...given) => inPage(run, given),
    until: (run, ...given) => waitFor(`a true answer of ${run}`, () => inPage(run, given)),
    screenshot: async path => {
      await toFront()
      await page.screenshot({ path: path as `${string}.png` })
    },
    close: () => mayClose(() => page.close()),
  }
}
