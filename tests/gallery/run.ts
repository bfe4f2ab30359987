/** Takes a picture of every page and step of Thaw in every look, and writes a page on which all of them stand. `-- popup` takes those whose names begin so, `-- store` what the stores show, at their sizes. */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { buildExtension, root } from '../support/build-extension.ts'
import type { Driver, View } from '../support/driver.ts'
import { launch } from '../support/launch.ts'
import { putLocal } from '../support/thaw.ts'
import { takeStorePictures } from './store.ts'
import type { Step, Walk } from './walk.ts'
import { walks } from './walks.ts'

const looks = [
  { name: 'light', scheme: 'light', width: 1000, forced: 'none', motion: 'no-preference', dir: 'ltr' },
  { name: 'dark', scheme: 'dark', width: 1000, forced: 'none', motion: 'no-preference', dir: 'ltr' },
  { name: 'narrow', scheme: 'light', width: 320, forced: 'none', motion: 'no-preference', dir: 'ltr' },
  { name: 'rtl', scheme: 'light', width: 700, forced: 'none', motion: 'no-preference', dir: 'rtl' },
  { name: 'forced', scheme: 'dark', width: 700, forced: 'active', motion: 'no-preference', dir: 'ltr' },
  { name: 'still', scheme: 'light', width: 700, forced: 'none', motion: 'reduce', dir: 'ltr' },
] as const

/** The popup's own size, and how narrow it may get. */
const popupSize = { width: 380, height: 560 }

const folder = join(root, '.output/gallery')
const begins = process.argv[2] ?? ''

const take = async (view: View, walk: Walk, step: Step): Promise<readonly string[]> => {
  const { page } = view
  if (page === null) throw new Error('A picture needs a page')
  const session = await page.createCDPSession()
  const taken: string[] = []
  for (const look of looks.filter(({ name }) => name !== 'still' || step.moves)) {
    const isPopup = walk.kind === 'popup'
    await session.send('Emulation.setEmulatedMedia', {
      features: [
        { name: 'prefers-color-scheme', value: look.scheme },
        { name: 'prefers-reduced-motion', value: look.motion },
        { name: 'forced-colors', value: look.forced },
      ],
    })
    await page.setViewport(
      isPopup
        ? { ...popupSize, width: Math.min(popupSize.width, look.width) }
        : { width: look.width, height: 700 },
    )
    await page.evaluate(dir => {
      document.documentElement.dir = dir
      // What stays in sight stands where it does on top of the page.
      scrollTo(0, 0)
    }, look.dir)
    // Colours on their way from one look to the other are neither.
    // And what comes into sight is there, but for what goes on moving.
    await view.until(
      moves =>
        !document
          .getAnimations()
          .some(
            one =>
              one.playState === 'running' &&
              (one instanceof CSSTransition ||
                !moves ||
                Number(one.effect?.getComputedTiming().endTime) < 1_000),
          ),
      step.moves === true,
    )
    const name = `${walk.name}-${step.name}-${look.name}.png`
    await page.screenshot({ path: join(folder, name) as `${string}.png`, fullPage: !isPopup })
    taken.push(name)
  }
  await session.detach()
  return taken
}

const pageOf = (pictures: readonly (readonly [title: string, names: readonly string[]])[]): string => {
  const rows = pictures.map(
    ([title, names]) =>
      `<h2>${title}</h2><div>${names.map(name => `<a href="${name}"><img src="${name}" alt="${name}" title="${name}" loading="lazy"></a>`).join('')}</div>`,
  )
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>Thaw, picture by picture</title><style>body{font:16px system-ui;margin:1rem;background:#888}div{display:flex;gap:.5rem;align-items:start;overflow:auto}img{height:24rem}</style>${rows.join('\n')}</html>\n`
}

/** A Chromium in which the welcome was seen and answered. */
const launchWelcomed = async (): Promise<Driver> => {
  const launched = await launch('chromium')
  await putLocal(launched, { settings: { welcomed: true, askAgain: false } })
  return launched
}

rmSync(folder, { recursive: true, force: true })
mkdirSync(folder, { recursive: true })
buildExtension('chromium')
const driver = await launchWelcomed()
const pictures: (readonly [string, readonly string[]])[] = []
try {
  for (const walk of walks.filter(({ name }) => name.startsWith(begins))) {
    // What an earlier walk left open would go on in the next popup.
    if (walk.kind === 'popup') await putLocal(driver, { draft: null })
    const view = await driver.open(walk.path)
    for (const step of walk.steps) {
      await step.go(view)
      pictures.push([`${walk.name} ${step.name}`, await take(view, walk, step)])
    }
    await view.close()
  }
  if ('store'.startsWith(begins)) {
    // The walks end with a history that nothing can open.
    const fresh = await launchWelcomed()
    try {
      const names = await takeStorePictures(fresh, join(folder, 'store'))
      pictures.push(['store', names.map(name => `store/${name}`)])
    } finally {
      await fresh.close()
    }
  }
} finally {
  writeFileSync(join(folder, 'index.html'), pageOf(pictures))
  await driver.close()
}
console.log(`${pictures.flatMap(([, names]) => names).length} pictures: ${join(folder, 'index.html')}`)
