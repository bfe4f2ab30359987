/** The page model of "Talk to someone": the numbers of one country. That it was opened is kept nowhere. */
import { computed, type ReadonlySignal, signal } from '@preact/signals'
import {
  type EmergencyNumber,
  emergencyOf,
  type HelpLine,
  helpCountries,
  helplineDirectory,
  linesOf,
} from '../content/help.ts'
import { isLongAgo } from '../core/checked-on.ts'
import { momentOf } from '../core/time.ts'
import { createKeeper, problemIn } from './keeper.ts'
import { createOwnLists } from './own-lists.ts'
import type { Chance, Changes, Clock, Records, SettingsStore, StoreProblem } from './ports.ts'
import type { People } from './stuck.ts'

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
  /** A number of this country was checked long ago, so the directory stands first. */
  readonly old: ReadonlySignal<boolean>
  /** null where no number is confirmed. */
  readonly emergency: ReadonlySignal<EmergencyNumber | null>
  /** The person's own list; to be read while Thaw is not locked. */
  readonly people: People
  /** A name that could not be kept. */
  readonly unkept: ReadonlySignal<StoreProblem | null>
  tryAgain(): Promise<void>
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
  readonly records: Pick<Records, 'all' | 'save'>
  readonly clock: Clock
  readonly chance: Chance
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

export const createHelp = (needs: Needs): Help => {
  const { records, clock, settings, changes, languages, copy } = needs
  const keeper = createKeeper(records, changes)
  const country = signal<string | null>(guessCountry(languages))
  const lines = computed(() => linesOf(country.value))
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
    lines,
    old: computed(() => {
      const today = momentOf(clock.now()).day
      return lines.value.some(({ checkedOn }) => isLongAgo(checkedOn, today))
    }),
    emergency: computed(() => emergencyOf(country.value)),
    people: createOwnLists({ ...needs, keeper }),
    unkept: computed(() => problemIn(keeper.keeping.value)),
    tryAgain: async () => {
      await keeper.tryAgain()
    },
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
