/** The composition root of the main page's frame. */
import { createOptions } from './options.ts'
import type { PageParts } from './page-parts.ts'

/** `fragment` is the one that the page was opened with. */
export const composeOptions = (parts: PageParts, fragment: string) => createOptions({ ...parts, fragment })
