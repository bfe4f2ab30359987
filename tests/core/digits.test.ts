import { describe, expect, test } from 'vitest'
import { digitValue } from '../../lib/core/digits.ts'

describe('the value of a digit', () => {
  test.each([
    ['ASCII', '0123456789'],
    ['Arabic', '٠١٢٣٤٥٦٧٨٩'],
    ['Persian', '۰۱۲۳۴۵۶۷۸۹'],
    ['Devanagari', '०१२३४५६७८९'],
    ['full width', '０１２３４５６７８９'],
    // These rows stand next to each other, with nothing in between.
    ['bold', '𝟎𝟏𝟐𝟑𝟒𝟓𝟔𝟕𝟖𝟗'],
    ['double-struck', '𝟘𝟙𝟚𝟛𝟜𝟝𝟞𝟟𝟠𝟡'],
    ['sans-serif', '𝟢𝟣𝟤𝟥𝟦𝟧𝟨𝟩𝟪𝟫'],
    ['monospace', '𝟶𝟷𝟸𝟹𝟺𝟻𝟼𝟽𝟾𝟿'],
  ])('is the same in %s', (_, digits) => {
    expect([...digits].map(digitValue)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9])
  })

  test.each(['', 'a', '½', '²', 'Ⅶ', '一', '12', '1\n', ' 1', '\ud835'])('%j has none', text => {
    expect(digitValue(text)).toBeNull()
  })
})
