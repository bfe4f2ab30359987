/** What the gallery walks along: a page, and the steps on it of which pictures are taken. */
import type { Driver, View } from '../support/driver.ts'

export type Step = {
  /** Part of the picture's file name. */
  readonly name: string
  /** Leads to what the picture shows, and waits until it stands there. */
  readonly go: (view: View) => Promise<unknown>
  /** Something moves in it, so a picture with reduced motion is worth one. */
  readonly moves?: true
}

export type Walk = {
  readonly name: string
  readonly path: string
  /** The popup has a size of its own, pages are shown in full. */
  readonly kind: 'popup' | 'page'
  readonly steps: readonly Step[]
  /** Puts in place what it begins with, in a browser of its own: nothing that comes after it finds any of that. */
  readonly apart?: (driver: Driver) => Promise<unknown>
}
