/** The composition root of the links that lead to Learn. */
import { createSlot } from '../platform/slots.ts'
import { askedCardKey, createLearnLinks, readAskedCard } from './learn-links.ts'
import type { PageParts } from './page-parts.ts'

export const composeLearnLinks = ({ session }: Pick<PageParts, 'session'>) =>
  createLearnLinks(createSlot(session, askedCardKey, readAskedCard))
