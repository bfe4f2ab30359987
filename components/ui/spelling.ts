/** Whether the browser may check the spelling of a person's own words: by their choice alone. */
import { createContext } from 'preact'

export const SpellingContext = createContext(false)
