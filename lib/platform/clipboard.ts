/** Puts text where the person can paste it from. */

/** False where the browser refuses. Ask in the turn of a click. */
export const copyText = async (text: string): Promise<boolean> => {
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    return false
  }
}
