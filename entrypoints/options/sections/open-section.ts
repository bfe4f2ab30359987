/** How a section begins: it is given what all sections stand on, and gives back what draws it. */
import type { FunctionComponent } from 'preact'
import type { composeOptions } from '../../../lib/app/compose-options.ts'
import type { composePageParts } from '../../../lib/app/compose-page-parts.ts'

export type Parts = ReturnType<typeof composePageParts>

export type OpenSection = (parts: Parts, options: ReturnType<typeof composeOptions>) => FunctionComponent
