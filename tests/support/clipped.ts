/** Finds text that cannot be read whole: cut off, out of its button, over another text, or beside the page. */
import type { View } from './driver.ts'

type Box = { left: number; right: number; top: number; bottom: number }

/** In the page: one line for each finding, with what is wrong, the element, and its words. */
const findClipped = (): string[] => {
  /** Letters may stand so many px over an edge without anyone seeing it. */
  const slack = 1.5
  /** Two lines of text lie over each other from here on; the descent of one may touch the ascent of the next. */
  const overlap = 4
  const found = new Set<string>()
  // A dialog hides what lies behind it.
  const root = [...document.querySelectorAll('dialog[open]')].at(-1) ?? document.body
  const pageWidth = document.documentElement.clientWidth

  const say = (what: string, element: Element, words: string): void => {
    found.add(`${what}: ${element.tagName.toLowerCase()} "${words.replaceAll(/\s+/g, ' ').slice(0, 60)}"`)
  }
  /** Over the others on purpose, and moved out of the way by scrolling. */
  const floats = (element: Element): boolean => {
    for (let at: Element | null = element; at; at = at.parentElement)
      if (/fixed|sticky/.test(getComputedStyle(at).position)) return true
    return false
  }
  /** What of it shows on its way up to the page; null where it is hidden on purpose, as texts for screen readers alone are. */
  const shown = (box: Box, start: Element, words: string): Box | null => {
    const left: Box = { left: box.left, right: box.right, top: box.top, bottom: box.bottom }
    let reached = { x: true, y: true }
    for (let at: Element | null = start; at && at !== document.documentElement; at = at.parentElement) {
      const style = getComputedStyle(at)
      if (style.clipPath !== 'none' || style.visibility === 'hidden' || style.opacity === '0') return null
      if (style.display === 'inline' || style.display === 'contents') continue
      const edge = at.getBoundingClientRect()
      const { overflowX, overflowY } = style
      // Past what scrolls, a text can be brought into sight.
      const clips = (how: string) => how === 'hidden' || how === 'clip'
      if (reached.x && clips(overflowX) && (box.left < edge.left - slack || box.right > edge.right + slack))
        say('cut', start, words)
      if (reached.y && clips(overflowY) && (box.top < edge.top - slack || box.bottom > edge.bottom + slack))
        say('cut', start, words)
      reached = {
        x: reached.x && !/auto|scroll/.test(overflowX),
        y: reached.y && !/auto|scroll/.test(overflowY),
      }
      if (overflowX !== 'visible') {
        left.left = Math.max(left.left, edge.left)
        left.right = Math.min(left.right, edge.right)
      }
      if (overflowY !== 'visible') {
        left.top = Math.max(left.top, edge.top)
        left.bottom = Math.min(left.bottom, edge.bottom)
      }
      if (style.position === 'fixed') break
    }
    if (reached.x && (box.left < -slack || box.right > pageWidth + slack))
      say('beside the page', start, words)
    return left.right > left.left && left.bottom > left.top ? left : null
  }

  const lines: {
    readonly box: Box
    readonly words: string
    readonly of: Element
    readonly floats: boolean
  }[] = []
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const words = node.textContent?.trim()
    const parent = node.parentElement
    if (!words || !parent || parent.closest('svg, option, script, style, [aria-hidden="true"] canvas'))
      continue
    // What is far out of sight is not laid out, and has no place yet.
    if (!parent.checkVisibility({ contentVisibilityAuto: true })) continue
    const range = document.createRange()
    range.selectNodeContents(node)
    const control = parent.closest('button, summary, [role="button"], [role="radio"]')
    const held = control?.getBoundingClientRect()
    for (const box of range.getClientRects()) {
      if (box.width === 0 || box.height === 0) continue
      const visible = shown(box, parent, words)
      if (visible === null) continue
      if (
        control &&
        held &&
        (box.left < held.left - slack ||
          box.right > held.right + slack ||
          box.top < held.top - slack ||
          box.bottom > held.bottom + slack)
      )
        say('out of its button', control, words)
      lines.push({ box: visible, words, of: parent, floats: floats(parent) })
    }
  }

  lines.sort((one, other) => one.box.top - other.box.top)
  for (const [at, one] of lines.entries()) {
    for (const other of lines.slice(at + 1)) {
      if (other.box.top > one.box.bottom) break
      if (one.of === other.of || one.floats !== other.floats) continue
      const wide = Math.min(one.box.right, other.box.right) - Math.max(one.box.left, other.box.left)
      const high = Math.min(one.box.bottom, other.box.bottom) - Math.max(one.box.top, other.box.top)
      if (wide > overlap && high > overlap) say(`under "${one.words.slice(0, 40)}"`, other.of, other.words)
    }
  }

  /** What a field says by itself is no node, so its width is drawn. */
  const pencil = document.createElement('canvas').getContext('2d')
  for (const field of root.querySelectorAll<HTMLInputElement | HTMLSelectElement>('input, select')) {
    if (!field.checkVisibility()) continue
    const said =
      field instanceof HTMLSelectElement
        ? field.selectedOptions[0]?.text
        : field.value
          ? ''
          : field.placeholder
    const style = getComputedStyle(field)
    if (!said || !pencil || style.clipPath !== 'none') continue
    pencil.font = `${style.fontWeight} ${style.fontSize} ${style.fontFamily}`
    pencil.letterSpacing = style.letterSpacing === 'normal' ? '0px' : style.letterSpacing
    const room =
      field.clientWidth - Number.parseFloat(style.paddingLeft) - Number.parseFloat(style.paddingRight)
    if (pencil.measureText(said).width > room + slack) say('cut', field, said)
  }

  const main = document.querySelector('main')
  for (const part of main ? [document.documentElement, main] : [document.documentElement]) {
    // What is let out on purpose does not scroll.
    if (part === main && getComputedStyle(part).overflowX === 'visible') continue
    const wider = part.scrollWidth - part.clientWidth
    if (wider > 0) say(`${wider} px too wide`, part, '')
  }
  return [...found]
}

/** Empty where all of the page, or of the dialog that stands open, can be read. */
export const clipped = (view: View): Promise<readonly string[]> => view.evaluate(findClipped)
