/** Takes the pictures of one step: the same page in one look after the other. */
import { join } from 'node:path'
import type { View } from '../support/driver.ts'
import { type Language, pictureName } from './looks.ts'
import type { Step, Walk } from './walk.ts'

/** The popup's own size; it may get as narrow as a page. */
const popupSize = { width: 380, height: 560 }

/** In the page: that nothing is on its way any more, and how long the page is. */
const isStill = async (moves: boolean): Promise<boolean> => {
  // Colours on their way from one look to the other are neither.
  // And what comes into sight is there, but for what goes on moving.
  const isOnItsWay = document
    .getAnimations()
    .some(
      one =>
        one.playState === 'running' &&
        (one instanceof CSSTransition || !moves || Number(one.effect?.getComputedTiming().endTime) < 1_000),
    )
  if (isOnItsWay || document.querySelector('[aria-busy="true"]')) return false
  const before = document.documentElement.scrollHeight
  for (let frame = 0; frame < 2; frame += 1) await new Promise(requestAnimationFrame)
  return document.documentElement.scrollHeight === before
}

/** Writes them into `folder`; answers how many there are. */
export const takePictures = async (
  view: View,
  walk: Walk,
  step: Step,
  language: Language,
  folder: string,
): Promise<number> => {
  const { page } = view
  if (page === null) throw new Error('A picture needs a page')
  const isPopup = walk.kind === 'popup'
  const session = await page.createCDPSession()
  await view.toFront()
  // What was pressed last looks as if it was not pointed at any more.
  await page.mouse.move(0, 0)
  const looks = language.looks.filter(({ name }) => name !== 'still' || step.moves)
  for (const look of looks) {
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
    // What stays in sight stands where it does on top of the page.
    await view.evaluate(() => scrollTo(0, 0))
    await view.until(isStill, step.moves === true)
    const path = join(folder, pictureName(walk.name, step.name, language, look))
    // A page read from right to left that is no longer than what is in sight would be shifted in a picture of more than that.
    const isLonger = await view.evaluate(() => document.documentElement.scrollHeight > innerHeight)
    await page.screenshot({ path: path as `${string}.png`, fullPage: !isPopup && isLonger })
  }
  await session.detach()
  return looks.length
}
