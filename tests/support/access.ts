/** What no rule of axe sees: where Tab leads, how large a target is, what lies over a control, what moves, and what a screen reader is told. */
import type { SerializedAXNode } from 'puppeteer-core'
import type { View } from './driver.ts'

type Box = { readonly left: number; readonly right: number; readonly top: number; readonly bottom: number }
type Marked = { tabStops: HTMLElement[]; tabSeen: number[]; tabRows: number }

/** In the page: everything that Tab has to lead to, in the order of the document; from now on it is noted what has the focus. */
const beginWalk = (): { readonly count: number; readonly presses: number; readonly jumps: string[] } => {
  const all = document.querySelectorAll<HTMLElement>(
    'a[href], button, input, select, textarea, summary, [tabindex]',
  )
  const isStop = (element: HTMLElement): boolean => {
    if (element.tabIndex < 0 || element.matches(':disabled') || !element.checkVisibility()) return false
    if (getComputedStyle(element).visibility === 'hidden') return false
    if (!(element instanceof HTMLInputElement) || element.type !== 'radio') return true
    // One radio button of a group is a stop: the chosen one, else the first.
    const group = [
      ...document.querySelectorAll<HTMLInputElement>(`input[type=radio][name="${element.name}"]`),
    ]
    return element === (group.find(({ checked }) => checked) ?? group[0])
  }
  const stops = [...all].filter(isStop)
  const seen: number[] = []
  const rows = document.querySelectorAll('li').length
  Object.assign(globalThis, { tabStops: stops, tabSeen: seen, tabRows: rows } satisfies Marked)
  document.addEventListener('focusin', ({ target }) => {
    const at = stops.indexOf(target as HTMLElement)
    if (at >= 0 && !seen.includes(at)) seen.push(at)
  })

  /** Two boxes can be compared where they scroll together. */
  const scroller = (element: Element): Element | null => {
    for (let at = element.parentElement; at; at = at.parentElement)
      if (
        /auto|scroll/.test(getComputedStyle(at).overflowY) ||
        /fixed|sticky/.test(getComputedStyle(at).position)
      )
        return at
    return null
  }
  // What is far out of sight is not laid out, and has no place yet.
  const placed = stops.filter(stop => stop.checkVisibility({ contentVisibilityAuto: true }))
  const jumps = placed.slice(1).flatMap((next, at) => {
    const before = placed[at] as HTMLElement
    const isAbove = next.getBoundingClientRect().bottom <= before.getBoundingClientRect().top
    return isAbove && scroller(next) === scroller(before)
      ? [`from "${before.textContent}" up to "${next.textContent}"`]
      : []
  })

  // Where the walk begins, what pushes to the front is behind already.
  const pushed = stops
    .filter(({ tabIndex }) => tabIndex > 0)
    .map(stop => `"${stop.textContent}" pushes to the front`)

  // The walk begins before everything, wherever the page has put the focus.
  const start = document.createElement('span')
  start.tabIndex = -1
  document.documentElement.insertBefore(start, document.body)
  start.focus()
  start.dataset['walk'] = ''
  // A field for a date or a time has stops of its own inside.
  const inside = stops.filter(stop => /date|time/.test(stop.getAttribute('type') ?? '')).length * 5
  return { count: stops.length, presses: stops.length + inside + 6, jumps: [...jumps, ...pushed] }
}

/** In the page: what Tab did not come to, or came to out of turn. */
const endWalk = (): string[] => {
  const { tabStops, tabSeen, tabRows } = globalThis as unknown as Marked
  document.querySelector('[data-walk]')?.remove()
  const name = (at: number | undefined) => {
    const stop = tabStops[at ?? -1]
    return `${stop?.tagName.toLowerCase()} "${stop?.ariaLabel ?? stop?.textContent ?? ''}"`
  }
  // A list that grows while one walks along it puts off what stands below.
  const grew = document.querySelectorAll('li').length > tabRows
  const end = grew ? Math.max(...tabSeen) : tabStops.length
  const missed = tabStops
    .slice(0, end)
    .flatMap((_, at) => (tabSeen.includes(at) ? [] : [`no Tab leads to ${name(at)}`]))
  const turned = tabSeen.flatMap((at, turn) =>
    turn > 0 && at < (tabSeen[turn - 1] as number) ? [`${name(at)} after ${name(tabSeen[turn - 1])}`] : [],
  )
  return [...missed, ...turned]
}

/** Each control that is missed, out of turn or above the one before it. `count` is how many there are. */
const walkOnce = async (
  view: View,
): Promise<{ readonly count: number; readonly wrong: readonly string[] }> => {
  await view.toFront()
  const { count, presses, jumps } = await view.evaluate(beginWalk)
  // No further than the last one: beyond it the focus is the browser's, and Firefox gives it back to no script.
  const isThrough = () =>
    (globalThis as unknown as Marked).tabSeen.at(-1) === (globalThis as unknown as Marked).tabStops.length - 1
  for (let press = 0; press < presses && !(await view.evaluate(isThrough)); press += 1)
    await view.press('Tab')
  return { count, wrong: [...jumps, ...(await view.evaluate(endWalk))] }
}

/** Walks by Tab alone. What a page moves by itself while it is still being drawn is no trap: a walk that went wrong is gone once more. */
export const walkByTab = async (view: View): ReturnType<typeof walkOnce> => {
  const first = await walkOnce(view)
  return first.wrong.length === 0 ? first : walkOnce(view)
}

/** In the page: targets smaller than `least` px; below 24 px they may stand alone, as WCAG 2.5.8 has it. */
const findSmall = (least: number): string[] => {
  const targets = [
    ...document.querySelectorAll<HTMLElement>('a[href], button, input, select, textarea, summary'),
  ]
    .filter(
      one => // Days of a year are 14 px wide on purpose: the table below them and the search lead to each as well.
        one.dataset['day'] === undefined &&
        one.checkVisibility() &&
        getComputedStyle(one).clipPath === 'none' &&
        !one.matches(':disabled'),
    )
    .filter(one => {
      // In a line of text, its height is that of the line.
      const beside = [...(one.parentElement?.childNodes ?? [])].some(
        node => node.nodeType === Node.TEXT_NODE && node.textContent?.trim(),
      )
      return !(one.matches('a') && getComputedStyle(one).display === 'inline' && beside)
    })
    .map(element => {
      // What is pressed for a box to be ticked is its label as well.
      const label = element instanceof HTMLInputElement ? element.labels?.[0] : undefined
      const parts = [element, ...(label && element.matches('[type=checkbox], [type=radio]') ? [label] : [])]
      const boxes = parts.map(part => part.getBoundingClientRect())
      const box: Box = {
        left: Math.min(...boxes.map(({ left }) => left)),
        right: Math.max(...boxes.map(({ right }) => right)),
        top: Math.min(...boxes.map(({ top }) => top)),
        bottom: Math.max(...boxes.map(({ bottom }) => bottom)),
      }
      return { element, box, wide: box.right - box.left, high: box.bottom - box.top }
    })
  /** Of the circle of 24 px around the middle of the one to the box of the other. */
  const stands = (one: Box, other: Box): boolean => {
    const x = (one.left + one.right) / 2
    const y = (one.top + one.bottom) / 2
    const away = Math.hypot(
      Math.max(other.left - x, 0, x - other.right),
      Math.max(other.top - y, 0, y - other.bottom),
    )
    return away >= 12
  }
  return targets
    .filter(({ wide, high }) => wide < least - 0.5 || high < least - 0.5)
    .filter(
      small =>
        least > 24 || targets.some(other => other.element !== small.element && !stands(small.box, other.box)),
    )
    .map(
      ({ element, wide, high }) =>
        `${element.tagName.toLowerCase()} "${element.ariaLabel ?? element.textContent}": ${Math.round(wide)} × ${Math.round(high)}`,
    )
}

export const smallTargets = (view: View, least: 24 | 44): Promise<readonly string[]> =>
  view.evaluate(findSmall, least)

/** In the page: controls that are under something else, or out of reach, however one scrolls. */
const findCovered = (): string[] =>
  [...document.querySelectorAll<HTMLElement>('a[href], button, input, select, textarea, summary')]
    .filter(one => one.checkVisibility() && getComputedStyle(one).clipPath === 'none' && one.tabIndex >= 0)
    .flatMap(control => {
      control.scrollIntoView({ block: 'center', inline: 'nearest', behavior: 'instant' })
      const lines = control.getClientRects()
      const { left, right, top, bottom } = lines[0] ?? control.getBoundingClientRect()
      const there = document.elementFromPoint((left + right) / 2, (top + bottom) / 2)
      const label = control instanceof HTMLInputElement ? control.labels?.[0] : undefined
      const isReached = there !== null && (control.contains(there) || label?.contains(there))
      return isReached
        ? []
        : [`${control.tagName.toLowerCase()} "${control.ariaLabel ?? control.textContent}"`]
    })

export const covered = (view: View): Promise<readonly string[]> => view.evaluate(findCovered)

/** The least that a person may need of spacing, WCAG 1.4.12; as a function that takes it away again. */
export const spaceOut = (view: View): Promise<void> =>
  view.evaluate(() => {
    const style = document.createElement('style')
    style.dataset['spacing'] = ''
    style.textContent = `* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }
      p { margin-block-end: 2em !important }`
    document.head.append(style)
  })

export const spaceAsBefore = (view: View): Promise<void> =>
  view.evaluate(() => document.querySelector('style[data-spacing]')?.remove())

/** In the page: what moves for longer than `longest` ms, and what of it says how to stop. */
const findMoving = (longest: number): string[] =>
  document.getAnimations().flatMap(one => {
    const { activeDuration } = one.effect?.getComputedTiming() ?? {}
    const target = (one.effect as KeyframeEffect | null)?.target
    return Number(activeDuration) > longest ? [`${target?.tagName.toLowerCase()}.${target?.className}`] : []
  })

export const moving = (view: View, longest: number): Promise<readonly string[]> =>
  view.evaluate(findMoving, longest)

/** What differs from hour to hour, from day to day and from release to release. */
const steady = (told: string): string =>
  told
    .replaceAll(/\d+:\d\d(?: [AP]M)?/g, '(time)')
    .replaceAll(/\d+\/\d+\/\d+|\d{4}-\d\d-\d\d/g, '(day)')
    .replaceAll(/\d+\.\d+\.\d+/g, '(version)')
    .replaceAll(/\d+(?:[.,]\d+)* (?:bytes|kB|MB)/g, '(size)')
    .replaceAll(/\d+ seconds? left/g, '(seconds) left')
    // At night it is not there to be picked.
    .replaceAll(/^ *button "Steering round About .*\n/gm, '')
    // A field for a day begins with today.
    .replaceAll(/(spinbutton "[^"]*"), value \w+/g, '$1')

const states = [
  'value',
  'checked',
  'pressed',
  'expanded',
  'selected',
  'disabled',
  'invalid',
  'level',
  'keyshortcuts',
] as const

/** What a node says by itself is its name already. */
const isSaid = (node: SerializedAXNode, child: SerializedAXNode): boolean =>
  child.role === 'StaticText' && child.name === node.name

const linesOf = (node: SerializedAXNode, depth: number): readonly string[] => [
  [
    `${'  '.repeat(depth)}${node.role}${node.name ? ` "${node.name}"` : ''}`,
    ...states.flatMap(state =>
      node[state] === undefined || node[state] === false ? [] : [`${state} ${node[state]}`],
    ),
    ...(node.description ? [`described "${node.description}"`] : []),
  ].join(', '),
  ...(node.children ?? []).filter(child => !isSaid(node, child)).flatMap(child => linesOf(child, depth + 1)),
]

/** All that the accessibility tree tells, a line for each node, and the regions that speak when they change. At most `most` lines. */
export const treeOf = async ({ page }: View, most = 400): Promise<string> => {
  if (page === null) throw new Error('A tree needs a page')
  const tree = await page.accessibility.snapshot()
  const live = await page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('[role=status], [role=alert], [role=timer], [aria-live]')].map(
      one => `${one.role ?? 'live'} "${one.textContent}"`,
    ),
  )
  const lines = tree === null ? [] : linesOf(tree, 0)
  return steady(`${[...lines.slice(0, most), '', 'speaks when it changes:', ...live].join('\n')}\n`)
}
