/** The language and the look that a person chose, as pages remember them and take them up. */
import { type Look, lookKey, readLook, type Theme } from '../core/look.ts'
import { coverFirst } from './cover-first.ts'
import { speakLanguage } from './language.ts'

const read = (): Look => {
  try {
    return readLook(JSON.parse(localStorage.getItem(lookKey) ?? 'null'))
  } catch {
    return readLook(null)
  }
}

/** Tells the styles; null leaves it to the system. */
export const showTheme = (theme: Theme | null): void => {
  if (theme === null) delete document.documentElement.dataset['theme']
  else document.documentElement.dataset['theme'] = theme
}

/** For the pages that are opened from now on; see `mayDraw`. */
export const rememberLook = (look: Look): void => {
  try {
    if (look.language === null && look.theme === null) localStorage.removeItem(lookKey)
    else localStorage.setItem(lookKey, JSON.stringify(look))
  } catch {
    // Where the browser keeps nothing for pages, they follow the browser and the system.
  }
}

/** Makes the page what was chosen, and shows it. False where it goes to its cover, and stays out of sight. */
export const takeUp = async (cover: string | undefined): Promise<boolean> => {
  if (cover !== undefined && coverFirst(cover)) return false
  const { language, theme } = read()
  showTheme(theme)
  await speakLanguage(language)
  document.documentElement.hidden = false
  return true
}

/**
 * Wears what is chosen on another page from now on. Its language stays: in another one the page would have to begin anew, with what is
 * typed in it.
 */
export const followTheme = (): void =>
  addEventListener('storage', ({ key }) => {
    if (key === lookKey) showTheme(read().theme)
  })
