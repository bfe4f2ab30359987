/** Notes that an app wrote as HTML, as plain text: lines, list items, and what stands between tags. */

/** Only what note editors write, so that "a < b" stays what it is. */
const breaks = /<(?:br|\/p|\/div|\/h[1-6]|\/ul|\/ol|hr)\s*\/?>/gi
const items = /<li(?:\s[^<>]{0,200})?>/gi
const others =
  /<\/?(?:b|i|u|s|em|strong|strike|del|span|font|p|div|ul|ol|li|h[1-6]|blockquote|a|small|big|sub|sup)(?:\s[^<>]{0,400})?>/gi
const entity = /&(?:nbsp|amp|lt|gt|quot|apos|#39|#\d{1,7}|#x[0-9a-f]{1,6});/gi

const named: { readonly [name: string]: string } = {
  '&nbsp;': ' ',
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&apos;': "'",
}

const decoded = (found: string): string => {
  const known = named[found.toLowerCase()]
  if (known !== undefined) return known
  const code =
    found[2]?.toLowerCase() === 'x' ? Number.parseInt(found.slice(3), 16) : Number(found.slice(2, -1))
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code).toWellFormed() : found
}

/** The note as plain text, trimmed, with no more than one empty line in a row. */
export const withoutMarkup = (note: string): string =>
  note
    .replace(items, '\n- ')
    .replace(breaks, '\n')
    .replace(others, '')
    .replace(entity, decoded)
    .replace(/\n{3,}/g, '\n\n')
    .trim()
