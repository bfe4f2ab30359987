/** The language and the look that a person chose, as pages remember them and take them up. */
import { isLetterOrSign } from '../core/letters.ts'
import { isPlain, type Look, lookKey, readLook } from '../core/look.ts'
import { coverFirst } from './cover-first.ts'
import { speakLanguage } from './language.ts'

const read = (): Look => {
  try {
    return readLook(JSON.parse(localStorage.getItem(lookKey) ?? 'null'))
  } catch {
    return readLook(null)
  }
}

/** What takes text, or takes signs for itself while it has the focus. */
const takesSigns = 'input:not([type=checkbox], [type=radio]), textarea, select, [role="slider"]'

/**
 * Stops a letter or a sign before anything of Thaw hears it. Here, because this is loaded for those alone who chose something, and
 * whoever listens for keys, in the check-in, at its end, on the cover or on the page, needs to know nothing of it.
 */
const stopLetters = (event: KeyboardEvent): void => {
  const isShortcut = event.ctrlKey || event.altKey || event.metaKey
  if (isShortcut || !isLetterOrSign(event)) return
  if (!(event.target as Element).closest?.(takesSigns)) event.stopPropagation()
}

/** Tells the styles and the keys: without a theme the system decides, and every place is shown that is not named as left out. */
export const wearLook = ({ theme, leftOut, letters }: Look): void => {
  const tell = (name: string, value: string | null) => {
    if (value) document.documentElement.dataset[name] = value
    else delete document.documentElement.dataset[name]
  }
  tell('theme', theme)
  tell('leftOut', leftOut.join(' '))
  tell('letters', letters ? null : 'off')
  // Listened for twice, it is heard once.
  if (letters) removeEventListener('keydown', stopLetters, true)
  else addEventListener('keydown', stopLetters, true)
}

/** For the pages that are opened from now on; see `mayDraw`. */
export const rememberLook = (look: Look): void => {
  try {
    if (isPlain(look)) localStorage.removeItem(lookKey)
    else localStorage.setItem(lookKey, JSON.stringify(look))
  } catch {
    // Where the browser keeps nothing for pages, they follow the browser and the system.
  }
}

/** Makes the page what was chosen, and shows it. False where it goes to its cover, and stays out of sight. */
export const takeUp = async (cover: string | undefined): Promise<boolean> => {
  if (cover !== undefined && coverFirst(cover)) return false
  const look = read()
  wearLook(look)
  await speakLanguage(look.language)
  document.documentElement.hidden = false
  return true
}

/**
 * Takes on the look that is chosen by now, maybe on another page since this one was opened, and every later choice. The language stays: for
 * another one the page would have to begin anew, and so would what is typed in it.
 */
export const followLook = (look: Look): void => {
  wearLook(look)
  addEventListener('storage', ({ key }) => {
    if (key === lookKey) wearLook(read())
  })
}
