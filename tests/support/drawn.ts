/** Draws parts of a page where there is none: enough of a document to see which elements a component makes, and with what. */
import { type ComponentChild, render } from 'preact'

/** What Preact asks of an element, and what a test reads of it. */
export type Drawn = {
  readonly localName: string
  readonly childNodes: Drawn[]
  readonly attributes: Map<string, string>
  readonly listeners: Map<string, (event: object) => void>
  /** The text of a node that is no element. */
  data: string
}

const node = (localName: string, ownerDocument: object, data = ''): Drawn => {
  const childNodes: Drawn[] = []
  const attributes = new Map<string, string>()
  const listeners = new Map<string, (event: object) => void>()
  const take = (child: Drawn) => {
    const place = childNodes.indexOf(child)
    if (place >= 0) childNodes.splice(place, 1)
    Object.assign(child, { parentNode: null })
  }
  const insertBefore = (child: Drawn & { parentNode?: { removeChild(child: Drawn): void } }, next: Drawn) => {
    child.parentNode?.removeChild(child)
    const place = childNodes.indexOf(next)
    childNodes.splice(place < 0 ? childNodes.length : place, 0, child)
    return Object.assign(child, { parentNode: drawn })
  }
  const drawn = {
    localName,
    nodeType: localName === '#text' ? 3 : 1,
    ownerDocument,
    namespaceURI: 'http://www.w3.org/1999/xhtml',
    parentNode: null,
    style: {},
    data,
    childNodes,
    attributes,
    listeners,
    get firstChild() {
      return childNodes[0] ?? null
    },
    get nextSibling() {
      const { parentNode } = drawn as { parentNode: Drawn | null }
      return parentNode?.childNodes[parentNode.childNodes.indexOf(drawn) + 1] ?? null
    },
    // Nothing is sought in it before it is painted.
    querySelector: () => null,
    querySelectorAll: () => [],
    insertBefore,
    appendChild: (child: Drawn) => insertBefore(child, drawn),
    removeChild: take,
    remove: () =>
      (drawn as { parentNode: { removeChild(child: Drawn): void } | null }).parentNode?.removeChild(drawn),
    setAttribute: (name: string, value: unknown) => attributes.set(name, String(value)),
    removeAttribute: (name: string) => attributes.delete(name),
    addEventListener(name: string, listener: (event: object) => void) {
      listeners.set(name, event => listener.call(drawn, event))
    },
    removeEventListener: (name: string) => listeners.delete(name),
  }
  return drawn
}

const within = ({ childNodes }: Drawn): readonly Drawn[] => childNodes.flatMap(one => [one, ...within(one)])

/** All elements of what is drawn, from the outside in, as it was drawn first: effects that wait for the page to be painted do not run. */
export const drawnOf = (child: ComponentChild): readonly Drawn[] => {
  const document = {
    documentElement: { dataset: {} },
    createElement: (name: string) => node(name, document),
    createElementNS: (_: string, name: string) => node(name, document),
    createTextNode: (text: string) => node('#text', document, text),
  }
  const page = node('body', document)
  const before = globalThis.document
  Object.assign(globalThis, { document })
  try {
    render(child, page as unknown as Element)
    return within(page)
  } finally {
    render(null, page as unknown as Element)
    Object.assign(globalThis, { document: before })
  }
}
