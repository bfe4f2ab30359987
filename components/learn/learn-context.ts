/** The way to Learn, for whatever on the page has a card there; null where there is none, as on a page by itself. */
import { createContext } from 'preact'
import type { LearnLinks } from '../../lib/app/learn-links.ts'

export const LearnContext = createContext<LearnLinks | null>(null)
