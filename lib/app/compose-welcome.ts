/** The composition root of the welcome. */
import { composePageParts } from './compose-page-parts.ts'
import { createWelcome } from './welcome.ts'

export const composeWelcome = () => createWelcome(composePageParts())
