/** Takes the pictures that the stores show, at their sizes, of the real pages with made-up data. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'puppeteer-core'
import { root } from '../support/build-extension.ts'
import type { Driver, View } from '../support/driver.ts'
import { answerFelt, text } from '../support/thaw.ts'

/** Both stores take 1280 × 800. https://developer.chrome.com/docs/webstore/images */
const screenshot = { width: 1280, height: 800 }
/** Chrome's store alone shows tiles. */
const tiles = [
  { name: 'tile-440x280', width: 440, height: 280, popup: false },
  { name: 'tile-1400x560', width: 1400, height: 560, popup: true },
] as const
const popupSize = { width: 380, height: 560 }

/** Sections on made-up data, each from the heading on with which the most is seen. */
const sections = [
  { section: 'history', from: text('heat_title', '') },
  { section: 'patterns', from: text('place_patterns') },
  { section: 'pauses', from: text('library_favourites') },
]

const dataOf = (bytes: Uint8Array, kind: string): string =>
  `data:${kind};base64,${Buffer.from(bytes).toString('base64')}`

const icon = (): string => dataOf(readFileSync(join(root, 'public/icon/icon.svg')), 'image/svg+xml')

const styleOf = (): string => `${readFileSync(join(root, 'components/styles/tokens.css'), 'utf8')}
  html { color-scheme: light }
  body { margin: 0; block-size: 100vh; display: flex; align-items: center; justify-content: center; gap: 6vw;
    background: var(--paper); color: var(--ink); font-family: var(--font) }
  .words { max-inline-size: 36rem }
  h1 { margin: 0; font-size: var(--size); line-height: 1.25; font-weight: 600; text-wrap: balance }
  p { margin: 1.25rem 0 0; font-size: calc(var(--size) * 0.56); line-height: 1.5; color: var(--ink-soft); text-wrap: pretty }
  .icon { inline-size: calc(var(--size) * 1.8); margin-block-end: calc(var(--size) * 0.5); display: block }
  .popup { border: 1px solid var(--line); border-radius: 12px; max-block-size: 90vh }
`

type Poster = {
  readonly title: string
  readonly line?: string
  readonly popup?: Uint8Array
  readonly size: string
}

const html = ({ title, line, popup, size }: Poster): string =>
  `<!doctype html><html lang="en"><meta charset="utf-8"><style>${styleOf()}</style><body style="--size:${size}"><div class="words"><img class="icon" src="${icon()}" alt=""><h1>${title}</h1>${line ? `<p>${line}</p>` : ''}</div>${popup ? `<img class="popup" src="${dataOf(popup, 'image/png')}" alt="">` : ''}</body></html>`

const pageOf = ({ page }: View): Page => {
  if (page === null) throw new Error('A picture needs a page')
  return page
}

const still = (view: View) =>
  view.until(() => document.getAnimations().every(one => one.playState === 'finished'))

const popupAt = async (driver: Driver, go: (view: View) => Promise<unknown>): Promise<Uint8Array> => {
  const view = await driver.open('popup.html')
  const page = pageOf(view)
  await page.setViewport({ ...popupSize, deviceScaleFactor: 2 })
  await go(view)
  await still(view)
  // A tab keeps room for a scrollbar where a popup grows: that edge is left out.
  const width = await view.evaluate(() => document.querySelector('footer')?.offsetWidth)
  const clip = { x: 0, y: 0, width: width ?? popupSize.width, height: popupSize.height }
  const picture = await page.screenshot({ clip })
  await view.close()
  return picture
}

/** Writes them into `folder`, and answers with their names. The history of `driver` gets a check-in. */
export const takeStorePictures = async (driver: Driver, folder: string): Promise<readonly string[]> => {
  mkdirSync(folder, { recursive: true })
  const names: string[] = []
  const write = (name: string, picture: Uint8Array) => {
    writeFileSync(join(folder, `${name}.png`), picture)
    names.push(`${name}.png`)
  }

  const felt = await popupAt(driver, view => view.sees(text('felt_question')))
  const offer = await popupAt(driver, async view => {
    await answerFelt(view, 4)
    await view.sees(text('words_question'))
    await view.click('button', text('next'))
    await view.sees(text('offer_title'))
  })

  const desk = await driver.bare.page?.browser().newPage()
  if (!desk) throw new Error('A picture needs a page')
  const draw = async (name: string, size: typeof screenshot, poster: Poster) => {
    await desk.setViewport(size)
    await desk.setContent(html(poster))
    write(name, await desk.screenshot())
  }
  const summary = text('extension_description')
  await draw('screenshot-1-check-in', screenshot, {
    title: text('felt_question'),
    line: summary,
    popup: felt,
    size: '40px',
  })
  await draw('screenshot-2-pause', screenshot, {
    title: text('offer_title'),
    line: text('about_private_how'),
    popup: offer,
    size: '40px',
  })

  for (const [at, { section, from }] of sections.entries()) {
    const view = await driver.open(`look-around.html#${section}`)
    const page = pageOf(view)
    await page.setViewport(screenshot)
    await view.until(heading => {
      const found = [...document.querySelectorAll('h1, h2, h3, h4')].find(({ textContent }) =>
        textContent.endsWith(heading),
      )
      // Right under the banner, which stays.
      if (found) window.scrollBy(0, found.getBoundingClientRect().top - 84)
      return found !== undefined
    }, from)
    if (section === 'history')
      await view.until(() => document.querySelectorAll('[data-day][data-felt]').length > 30)
    await still(view)
    write(`screenshot-${at + 3}-${section}`, await page.screenshot())
    await view.close()
  }

  for (const { name, popup, ...size } of tiles)
    await draw(
      name,
      size,
      popup
        ? { title: text('felt_question'), line: summary, popup: felt, size: '44px' }
        : { title: 'Thaw', line: text('felt_question'), size: '36px' },
    )
  await desk.close()
  return names
}
