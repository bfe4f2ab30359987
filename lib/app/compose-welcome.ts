/** The composition root of the welcome. */
import { browserFamily } from '../platform/family.ts'
import { composePageParts } from './compose-page-parts.ts'
import { createWelcome } from './welcome.ts'

export const composeWelcome = () => ({ model: createWelcome(composePageParts()), family: browserFamily() })
