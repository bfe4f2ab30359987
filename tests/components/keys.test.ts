import { describe, expect, test } from 'vitest'
import { digitKey, isCommand } from '../../components/check-in/keys.ts'

const key = (key: string, code = '', held: Partial<KeyboardEvent> = {}) => ({
  key,
  code,
  ctrlKey: false,
  altKey: false,
  metaKey: false,
  shiftKey: false,
  ...held,
})

describe('a digit key', () => {
  test.each([
    ['7', 7],
    ['٧', 7],
    ['۷', 7],
    ['७', 7],
    ['７', 7],
    ['𝟕', 7],
    ['𝟩', 7],
    ['0', 0],
    ['٠', 0],
    ['9', 9],
  ])('%s is read by its value in any script', (character, value) => {
    expect(digitKey(key(character))).toBe(value)
  })

  test('on a layout with digits on the second level it is read by its place', () => {
    expect(digitKey(key('(', 'Digit5'))).toBe(5)
    expect(digitKey(key('à', 'Digit0'))).toBe(0)
  })

  test('a sign above a digit is no digit', () => {
    expect(digitKey(key('!', 'Digit1', { shiftKey: true }))).toBeNull()
  })

  test.each(['a', 'F1', 'Enter', '½', '²', 'Ⅶ', ''])('%s is none', name => {
    expect(digitKey(key(name))).toBeNull()
  })
})

test('keys with Ctrl, Alt or Meta belong to the browser', () => {
  expect(isCommand(key('1', 'Digit1', { ctrlKey: true }))).toBe(true)
  expect(isCommand(key('1', 'Digit1', { altKey: true }))).toBe(true)
  expect(isCommand(key('1', 'Digit1', { metaKey: true }))).toBe(true)
  expect(isCommand(key('1', 'Digit1', { shiftKey: true }))).toBe(false)
})
