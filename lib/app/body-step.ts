/** The way to a word from the body: where, what like, how strong, then a few words worth a look. */
import { computed, effect, type ReadonlySignal, untracked } from '@preact/signals'
import {
  type BodyPlaceId,
  type BodySignalId,
  type BodyStrength,
  bodyPlaces,
  bodySignals,
  bodyStrengths,
} from '../content/body-signals.ts'
import { isFar, toggleWord } from '../core/check-in.ts'
import type { BodySaid } from '../core/draft.ts'
import { candidates } from '../core/from-body.ts'
import { digitKey, type Key, letterKey } from '../core/keys.ts'
import type { Id } from '../core/records.ts'
import type { Walk } from './check-in-types.ts'
import type { OwnWords } from './own-words.ts'

/** A choice with the key that makes it. */
type Keyed<Value extends string> = { readonly id: Value; readonly key: string }

/** What is asked now, or the words that came up. */
export type BodyView =
  | { readonly asks: 'place'; readonly choices: readonly Keyed<BodyPlaceId>[] }
  | { readonly asks: 'signal'; readonly choices: readonly Keyed<BodySignalId>[] }
  | { readonly asks: 'strength'; readonly choices: readonly Keyed<BodyStrength>[] }
  | { readonly asks: 'word'; readonly choices: readonly Keyed<Id>[]; readonly noneKey: string }

export type BodyStep = {
  readonly view: ReadonlySignal<BodyView>
  /** Answers what is asked now; a word is picked, and leads back to the words. */
  answer(id: Id): void
  /** Passes over what is asked now; where words are shown, picks none of them. */
  passOver(): void
  /** To what was asked before, or to the words. */
  back(): void
  pressKey(key: Key): boolean
}

const keys = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '0', 'X'] as const
const noneKey = '0'
const keyed = <Value extends string>(ids: readonly Value[]): readonly Keyed<Value>[] =>
  ids.map((id, place) => ({ id, key: keys[place] ?? '' }))

/** In the draft, in place of an answer. */
const passed = ''

const idsOf = <Value extends string>(list: readonly { readonly id: Value }[]): readonly Value[] =>
  list.map(({ id }) => id)

/** Nothing has no strength, and what was passed over has none either. */
const asksStrength = (signal: Id): boolean => signal !== 'none' && bodySignals.some(({ id }) => id === signal)

const askedNow = ({ place, signal, strength }: BodySaid): BodyView['asks'] => {
  if (place === null) return 'place'
  if (signal === null) return 'signal'
  return strength === null && asksStrength(signal) ? 'strength' : 'word'
}

/** As it was before the latest answer; null before the first. */
const before = (said: BodySaid): BodySaid | null => {
  if (said.strength !== null) return { ...said, strength: null }
  if (said.signal !== null) return { ...said, signal: null }
  return said.place === null ? null : { ...said, place: null }
}

export const createBodyStep = ({ open, answer, goTo }: Walk, own: OwnWords): BodyStep => {
  const { draft, record, move } = open

  const words = ({ place, signal, strength }: BodySaid): readonly Id[] => {
    const { canPick } = own.words.value
    const where = bodyPlaces.find(({ id }) => id === place)
    const like = bodySignals.find(({ id }) => id === signal)
    return candidates(
      where ? { words: where.words.filter(canPick) } : null,
      like
        ? {
            words: like.words.filter(canPick),
            strong: like.strong.filter(canPick),
            faint: like.faint.filter(canPick),
          }
        : null,
      bodyStrengths.find(id => id === strength) ?? null,
    )
  }

  const view = computed((): BodyView => {
    const said = draft.value.body
    const asks = askedNow(said)
    switch (asks) {
      case 'place':
        return { asks, choices: keyed(idsOf(bodyPlaces)) }
      case 'signal':
        return { asks, choices: keyed(idsOf(bodySignals)) }
      case 'strength':
        return { asks, choices: keyed(bodyStrengths) }
      case 'word':
        return { asks, choices: keyed(words(said)), noneKey }
    }
  })

  const leave = () => goTo('words')

  const say = (id: Id) => {
    const { asks } = view.value
    if (asks === 'word') return
    const said = { ...draft.value.body, [asks]: id }
    move({ body: said })
    // Where everything was passed over there is no word to look at.
    if (askedNow(said) === 'word' && words(said).length === 0) leave()
  }

  const pick = (id: Id) => {
    const picked = record.value.words
    if (!picked.some(word => word.id === id)) answer({ words: toggleWord(picked, id) })
    leave()
  }

  const give = (id: Id) => (view.value.asks === 'word' ? pick(id) : say(id))
  const passOver = () => (view.value.asks === 'word' ? leave() : say(passed))

  // In another popup things were said to feel far away: nothing leads into the body then.
  const tooFar = computed(() => draft.value.place === 'body' && isFar(record.value.far))
  effect(() => {
    if (tooFar.value) untracked(leave)
  })

  return {
    view,
    answer: give,
    passOver,
    back: () => {
      const earlier = before(draft.value.body)
      if (earlier) move({ body: earlier })
      else leave()
    },
    pressKey: key => {
      const name = digitKey(key)?.toString() ?? letterKey(key)
      const choice = view.value.choices.find(other => other.key === name)
      const isNone = !choice && view.value.asks === 'word' && name === noneKey
      if (choice) give(choice.id)
      if (isNone) passOver()
      return isNone || choice !== undefined
    },
  }
}
