/** The beginning of a text, where all of it would take too much room. */

/** At most `atMost` letters, without blanks around it; the last one is "…" where more was left out. */
export const shortened = (text: string, atMost: number): string => {
  const letters = [...text.trim()]
  return letters.length > atMost ? `${letters.slice(0, atMost - 1).join('')}…` : letters.join('')
}
