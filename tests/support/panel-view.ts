/** Firefox's popup panel, which no protocol reaches: it is driven from another page of the same extension. */
import type { Page } from 'puppeteer-core'
import type { Role, View } from './driver.ts'
import { waitFor } from './wait.ts'

export const panelView = (page: Page): View => {
  const has = (role: Role, name: string): Promise<boolean> => page.evaluate(inPanel, role, name, false)
  const text = (): Promise<string> => page.evaluate(panelText)
  const refuse = (): never => {
    throw new Error('Firefox lets nothing but clicks and looks into its popup panel')
  }
  return {
    page: null,
    has,
    text,
    find: async (role, name) => {
      await waitFor(`${role} "${name}" in the panel`, () => has(role, name))
    },
    click: async (role, name) => {
      await waitFor(`a click on ${role} "${name}" in the panel`, () =>
        page.evaluate(inPanel, role, name, true),
      )
    },
    sees: async (wanted, limit) => {
      await waitFor(`the text "${wanted}" in the panel`, async () => (await text()).includes(wanted), limit)
    },
    // A panel lies over every tab.
    toFront: async () => undefined,
    type: refuse,
    press: refuse,
    evaluate: refuse,
    until: refuse,
    screenshot: refuse,
    close: async () => {
      await page.evaluate(closePanel)
    },
  }
}

type Panels = { browser: { extension: { getViews(filter: { type: string }): Window[] } } }

const panelText = (): string =>
  (globalThis as unknown as Panels).browser.extension.getViews({ type: 'popup' })[0]?.document.body
    .innerText ?? ''

const closePanel = (): void =>
  (globalThis as unknown as Panels).browser.extension.getViews({ type: 'popup' })[0]?.close()

const inPanel = (role: string, name: string, click: boolean): boolean => {
  const panel = (globalThis as unknown as Panels).browser.extension.getViews({ type: 'popup' })[0]
  const selectors: { [role: string]: string } = {
    button: 'button, summary, [role=button]',
    link: 'a[href]',
    radio: 'input[type=radio], [role=radio]',
    checkbox: 'input[type=checkbox]',
    heading: 'h1, h2, h3',
  }
  const spoken = (element: HTMLElement): string => {
    const copy = element.cloneNode(true) as HTMLElement
    for (const hidden of copy.querySelectorAll('[aria-hidden=true]')) hidden.remove()
    return copy.textContent ?? ''
  }
  const nameOf = (element: HTMLElement): string =>
    element.getAttribute('aria-label') ?? spoken((element as HTMLInputElement).labels?.[0] ?? element)
  const found = [
    ...(panel?.document.querySelectorAll<HTMLElement>(selectors[role] ?? `[role=${role}]`) ?? []),
  ].find(element => nameOf(element).trim().replace(/\s+/g, ' ') === name && element.checkVisibility())
  if (click) found?.click()
  return found !== undefined
}
