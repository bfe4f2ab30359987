/** Works through a long list a slice at a time, so that nothing else on the page waits for all of it. */
import type { Later } from './ports.ts'

type Slices<Item> = {
  readonly items: readonly Item[]
  /** A slice ends once its items cost so much; an item costs 1 where `cost` is left out. */
  readonly size: number
  readonly cost?: (item: Item) => number
  readonly work: (item: Item) => void
  /** After every slice but the last. */
  readonly onSlice?: () => void
  readonly onDone: () => void
  readonly later: Later
}

/** The first slice at once, so that a short list is done when this returns. Gives back what stops it. */
export const inSlices = <Item>({ items, size, cost = () => 1, ...tasks }: Slices<Item>): (() => void) => {
  let stop = () => {}
  let place = 0
  const next = () => {
    for (let spent = 0; place < items.length && spent < size; place += 1) {
      const item = items[place] as Item
      tasks.work(item)
      spent += cost(item)
    }
    if (place === items.length) return tasks.onDone()
    tasks.onSlice?.()
    stop = tasks.later(0, next)
  }
  next()
  return () => stop()
}
