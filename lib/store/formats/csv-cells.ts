/** Cells of Thaw's own CSV: text that no spreadsheet takes for a formula, and lists within one cell; both can be read back exactly. */

/**
 * What a spreadsheet takes for a formula, or drops before it looks for one: https://owasp.org/www-community/attacks/CSV_Injection.
 * The full-width signs are taken for the narrow ones in Japanese and Chinese spreadsheets.
 */
const formula = /^'*[=+\-@\t\r\n\0＝＋－＠]/

/** The text with an apostrophe before it where a spreadsheet would calculate. */
export const safeText = (text: string): string => (formula.test(text) ? `'${text}` : text)

/** Takes off the one apostrophe that `safeText` put there. */
export const plainText = (cell: string): string =>
  cell.startsWith("'") && formula.test(cell) ? cell.slice(1) : cell

const between = ' | '
const escaped = /[\\|?]/g

/** One item of a list; a guess is followed by a question mark. */
export type CellItem = { readonly text: string; readonly guess: boolean }

/** The items in one cell. What would be taken for a mark is written with a backslash before it. */
export const listCell = (items: readonly CellItem[]): string =>
  items.map(({ text, guess }) => `${text.replace(escaped, '\\$&')}${guess ? '?' : ''}`).join(between)

/** The items of a cell. The one blank on each side of a bar belongs to the bar. */
export const cellList = (cell: string): readonly CellItem[] => {
  const items: CellItem[] = []
  let text = ''
  let guess = false
  const put = () => {
    if (text !== '') items.push({ text, guess })
    text = ''
    guess = false
  }
  for (let place = 0; place < cell.length; place += 1) {
    const character = cell.charAt(place)
    if (character === '\\') {
      place += 1
      text += cell.charAt(place)
    } else if (character === '?') guess = true
    else if (cell.startsWith(between, place)) {
      put()
      place += between.length - 1
    } else if (character === '|') put()
    else text += character
  }
  put()
  return items
}
