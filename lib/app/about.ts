/** What the page about Thaw, and the list of keys, show. */

/** A key that works wherever the browser is in front. */
export type Command = {
  /** As the manifest names it. */
  readonly name: string
  /** As the browser writes it; null where it has none, or somebody took it away. */
  readonly shortcut: string | null
}

export type KeysPage = {
  /** None where the browser does not say. */
  readCommands(): Promise<readonly Command[]>
  /** Opens the browser's own page on which they are changed; false where it refuses. */
  openShortcuts(): Promise<boolean>
}

export type AboutPage = {
  readonly version: string
  readonly keys: KeysPage
}
