/** Values from storage, files and messages, of which nothing is known before it is looked at. */

export type Loose = { readonly [name: string]: unknown }

/** True of arrays too. */
export const isLoose = (value: unknown): value is Loose => typeof value === 'object' && value !== null

export const isText = (value: unknown): value is string => typeof value === 'string'
