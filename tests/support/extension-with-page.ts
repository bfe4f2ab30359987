/** A copy of the build with one more page, which runs code of the tests on the browser's own storage. */
import { cpSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'vite'
import { outputOf, root } from './build-extension.ts'
import type { BrowserName } from './driver.ts'
import { freshFolder } from './process.ts'

/** The folder of the extension; its page `NAME.html` runs `script`, a path within the repository. */
export const extensionWithPage = async (
  browser: BrowserName,
  name: string,
  script: string,
): Promise<string> => {
  const folder = freshFolder(name)
  cpSync(outputOf(browser), folder, { recursive: true })
  await build({
    root,
    configFile: false,
    logLevel: 'error',
    base: './',
    build: {
      outDir: join(folder, name),
      target: 'esnext',
      modulePreload: false,
      rollupOptions: { input: join(root, script), output: { entryFileNames: 'in-page.js' } },
    },
  })
  writeFileSync(
    join(folder, `${name}.html`),
    `<!doctype html><html lang="en"><title>Thaw</title><script type="module" src="${name}/in-page.js"></script></html>`,
  )
  return folder
}
