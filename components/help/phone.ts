/** A phone number inside a sentence: it reads from left to right in every language, and stays on one line. */
export const phone = (number: string): string => `\u2066${number.replaceAll(' ', '\u00a0')}\u2069`
