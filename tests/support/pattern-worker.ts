/** Patterns worked out here and now, as the data worker does it. */
import type { MakePatterns } from '../../lib/app/pattern-cards.ts'
import { workOut } from '../../lib/app/pattern-work.ts'
import type { FactPart } from '../../lib/core/insight/gather.ts'

export const workHere: MakePatterns = async (read, take) => {
  const facts: FactPart[] = []
  const given = await read(part => facts.push(part))
  return given && workOut(facts, given, take)
}
