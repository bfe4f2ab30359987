/** What a decimal digit of any script is worth. */

const isDigit = (character: string): boolean => /^\p{Nd}$/u.test(character)

/** The value, 0 to 9, of one decimal digit of any script; null for every other text. */
export const digitValue = (character: string): number | null => {
  if (!isDigit(character)) return null
  // Unicode keeps the ten digits of a script in a row, 0 first, and some scripts' rows stand next to each other.
  const point = character.codePointAt(0) ?? 0
  let first = point
  while (isDigit(String.fromCodePoint(first - 1))) first -= 1
  return (point - first) % 10
}
