/** Whether a press of `?` asks for the list of keys: not where it is text. */

const typed = 'textarea, select, dialog, input:not([type=radio], [type=checkbox])'

export const asksForKeys = ({ ctrlKey, metaKey, altKey, target }: KeyboardEvent): boolean =>
  !ctrlKey && !metaKey && !altKey && !(target as Element).closest?.(typed)
