/** What a page waits for before it draws anything: nothing, where nobody chose a language, a look or a cover. */

/**
 * Resolves true once the page may draw, in the language and the look that were chosen; false where it goes to its `cover` instead.
 * Pages remember those choices in `localStorage`, which alone answers at once, and holds nothing else.
 */
export const mayDraw = async (cover?: string): Promise<boolean> => {
  try {
    if (localStorage.length === 0) return true
  } catch {
    return true
  }
  document.documentElement.hidden = true
  return (await import('./chosen-look.ts')).takeUp(cover)
}
