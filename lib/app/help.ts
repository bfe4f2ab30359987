/** The page model of "Talk to someone": the numbers of one country. That it was opened is kept nowhere. */
import { computed, type ReadonlySignal, signal } from '@preact/signals'
import { emergencyOf, type HelpLine, helpCountries, helplineDirectory, linesOf } from '../content/help.ts'
import type { Changes, SettingsStore } from './ports.ts'

/** The code that ISO 3166 leaves free for "somewhere else". */
export const elsewhere = 'ZZ'

export type Help = {
  /** ISO 3166 alpha-2 as chosen or guessed; null where neither is known, `elsewhere` where that was chosen. */
  readonly country: ReadonlySignal<string | null>
  /** Lists a line for nearly every country. */
  readonly directory: string
  readonly elsewhere: typeof elsewhere
  /** Every country to choose from, in no order, without `elsewhere`. */
  readonly countries: ReadonlySignal<readonly string[]>
  readonly lines: ReadonlySignal<readonly HelpLine[]>
  /** null where no number is confirmed. */
  readonly emergency: ReadonlySignal<string | null>
  /** The list of countries is open. */
  readonly choosing: ReadonlySignal<boolean>
  /** The last text that was copied, or that the browser did not copy. */
  readonly copied: ReadonlySignal<{ readonly text: string; readonly ok: boolean } | null>
  load(): Promise<void>
  showChoice(): void
  /** Shows the country at once and remembers it. */
  choose(country: string): Promise<void>
  copy(text: string): Promise<void>
}

type Needs = {
  readonly settings: SettingsStore
  readonly changes: Changes
  /** The person's languages as BCP 47 tags, the preferred one first. */
  readonly languages: readonly string[]
  /** Puts text on the clipboard; false where the browser refuses. */
  readonly copy: (text: string) => Promise<boolean>
}

/**
 * The region that the first tag with a region names. A language alone names no country: "en" is spoken in many,
 * and a wrong number is worse than none.
 */
export const guessCountry = (languages: readonly string[]): string | null => {
  for (const tag of languages) {
    const region = regionOf(tag)
    if (region) return region
  }
  return null
}

const regionOf = (tag: string): string | null => {
  try {
    const { region } = new Intl.Locale(tag)
    // "es-419" names a part of the world and no country.
    return region && /^[A-Z]{2}$/.test(region) ? region : null
  } catch {
    return null
  }
}

export const createHelp = ({ settings, changes, languages, copy }: Needs): Help => {
  const country = signal<string | null>(guessCountry(languages))
  const choosing = signal(false)
  const copied = signal<Help['copied']['value']>(null)

  const load = async () => {
    const chosen = (await settings.read()).country
    country.value = chosen ?? guessCountry(languages)
  }

  changes.listen(topic => {
    if (topic === 'settings') void load()
  })

  return {
    country,
    directory: helplineDirectory,
    elsewhere,
    countries: computed(() => {
      const here = country.value
      return here === null || here === elsewhere ? helpCountries : [...new Set([...helpCountries, here])]
    }),
    lines: computed(() => linesOf(country.value)),
    emergency: computed(() => emergencyOf(country.value)),
    choosing,
    copied,
    load,
    showChoice: () => {
      choosing.value = true
    },
    choose: async chosen => {
      country.value = chosen
      try {
        await settings.change(current => ({ ...current, country: chosen }))
        changes.announce('settings')
      } catch {
        // The numbers are shown all the same; what is lost is that they come up by themselves next time.
      }
    },
    copy: async text => {
      copied.value = { text, ok: await copy(text) }
    },
  }
}
