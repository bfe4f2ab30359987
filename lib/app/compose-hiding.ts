/** The composition root of the way in which the small window goes out of sight. */
import { blankWindow } from '../platform/windows.ts'

/** What hides the page of the small window, at once. */
export const hiding = (page: Window) => (): void => void blankWindow(page)
