/** The composition root of the links that lead to Learn. */
import { createSlot } from '../platform/slots.ts'
import { askedCardKey, createLearnLinks, readAskedCard } from './learn-links.ts'
import type { KeyValue } from './ports.ts'

/** `session` outlives the page, not the browser; `address` is where Learn is, as seen from this page. */
export const composeLearnLinks = (session: KeyValue, address = '#learn') =>
  createLearnLinks(createSlot(session, askedCardKey, readAskedCard), address)
