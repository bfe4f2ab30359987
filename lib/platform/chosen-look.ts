/** The language and the look that a person chose, as pages remember them and take them up. */
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

/** Tells the styles: without a theme the system decides, and every place is shown that is not named as left out. */
export const wearLook = ({ theme, leftOut }: Look): void => {
  const tell = (name: string, value: string | null) => {
    if (value) document.documentElement.dataset[name] = value
    else delete document.documentElement.dataset[name]
  }
  tell('theme', theme)
  tell('leftOut', leftOut.join(' '))
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
