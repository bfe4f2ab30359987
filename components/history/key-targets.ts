/** What a key is meant for, by the element that has the focus. */

/** As much of an element as tells it. */
type Target = { readonly localName?: string; readonly type?: string; readonly dataset?: DOMStringMap }

/** Whether something is typed or chosen there, so that Escape is its own; the boxes by which rows are picked are none of these. */
export const isField = ({ localName = '', dataset }: Target): boolean =>
  ['input', 'textarea', 'select'].includes(localName) && dataset?.['pick'] === undefined

/** A form of many answers has Enter save it where a day or a time is typed, and nowhere else: a word is sought with it, too. */
export const isSavedByEnter = (
  { key }: { readonly key: string },
  { localName, type = '' }: Target,
): boolean => key === 'Enter' && localName === 'input' && ['date', 'time'].includes(type)
