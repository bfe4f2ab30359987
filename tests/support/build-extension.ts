/** Builds Thaw for a browser, and says where the build lies. */
import { spawnSync } from 'node:child_process'
import { cpSync, rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { BrowserName } from './driver.ts'

export const root = resolve(import.meta.dirname, '../..')

const wxtName: { readonly [Name in BrowserName]: string } = { chromium: 'chrome', firefox: 'firefox' }

/** A copy of the build: a build made meanwhile takes nothing from under a running browser. */
export const outputOf = (browser: BrowserName): string => join(root, '.output/driven', browser)

/** Runs the build; throws with its output when it fails. */
export const buildExtension = (browser: BrowserName): void => {
  const wxt = join(root, 'node_modules/wxt/bin/wxt.mjs')
  const done = spawnSync(process.execPath, [wxt, 'build', '--browser', wxtName[browser]], {
    cwd: root,
    encoding: 'utf8',
  })
  if (done.status !== 0) throw new Error(`The build for ${browser} failed.\n${done.stdout}${done.stderr}`)
  rmSync(outputOf(browser), { recursive: true, force: true })
  cpSync(join(root, '.output', `${wxtName[browser]}-mv3`), outputOf(browser), { recursive: true })
}
