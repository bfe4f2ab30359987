/** The composition root of "Talk to someone". */
import { createHelp } from './help.ts'
import type { PageParts } from './page-parts.ts'

export const composeHelp = (parts: PageParts) =>
  createHelp({ ...parts, languages: navigator.languages, copy: parts.copyText })
