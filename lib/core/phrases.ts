/** Finds phrases in what somebody wrote, whatever its case, punctuation, apostrophes and accents; what they are used for stands elsewhere. */

export type PhraseList = {
  /**
   * Each as it is written, in small letters; `(a|b)` stands for either, and one of them may be empty. A phrase is found as whole words.
   */
  readonly phrases: readonly string[]
  /** What holds words of a phrase and means something else; a phrase inside one is not found. */
  readonly lookAlikes: readonly string[]
  /** The script puts no spaces between words, so a phrase is found wherever it stands. */
  readonly spaceless?: true
}

/** True where the text holds one of the phrases. */
export type PhraseMatch = (text: string) => boolean

/** Accents and vowel signs; those of kana make another letter and stay. */
const marks = /[^\P{M}\u3099\u309a]/gu
const apostrophes = /['’‘ʼ＇`´ʹ]/gu
const between = /[^\p{L}\p{N}\p{M}]+/gu

/** Letters that are written in several ways for the same. */
const sameLetters: { readonly [letter: string]: string } = {
  ß: 'ss',
  ى: 'ي',
  ة: 'ه',
  ـ: '',
  æ: 'ae',
  œ: 'oe',
}

/** The words of a text with one space between them. */
const plainWords = (text: string): string => {
  // Before anything else: some of them come apart into a space and an accent.
  const whole = text.replace(apostrophes, '')
  const letters = whole.normalize('NFKD').replace(marks, '').normalize('NFC').toLowerCase()
  const same = letters.replace(/[ßىةـæœ]/gu, letter => sameLetters[letter] ?? letter)
  return same.replace(between, ' ').trim()
}

/** Every phrase that one with choices stands for. */
const spelledOut = (phrase: string): readonly string[] => {
  const choice = /\(([^()]*)\)/.exec(phrase)
  if (!choice) return [phrase]
  const [whole, inner = ''] = choice
  return inner.split('|').flatMap(one => spelledOut(phrase.replace(whole, () => one)))
}

/** Phrases by their first token, then by their second, and so on. */
type Tree = { ends: boolean; readonly next: Map<string, Tree> }

const newTree = (): Tree => ({ ends: false, next: new Map() })

const grow = (tree: Tree, tokens: readonly string[]): void => {
  let at = tree
  for (const token of tokens) {
    const next = at.next.get(token) ?? newTree()
    at.next.set(token, next)
    at = next
  }
  at.ends = true
}

/** How many tokens the longest phrase has that begins at `from`; 0 where none does. */
const longestAt = (tree: Tree, tokens: readonly string[], from: number): number => {
  let at: Tree | undefined = tree
  let longest = 0
  for (let place = from; at; place += 1) {
    if (at.ends) longest = place - from
    at = at.next.get(tokens[place] ?? '')
  }
  return longest
}

/** The tokens without those of what is in the tree; a mark that is in no phrase keeps what stood before from what stands after. */
const without = (tree: Tree, tokens: readonly string[]): readonly string[] => {
  const rest: string[] = []
  for (let place = 0; place < tokens.length; ) {
    const length = longestAt(tree, tokens, place)
    rest.push(length > 0 ? '|' : (tokens[place] ?? ''))
    place += Math.max(1, length)
  }
  return rest
}

/** `tokensOf` gives what phrases are made of: words, or letters where the script has no spaces. */
const matchIn = (lists: readonly PhraseList[], tokensOf: (plain: string) => readonly string[]) => {
  const [phrases, lookAlikes] = [newTree(), newTree()]
  const plant = (tree: Tree, all: readonly string[]) => {
    for (const phrase of all.flatMap(spelledOut)) grow(tree, tokensOf(plainWords(phrase)))
  }
  for (const list of lists) {
    plant(phrases, list.phrases)
    plant(lookAlikes, list.lookAlikes)
  }
  return (plain: string): boolean => {
    const tokens = without(lookAlikes, tokensOf(plain))
    return tokens.some((_, place) => longestAt(phrases, tokens, place) > 0)
  }
}

/** The lists are read once; every text is looked at in all of them, because people write in more than one language. */
export const phraseMatch = (lists: readonly PhraseList[]): PhraseMatch => {
  const byWord = matchIn(
    lists.filter(list => !list.spaceless),
    plain => plain.split(' '),
  )
  const byLetter = matchIn(
    lists.filter(list => list.spaceless),
    plain => [...plain],
  )
  return text => {
    const plain = plainWords(text)
    return byWord(plain) || byLetter(plain)
  }
}
