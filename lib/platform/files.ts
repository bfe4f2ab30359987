/** Gives files to the browser to save, the way a download from a page is saved. */
import { minute } from '../core/time.ts'

/** How long the browser may take to ask where to, in milliseconds. */
const patience = 5 * minute

/** Saves `content` under `name`, where and how the browser saves downloads. Ask in the turn of a click, or soon after. */
export const saveFile = (name: string, content: Blob): void => {
  const address = URL.createObjectURL(content)
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  // Firefox reads the content after the click, and no event says when it is done.
  setTimeout(() => URL.revokeObjectURL(address), patience)
}
