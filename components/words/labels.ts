/** What words, tags and pauses are called: as the person calls them where the page knows that, else as Thaw does. */
import { createContext } from 'preact'
import { label } from '../../lib/platform/i18n.ts'

export type Labels = { readonly [Kind in 'word' | 'tag' | 'pause']: (id: string) => string }

export const LabelsContext = createContext<Labels>({
  word: id => label('word', id),
  tag: id => label('tag', id),
  pause: id => label('pause', id),
})
