/** How each section begins: its code is loaded when it is opened first, besides that of the history, which comes with the page. */
import { open as openHistory } from './history.tsx'
import type { OpenSection } from './open-section.ts'

type Load = () => Promise<{ readonly open: OpenSection }>

export const all = {
  today: () => import('./today.tsx'),
  history: async () => ({ open: openHistory }),
  patterns: () => import('./patterns.tsx'),
  pauses: () => import('./pauses.tsx'),
  reflect: () => import('./reflect.tsx'),
  learn: () => import('./learn.tsx'),
  nudges: () => import('./nudges.tsx'),
  words: () => import('./words.tsx'),
  data: () => import('./data.tsx'),
  look: () => import('./look.tsx'),
  about: () => import('./about.tsx'),
  help: () => import('./help.tsx'),
} as const satisfies { readonly [section: string]: Load }
