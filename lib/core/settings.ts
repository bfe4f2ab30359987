/** Every setting with its default, and the tolerant reader that makes valid settings of anything stored. */

/** A span of a day in minutes after midnight; `to` at or before `from` crosses midnight. */
export type Hours = { readonly from: number; readonly to: number }

export type NudgeMode =
  | { readonly kind: 'off' }
  | { readonly kind: 'random'; readonly perDay: number }
  | { readonly kind: 'every'; readonly minutes: number }
  | { readonly kind: 'fixed'; readonly times: readonly number[] }

/** Monday first, as ISO weekdays 1–7. */
export type WeekHours = readonly [
  readonly Hours[],
  readonly Hours[],
  readonly Hours[],
  readonly Hours[],
  readonly Hours[],
  readonly Hours[],
  readonly Hours[],
]

export type NudgeSettings = {
  readonly mode: NudgeMode
  readonly hours: WeekHours
  /** At most so many a day. */
  readonly cap: number
  /** Minutes between two nudges at least. */
  readonly gap: number
  readonly channels: { readonly notification: boolean; readonly badge: boolean }
  readonly holdBack: { readonly idle: boolean; readonly fullScreen: boolean; readonly sound: boolean }
}

export type Settings = {
  /** The welcome was seen, and its question answered or passed over. */
  readonly welcomed: boolean
  readonly nudges: NudgeSettings
  /** ISO 3166 alpha-2 of the help numbers shown; null until it is guessed from the language or chosen. */
  readonly country: string | null
  /** Text fields let the browser check spelling; off, because some browsers check it on a server. */
  readonly spellcheck: boolean
}
