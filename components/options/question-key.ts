/** Hears the key `?` where no text is typed. */

const typed = 'textarea, select, dialog, input:not([type=radio], [type=checkbox])'

export const onQuestionKey = (asked: () => void): void =>
  addEventListener('keydown', ({ key, ctrlKey, metaKey, altKey, target }) => {
    if (key === '?' && !ctrlKey && !metaKey && !altKey && !(target as Element).closest?.(typed)) asked()
  })
