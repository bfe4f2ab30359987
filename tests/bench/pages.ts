/** Thaw's build with the two pages beside it that its popup is measured against. */
import { cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import preact from '@preact/preset-vite'
import { build } from 'vite'
import { buildExtension, outputOf } from '../support/build-extension.ts'

/** The pages in the order in which they are printed. */
export const pages = {
  popup: 'popup.html',
  floor: 'floor.html',
  bare: 'bare.html',
} as const

export type PageName = keyof typeof pages

/** Builds everything afresh; the folder is an extension that Chromium can load. */
export const buildPages = async (): Promise<string> => {
  buildExtension('chromium')
  const folder = mkdtempSync(join(tmpdir(), 'thaw-bench-'))
  cpSync(outputOf('chromium'), folder, { recursive: true })
  await build({
    configFile: false,
    logLevel: 'warn',
    root: import.meta.dirname,
    plugins: [preact({ devToolsEnabled: false, prefreshEnabled: false })],
    build: {
      outDir: folder,
      emptyOutDir: false,
      target: 'esnext',
      modulePreload: { polyfill: false },
      rolldownOptions: {
        input: [join(import.meta.dirname, 'floor.html'), join(import.meta.dirname, 'bare.html')],
      },
    },
  })
  return folder
}

/** Adds the page that runs `NAME-page.ts` to the built extension. */
export const addPage = async (folder: string, name: string): Promise<void> => {
  await build({
    configFile: false,
    logLevel: 'error',
    base: './',
    build: {
      outDir: join(folder, name),
      emptyOutDir: false,
      target: 'esnext',
      modulePreload: false,
      rolldownOptions: {
        input: join(import.meta.dirname, `${name}-page.ts`),
        output: { entryFileNames: `${name}-page.js` },
      },
    },
  })
  writeFileSync(
    join(folder, `${name}.html`),
    `<!doctype html><html lang="en"><title>Thaw</title><script type="module" src="${name}/${name}-page.js"></script></html>`,
  )
}

/** Bytes after gzip of files of the extension, each packed by itself. */
export const gzipSize = (folder: string, files: readonly string[]): number =>
  files.reduce((sum, file) => sum + gzipSync(readFileSync(join(folder, file)), { level: 9 }).length, 0)
