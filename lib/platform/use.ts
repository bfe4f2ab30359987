/** Tells that somebody is using the page: that a key or the pointer was pressed, never which. */
export const onUse = (used: () => void): void => {
  for (const kind of ['keydown', 'pointerdown'])
    addEventListener(kind, used, { capture: true, passive: true })
}

/** Everything that this page holds in memory goes with it. */
export const openAnew = (): void => location.reload()
