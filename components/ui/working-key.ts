/** Which keys are worth naming beside what they press: letters and signs can be switched off. */

const always = /^(\d|Escape)$/

/** The same name of a key, or nothing where the page wears it that letters do not answer. */
export const workingKey = (shortcut: string | undefined): string | undefined =>
  document.documentElement.dataset['letters'] && !always.test(shortcut ?? '') ? undefined : shortcut
