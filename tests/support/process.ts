/** What both browsers share: a profile of their own, their tabs, their end, and a death of the whole process group. */
import type { ChildProcess } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'puppeteer-core'

export const freshFolder = (what: string): string => mkdtempSync(join(tmpdir(), `thaw-${what}-`))

export const dropFolder = (folder: string): void =>
  rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 })

const processOf = (browser: Browser): ChildProcess => {
  const child = browser.process()
  if (child === null) throw new Error('The browser has no process')
  return child
}

export const goneOf = (browser: Browser): Promise<void> => {
  const child = processOf(browser)
  return new Promise(resolve => {
    if (child.exitCode !== null || child.signalCode !== null) resolve()
    else child.once('exit', () => resolve())
  })
}

/** SIGKILL for the browser and all its children: they share a process group of their own. */
export const killGroup = (browser: Browser): void => {
  const { pid } = processOf(browser)
  if (pid === undefined) throw new Error('The browser has no process id')
  try {
    process.kill(-pid, 'SIGKILL')
  } catch {
    // Already gone.
  }
}

/** Closes every tab but one. */
export const closeOthers = async (browser: Browser, stays: Page): Promise<void> => {
  for (const page of await browser.pages()) {
    if (page !== stays) await page.close()
  }
}
