/** The languages and the looks in which the gallery shows Thaw. */

export type Look = {
  /** Part of the picture's file name. */
  readonly name: string
  readonly scheme: 'light' | 'dark'
  readonly width: number
  readonly forced: 'none' | 'active'
  readonly motion: 'no-preference' | 'reduce'
}

const plain = { scheme: 'light', width: 1000, forced: 'none', motion: 'no-preference' } as const

const light: Look = { ...plain, name: 'light' }
const narrow: Look = { ...plain, name: 'narrow', width: 320 }
const dark: Look = { ...plain, name: 'dark', scheme: 'dark' }
const forced: Look = { ...plain, name: 'forced', scheme: 'dark', width: 700, forced: 'active' }
const still: Look = { ...plain, name: 'still', width: 700, motion: 'reduce' }

export type Language = {
  /** Its folder in `public/_locales`. */
  readonly code: string
  readonly name: string
  readonly looks: readonly Look[]
}

/**
 * Colours and motion are the same in every language, so English alone wears all looks. Another language is there for its room: German for
 * long words, Japanese for lines without blanks, Arabic for the way it is read, each as wide as can be and as narrow.
 */
export const languages: readonly Language[] = [
  { code: 'en', name: 'English', looks: [light, narrow, dark, forced, still] },
  { code: 'de', name: 'German', looks: [light, narrow] },
  { code: 'es', name: 'Spanish', looks: [light, narrow] },
  { code: 'fr', name: 'French', looks: [light, narrow] },
  { code: 'pt_BR', name: 'Portuguese', looks: [light, narrow] },
  { code: 'ja', name: 'Japanese', looks: [light, narrow] },
  { code: 'ar', name: 'Arabic', looks: [light, narrow] },
]

/** English, which the stores show as well, is what is meant where no language is named. */
export const pictureName = (walk: string, step: string, { code }: Language, look: Look): string =>
  [walk, step, ...(code === 'en' ? [] : [code]), `${look.name}.png`].join('-')
