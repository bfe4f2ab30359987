/** The languages that Thaw speaks, by the folders of their texts. */

/** English is the one that all others are held against. */
export const languages: readonly string[] = ['ar', 'de', 'en', 'es', 'fr', 'ja', 'pt_BR']
