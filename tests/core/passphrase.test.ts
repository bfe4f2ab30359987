/** A new passphrase: long enough and typed twice, whatever it is made of. */
import { expect, test } from 'vitest'
import { passphraseAtLeast, passphraseLack } from '../../lib/core/passphrase.ts'

test('one of eight characters that was typed twice is taken, of whatever they are', () => {
  for (const typed of ['aaaaaaaa', 'slow thaw in march', '        ', '氷がとけるのをまつ', '🌨'.repeat(8)])
    expect([typed, passphraseLack(typed, typed)]).toEqual([typed, null])
})

test('a shorter one is short, whichever way its characters are written', () => {
  for (const typed of ['', 'a', 'a'.repeat(passphraseAtLeast - 1), '🌨'.repeat(7)])
    expect([typed, passphraseLack(typed, typed)]).toEqual([typed, 'short'])
})

test('two that differ are not taken, by so little as a space or a capital', () => {
  for (const again of ['', 'slow thaw ', 'Slow thaw', 'slow  thaw'])
    expect([again, passphraseLack('slow thaw', again)]).toEqual([again, 'unlike'])
})
