import { describe, expect, test } from 'vitest'
import { digitKey, letterKey } from '../../lib/core/keys.ts'

const key = (key: string, code = '', shiftKey = false) => ({ key, code, shiftKey })

describe('a digit key', () => {
  test.each([
    ['7', 7],
    ['٧', 7],
    ['0', 0],
  ])('%s is read by its value in any script', (character, value) => {
    expect(digitKey(key(character))).toBe(value)
  })

  test('on a layout with digits on the second level it is read by its place', () => {
    expect(digitKey(key('(', 'Digit5'))).toBe(5)
    expect(digitKey(key('à', 'Digit0'))).toBe(0)
  })

  test('a sign above a digit is no digit', () => {
    expect(digitKey(key('!', 'Digit1', true))).toBeNull()
  })

  test.each(['a', 'F1', 'Enter', '½', ''])('%s is none', name => {
    expect(digitKey(key(name))).toBeNull()
  })
})

describe('a letter key', () => {
  test.each([
    ['t', 'KeyT', 'T'],
    ['T', 'KeyT', 'T'],
    // Dvorak: what is written counts before where it lies.
    ['t', 'KeyK', 'T'],
    ['ف', 'KeyT', 'T'],
    ['е', 'KeyT', 'T'],
  ])('%s at %s is %s', (character, code, letter) => {
    expect(letterKey(key(character, code))).toBe(letter)
  })

  test.each([
    ['Dead', 'KeyT'],
    ['[', 'KeyP'],
    ['Enter', 'Enter'],
    ['ف', ''],
  ])('%s at %s is none', (character, code) => {
    expect(letterKey(key(character, code))).toBeNull()
  })
})
