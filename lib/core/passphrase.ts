/** What is asked of a new passphrase: that it is not short, and was typed twice. What it is made of is the person's own choice. */

/** In characters. */
export const passphraseAtLeast = 8

export type PassphraseLack = 'short' | 'unlike'

/** What keeps a passphrase from being taken; null where nothing does. A character is what Unicode counts as one. */
export const passphraseLack = (typed: string, again: string): PassphraseLack | null => {
  if ([...typed].length < passphraseAtLeast) return 'short'
  return typed === again ? null : 'unlike'
}
