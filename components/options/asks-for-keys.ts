/** Whether a press of a key asks for the list of keys: a question mark, where it is not text. */

/** That of Arabic and Persian keyboards is a sign of its own, and input methods write a wide one. */
const questionMarks: readonly string[] = ['?', '؟', '？']

const typed = 'textarea, select, dialog, input:not([type=radio], [type=checkbox])'

type Press = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'target'>

export const asksForKeys = ({ key, ctrlKey, metaKey, altKey, target }: Press): boolean =>
  questionMarks.includes(key) && !ctrlKey && !metaKey && !altKey && !(target as Element).closest?.(typed)
