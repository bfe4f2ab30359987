/** Waits for a page of Thaw to be whole. */
import type { View } from './driver.ts'
import { text } from './thaw.ts'

/** Waits until a heading stands, all that it says was read, and nothing moves any more. */
export const stands = async (view: View): Promise<void> => {
  await view.until(() => document.querySelector('h1') !== null)
  // What is there may hold the same words in some language.
  await view.until(
    (...loading) =>
      [...document.querySelectorAll('p')].every(({ textContent }) => !loading.includes(textContent)),
    text('library_loading'),
    text('history_reading'),
  )
  await view.until(() => document.getAnimations().every(one => one.playState === 'finished'))
}
