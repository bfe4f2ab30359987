/** The list of keys is asked for by the question mark of any keyboard, where nothing is typed. */
import { expect, test } from 'vitest'
import { asksForKeys } from '../../../components/options/asks-for-keys.ts'

const press = (key: string, more: Partial<Parameters<typeof asksForKeys>[0]> = {}) =>
  asksForKeys({ key, ctrlKey: false, metaKey: false, altKey: false, target: new EventTarget(), ...more })

test('the question mark of every keyboard asks for it, and no other sign', () => {
  expect(['?', '؟', '？', '¿', '/', 'F1'].map(key => press(key))).toEqual([
    true,
    true,
    true,
    false,
    false,
    false,
  ])
})

test('one that is typed, or is a shortcut of the browser, does not', () => {
  const field = Object.assign(new EventTarget(), { closest: () => field })
  expect(press('؟', { target: field })).toBe(false)
  for (const held of ['ctrlKey', 'metaKey', 'altKey']) expect(press('?', { [held]: true })).toBe(false)
})
