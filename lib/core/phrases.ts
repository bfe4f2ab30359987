/** Finds phrases in what somebody wrote, whatever its case, punctuation, apostrophes and accents; what they are used for stands elsewhere. */

export type PhraseList = {
  /**
   * Each as it is written, in small letters; `(a|b)` stands for either, and one of them may be empty or hold a choice itself. A phrase is found as whole words.
   */
  readonly phrases: readonly string[]
  /** What goes over the end of a phrase and means something else: a phrase that ends inside one is not found. None goes on after a comma, the end of a sentence or of a line. */
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
const partEnds = /[.,:;!?\n\r\u2028\u2029–—。、،؛؟]+/u
/** A letter that is drawn out, as in "sooo". */
const drawnOut = /(\p{L})\1{2,}/gu

/** Letters that are written in several ways for the same. */
const sameLetters: { readonly [letter: string]: string } = {
  ß: 'ss',
  ى: 'ي',
  ة: 'ه',
  ی: 'ي',
  ک: 'ك',
  ٱ: 'ا',
  ـ: '',
  æ: 'ae',
  œ: 'oe',
}

/** The letters alone, without what may differ in writing the same. */
const plainLetters = (text: string): string => {
  // Before anything else: some of them come apart into a space and an accent.
  const whole = text.replace(apostrophes, '')
  const letters = whole.normalize('NFKD').replace(marks, '').normalize('NFC').toLowerCase()
  const same = letters.replace(/[ßىةیکٱـæœ]/gu, letter => sameLetters[letter] ?? letter)
  return same.replace(drawnOut, '$1')
}

/** Words with one space between them. */
const plainWords = (letters: string): string => letters.replace(between, ' ').trim()

/** The words of each part of a text between commas, ends of sentences and ends of lines. */
const plainParts = (text: string): readonly string[] =>
  plainLetters(text).split(partEnds).map(plainWords).filter(Boolean)

/** A choice, which may hold others that hold none; the borders of its parts; and what of a phrase stands before its first space. */
const choice = /\(((?:[^()]|\([^()]*\))*)\)/
const orElse = /\|(?![^()]*\))/
const head = /^(?:[^() ]|\((?:[^()]|\([^()]*\))*\))*/

/** Everything that a few words with choices stand for. */
const spelledOut = (words: string): readonly string[] => {
  const [whole, inner = ''] = choice.exec(words) ?? []
  if (whole === undefined) return [words]
  return inner.split(orElse).flatMap(one => spelledOut(words.replace(whole, () => one)))
}

/** Patterns by the words they may begin with, so that a text asks only for the few it may hold. */
type Patterns = ReadonlyMap<string, readonly RegExp[]>

const patternsOf = (phrases: readonly string[], spaced: (plain: string) => string): Patterns => {
  const all = new Map<string, RegExp[]>()
  for (const phrase of phrases) {
    // Choices are written as regular expressions write them.
    const written = spaced(plainLetters(phrase))
    const pattern = new RegExp(`(?<=^| )(?:${written})`, 'g')
    const starts = spelledOut(head.exec(written)?.[0] ?? '').map(start => start.split(' ', 1)[0] ?? '')
    for (const start of new Set(starts)) {
      const same = all.get(start)
      if (same) same.push(pattern)
      else all.set(start, [pattern])
    }
  }
  return all
}

/** Where each of the patterns is found in a text, even inside another. */
function* places(patterns: Patterns, text: string): Generator<readonly [from: number, to: number]> {
  const starts = new Set(text.split(' '))
  for (const pattern of new Set([...starts].flatMap(start => patterns.get(start) ?? []))) {
    pattern.lastIndex = 0
    for (let found = pattern.exec(text); found; found = pattern.exec(text)) {
      yield [found.index, found.index + found[0].length]
      pattern.lastIndex = found.index + 1
    }
  }
}

/** `spaced` puts a space after each of what phrases are made of: words, or letters where the script has no spaces. */
const matchIn = (lists: readonly PhraseList[], spaced: (plain: string) => string) => {
  const phrases = patternsOf(
    lists.flatMap(list => list.phrases),
    spaced,
  )
  const lookAlikes = patternsOf(
    lists.flatMap(list => list.lookAlikes),
    spaced,
  )
  return (parts: readonly string[]): boolean => {
    const all = parts.map(spaced)
    const found = [...places(phrases, all.join(''))]
    if (found.length === 0) return false
    let start = 0
    const held: (readonly [from: number, to: number])[] = []
    for (const part of all) {
      for (const [from, to] of places(lookAlikes, part)) held.push([start + from, start + to])
      start += part.length
    }
    return found.some(([, end]) => !held.some(([from, to]) => from < end && end <= to))
  }
}

/** The lists are read once; every text is looked at in all of them, because people write in more than one language. */
export const phraseMatch = (lists: readonly PhraseList[]): PhraseMatch => {
  const byWord = matchIn(
    lists.filter(list => !list.spaceless),
    plain => `${plain} `,
  )
  const byLetter = matchIn(
    lists.filter(list => list.spaceless),
    // Some write with spaces for weight, and a line may end anywhere.
    plain => plain.replaceAll(' ', '').replace(/[^()|]/gu, '$& '),
  )
  return text => {
    const plain = plainParts(text)
    return byWord(plain) || byLetter(plain)
  }
}
