/** The files of other apps that tests read, made by hand after what is known of their formats; zips are made of them here. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { zipSync } from 'fflate'

const folder = join(import.meta.dirname, '../fixtures/foreign')

export const foreignFile = (name: string): Uint8Array => new Uint8Array(readFileSync(join(folder, name)))

/** The names of all of them, so that none is read by no test. */
export const foreignFiles: readonly string[] = readdirSync(folder).toSorted()

export const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text)

/** A zip of files by their names in it. */
export const zipOf = (files: { readonly [name: string]: Uint8Array }): Uint8Array => zipSync(files)
