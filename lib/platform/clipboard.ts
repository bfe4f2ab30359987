/** Puts text and pictures where the person can paste them from. */

/** False where the browser refuses. Ask in the turn of a click. */
export const copyText = async (text: string): Promise<boolean> => {
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    return false
  }
}

/**
 * Copies a PNG; false where it could not be made or the browser refuses. Ask in the turn of a click: a picture that is still being
 * made is taken as a promise, so that the browser sees the click.
 * https://developer.mozilla.org/en-US/docs/Web/API/ClipboardItem/ClipboardItem
 */
export const copyPicture = async (picture: Promise<Blob>): Promise<boolean> => {
  try {
    await navigator.clipboard.write([new ClipboardItem({ 'image/png': picture })])
    return true
  } catch {
    return false
  }
}
