/** Finds text that is cut off: outside of what clips it, or beside the page. */
import type { View } from './driver.ts'

/** In the page: the words that cannot be seen whole and not be scrolled to, each beside its element. */
const cut = (): string[] => {
  /** What nothing reaches by scrolling ends here; a text for screen readers alone is clipped on purpose. */
  const clipsAt = (element: Element): 'all' | 'nothing' | 'hidden' => {
    const style = getComputedStyle(element)
    if (style.clipPath !== 'none' || style.visibility === 'hidden') return 'hidden'
    return style.overflowX === 'hidden' || style.overflowX === 'clip' ? 'all' : 'nothing'
  }
  const scrolls = (element: Element) => /auto|scroll/.test(getComputedStyle(element).overflowX)
  const found: string[] = []
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const text = node.textContent?.trim()
    const parent = node.parentElement
    if (!text || !parent || parent.closest('svg, option, script, style')) continue
    const range = document.createRange()
    range.selectNodeContents(node)
    const { left, right, width } = range.getBoundingClientRect()
    if (width === 0) continue
    let place: Element | null = parent
    let isCut = false
    for (; place; place = place.parentElement) {
      const clips = clipsAt(place)
      if (clips === 'hidden' || scrolls(place)) break
      const box = place.getBoundingClientRect()
      if (clips === 'all' && (left < box.left - 1 || right > box.right + 1)) isCut = true
    }
    // It reached the root, so nothing between scrolls or hides it.
    if (place === null && (left < -1 || right > document.documentElement.clientWidth + 1)) isCut = true
    if (isCut) found.push(`${parent.tagName.toLowerCase()}: ${text.slice(0, 60)}`)
  }
  return found
}

export const cutTexts = (view: View): Promise<readonly string[]> => view.evaluate(cut)
