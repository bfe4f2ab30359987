/** One way to drive both browsers, so that an end-to-end test is written once. */
import type { Page } from 'puppeteer-core'

export type BrowserName = 'chromium' | 'firefox'

export const browserNames: readonly BrowserName[] = ['chromium', 'firefox']

export type Role =
  | 'button'
  | 'link'
  | 'heading'
  | 'radio'
  | 'checkbox'
  | 'switch'
  | 'textbox'
  | 'searchbox'
  | 'combobox'
  | 'spinbutton'
  | 'group'
  | 'dialog'
  | 'status'

/** A page of the extension as a person meets it: by role and accessible name, keys and text. Everything waits until it can be done. */
export type View = {
  /** Throws when nothing of that role and name comes to stand. */
  find(role: Role, name: string): Promise<void>
  /** Whether it stands now; never waits. */
  has(role: Role, name: string): Promise<boolean>
  click(role: Role, name: string): Promise<void>
  type(role: Role, name: string, text: string): Promise<void>
  press(...keys: readonly string[]): Promise<void>
  /** Puts its tab before all others. */
  toFront(): Promise<void>
  /** All text that can be seen. */
  text(): Promise<string>
  /** Waits until the text can be seen, at most `limit` milliseconds. */
  sees(text: string, limit?: number): Promise<void>
  /** Runs a function in the page. */
  evaluate<Given extends readonly unknown[], Answer>(
    run: (...given: Given) => Promise<Answer> | Answer,
    ...given: Given
  ): Promise<Answer>
  /** Runs the function in the page until it answers with something true. */
  until<Given extends readonly unknown[], Answer>(
    run: (...given: Given) => Promise<Answer> | Answer,
    ...given: Given
  ): Promise<Settled<Answer>>
  screenshot(path: string): Promise<void>
  close(): Promise<void>
  /** The page under all this; null for Firefox's popup panel, which no protocol reaches. */
  readonly page: Page | null
}

export type Driver = {
  readonly name: BrowserName
  /** Where the extension's pages are, ending with a slash. */
  readonly origin: string
  readonly profile: string
  /** Opens a page of the extension in a tab. */
  open(path: string): Promise<View>
  /** Shows a page of the extension in the first tab and closes all others. */
  goTo(path: string): Promise<void>
  /** Waits for the popup or small window that the extension opened by itself. */
  opened(): Promise<View>
  /** A page of the extension that runs none of its code, for looking at and preparing what is stored. */
  readonly bare: View
  /** Ends the background script as the browser does after 30 idle seconds. */
  stopWorker(): Promise<void>
  /** Whether the background script runs. */
  workerRuns(): Promise<boolean>
  /** Kills every process of the browser at once. The profile stays. */
  kill(): Promise<void>
  /** Closes the browser as a person does. The profile stays when it was given. */
  close(): Promise<void>
  /** Resolves when the browser is gone. */
  readonly gone: Promise<void>
}

export type LaunchOptions = {
  /** A folder that lasts; without it the profile is new and goes with the browser. */
  readonly profile?: string
  /** The folder of the built extension; by default the one that the build writes. */
  readonly extension?: string
  readonly environment?: { readonly [name: string]: string }
  readonly arguments?: readonly string[]
  readonly preferences?: { readonly [name: string]: string | number | boolean }
  readonly headless?: boolean
  /** All that Thaw asks the network for, in Chromium as addresses, in Firefox as hosts; by default nothing. */
  readonly mayAskFor?: readonly string[]
}

/** What is left of an answer once it is there. */
export type Settled<Answer> = Exclude<Answer, false | null | undefined>

/** How long anything may take before a test counts as hung, in milliseconds. */
export const patience = 20_000
