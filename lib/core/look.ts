/** What a person chose of language, colours, places and keys, and the tolerant reader of it; whatever was not chosen follows the browser and the system. */

/** The key under which it lies, in `storage.local` and in what pages remember. */
export const lookKey = 'look'

const themes = ['light', 'dark'] as const
export type Theme = (typeof themes)[number]

/** The places that can be left out of the rows of places. */
export const optionalPlaces = ['patterns', 'pauses', 'reflect', 'learn'] as const
export type OptionalPlace = (typeof optionalPlaces)[number]

export type Look = {
  /** The folder of its texts, such as `pt_BR`; null for the browser's own. */
  readonly language: string | null
  /** null for the system's. */
  readonly theme: Theme | null
  /** The places that are left out; each stays where links lead to it. */
  readonly leftOut: readonly OptionalPlace[]
  /** Single letters and signs answer; digits, arrows and named keys do in any case. */
  readonly letters: boolean
}

export const plainLook: Look = { language: null, theme: null, leftOut: [], letters: true }

/** Whether nothing was chosen. */
export const isPlain = ({ language, theme, leftOut, letters }: Look): boolean =>
  language === null && theme === null && leftOut.length === 0 && letters

/** From what is stored, whatever it is. A language may be one that this Thaw does not have. */
export const readLook = (stored: unknown): Look => {
  const { language, theme, leftOut, letters } = Object(stored) as { readonly [name: string]: unknown }
  return {
    language: typeof language === 'string' && /^[a-z]{2}(_[A-Z]{2})?$/.test(language) ? language : null,
    theme: themes.find(known => known === theme) ?? null,
    leftOut: optionalPlaces.filter(place => Array.isArray(leftOut) && leftOut.includes(place)),
    letters: letters !== false,
  }
}
